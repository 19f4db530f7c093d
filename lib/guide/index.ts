/**
 * guide: what to tell a person next, where the next control is, what to prepare, and why a flagged field should have
 * filled itself, as keys of messages and rules for controls.
 * Knows the facts of the road and of the form, and its packs (data).
 * Must not know the browser API, the database, the page, nor the wording: a key becomes a sentence in the view.
 */
export {
  type Advice,
  adviceFor,
  isBlank,
  isOpenMethod,
  NOTHING_SEEN,
  namesIn,
  type PageFacts,
  type Situation,
} from './advice.ts';
export { type Evidence, evidenceOf } from './evidence.ts';
export {
  type ControlState,
  type GuideControl,
  type GuideKey,
  type GuidePack,
  type OwnSentence,
  PROFILES_OWN,
  type Sentence,
  STAGES,
  type Where,
} from './pack.ts';
export { PACKS, packOf } from './packs/index.ts';
export { PREPARATIONS, preparationFor } from './preparation.ts';
export { type Reason, reasonFor } from './reason.ts';
