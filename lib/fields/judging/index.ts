/**
 * judging — what a field is, whose it is, and whether the State already holds it, by the words that stand about it.
 * Knows the vocabulary and what was learnt; must not know the DOM. Only the background opens this door: through that of
 * `fields` every page and frame would carry the words.
 */
export { type Judging, judging, rulesOf } from './judge.ts';
export { Learnt } from './learnt.ts';
export { signsOf } from './signs.ts';
