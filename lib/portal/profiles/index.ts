import type { PortalProfile } from '../profile.ts';
import { bacninh } from './bacninh.ts';
import { business } from './business.ts';
import { culture } from './culture.ts';
import { igate } from './igate.ts';
import { interlinked } from './interlinked.ts';
import { justice } from './justice.ts';
import { laichau } from './laichau.ts';
import { national } from './national.ts';

/** Every profile that is built in. */
export const PROFILES: readonly PortalProfile[] = [
  national,
  justice,
  interlinked,
  igate,
  laichau,
  bacninh,
  business,
  culture,
];
