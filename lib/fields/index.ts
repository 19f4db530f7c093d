/**
 * fields — discovery → label → kind and subject → expectation → fill state.
 * Knows the DOM that form libraries render and the vocabulary of declarations. Must not know the extension's
 * browser API, the database, messages, or which submission a field belongs to.
 */
export {
  type Correction,
  type CorrectionPlace,
  changed,
  changesOf,
  corrected,
  correctionsOf,
  formsOf,
  holdsFor,
  nameOfKey,
  partsOfForm,
  readCorrections,
  type Verdict,
  wayBack,
} from './corrections.ts';
export {
  EXPECTATIONS,
  type Expectation,
  FILL_STATES,
  type FieldFacts,
  type FieldRecord,
  type FillState,
  FLAGS,
  type Flag,
  KINDS,
  type Kind,
  ORDERS_A_FRAME,
  SUBJECTS,
  type Subject,
} from './field.ts';
export { type Asked, type AskedField, MOST_ASKED } from './judging/asked.ts';
export { findingsOf, tally, withFlags } from './judging/flags.ts';
export { OFFERS, type Offer, offerOf } from './judging/offers.ts';
export { PAPERS } from './judging/papers.ts';
export type { Judgement } from './judging/rules.ts';
export { answersTo } from './reading/answers.ts';
export { attempt } from './reading/attempt.ts';
export {
  ancestorsOf,
  has,
  isBoxBesideLists,
  isChoiceTarget,
  isVisible,
  TICKS,
  widgetOf,
} from './reading/controls.ts';
export {
  type Discovery,
  type Finder,
  type Found,
  finderOf,
  type Section,
  TRAIL,
  unchanged,
} from './reading/discover.ts';
export type { Changes } from './reading/outline.ts';
export { type FieldReader, type Parts, type Reading, WIDGETS, type Widget } from './reading/reader.ts';
export { READERS } from './reading/readers.ts';
export { carryOver, type Earlier, keyAmong } from './tracking/carry.ts';
export { digestOf } from './tracking/digest.ts';
export {
  type Circumstances,
  focused,
  type Hand,
  handActed,
  left,
  lookedUp,
  ON_LOOKUP_MS,
  read,
  Track,
} from './tracking/track.ts';
