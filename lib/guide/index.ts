/**
 * guide: what to tell a person next, and why a flagged field should have filled itself, as keys of messages.
 * Knows the facts of the road and of the form, and its packs of rules (data).
 * Must not know the browser API, the database, the page, nor the wording: a key becomes a sentence in the view.
 */
export { type Advice, adviceFor, type Situation } from './advice.ts';
export { type Evidence, evidenceOf } from './evidence.ts';
export { type Reason, reasonFor } from './reason.ts';
