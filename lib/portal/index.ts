/**
 * portal — portal profiles (data) and the matching of a page to a profile, step, control and result.
 * Knows hosts, paths, labels and the elements it is handed. Must not know the extension's browser API, the database,
 * fields, or what a milestone does to a submission.
 */
export { allHosts, profileOf } from './hosts.ts';
export {
  atPath,
  blockUnder,
  clickedRule,
  type Place,
  stepAt,
  submitRule,
  visibleRule,
} from './match.ts';
export type { PortalProfile } from './profile.ts';
export { PROFILES } from './profiles/index.ts';
export { type ResultFinder, resultFinder, toastVerdict } from './result.ts';
export { type ControlRule, DOSSIER_STATES, type DossierState, type TextRule } from './rules.ts';
