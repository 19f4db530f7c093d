import type { GuidePack } from '../pack.ts';
import { bacninh } from './bacninh.ts';
import { business } from './business.ts';
import { culture } from './culture.ts';
import { igate } from './igate.ts';
import { interlinked } from './interlinked.ts';
import { justice } from './justice.ts';
import { laichau } from './laichau.ts';
import { national } from './national.ts';
import { ENDS } from './shared.ts';

/** Every pack of guidance, one for each portal profile. */
export const PACKS: readonly GuidePack[] = [
  national,
  justice,
  interlinked,
  igate,
  laichau,
  bacninh,
  business,
  culture,
];

const NONE: GuidePack = { portal: '', controls: {}, rules: ENDS };

/** The pack of a profile; for one that nobody described, what holds everywhere. */
export function packOf(portal: string): GuidePack {
  return PACKS.find((pack) => pack.portal === portal) ?? NONE;
}
