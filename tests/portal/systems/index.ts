// The form systems that live on hosts of their own. `national` is the portal itself: see client/.
import { bacninh } from './bacninh.ts';
import { business } from './business.ts';
import { culture } from './culture.ts';
import { igates } from './igate.ts';
import { interlinked } from './interlinked.ts';
import { eFormHost, justice } from './justice.ts';
import { laichau } from './laichau.ts';
import type { Site } from './spec.ts';

export { eFormHost } from './justice.ts';
export type { Button, Part, Site, SitePage, Step, SystemId } from './spec.ts';

export const sites: readonly Site[] = [justice, interlinked, ...igates, laichau, bacninh, business, culture];

/** The payment platform of the portal, and a bank's that belongs to nobody. */
export const paymentHosts = {
  portal: 'thanhtoan.dichvucong.gov.vn',
  elsewhere: 'thanhtoan.nganhangthunghiem.vn',
} as const;

/** Every host name beyond the portal's own that the practice portal answers for. */
export const siteHosts: readonly string[] = [
  ...sites.flatMap(({ hosts }) => hosts),
  eFormHost,
  ...Object.values(paymentHosts),
];

export function siteAt(host: string): Site | undefined {
  return sites.find(({ hosts }) => hosts.includes(host));
}

/** The site on which a procedure is filed. */
export function siteOf(code: string): Site | undefined {
  return sites.find(({ declaration }) => declaration.procedure.code === code);
}
