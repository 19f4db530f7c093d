/**
 * portal — portal profiles (data) and the matching of a page to a profile, step, control and result.
 * Knows hosts, paths, labels and the elements it is handed. Must not know the extension's browser API, the database,
 * fields, or what a milestone does to a submission. The built-in profiles themselves are handed out by
 * `profiles/index.ts` and `hosts.ts` alone: no page is to carry those of other systems.
 */
export { type OpenRow, openMethod, openRows } from './asked.ts';
export { dossierNumber } from './dossier.ts';
export {
  atPath,
  blockUnder,
  clickedRule,
  hasAny,
  here,
  isShown,
  type Searched,
  saidBy,
  stepAt,
  submitRule,
  visibleRule,
} from './match.ts';
export { pairsOf } from './pairs.ts';
export type { PortalProfile } from './profile.ts';
export { dossiersIn, isAmong } from './progress.ts';
export { findResult, toastVerdict } from './result.ts';
export type { ControlRule, TextRule, UploadRules } from './rules.ts';
export { papersOn, type Sighting, type Sought, seek } from './seek.ts';
export { busyAt, feeIsFree } from './signs.ts';
export { controlsOn } from './structure.ts';
export { uploadSaid } from './uploads.ts';
