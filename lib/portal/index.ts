/**
 * portal — portal profiles (data) and the matching of a page to a profile, step, control and result.
 * Knows hosts, paths, labels and the elements it is handed. Must not know the extension's browser API, the database,
 * fields, or what a milestone does to a submission.
 */
export {
  atPath,
  blockUnder,
  clickedRule,
  type Place,
  profileOf,
  stepAt,
  toastVerdict,
  visibleRule,
  visibleText,
} from './match.ts';
export type { ControlRule, PortalProfile, TextRule } from './profile.ts';
