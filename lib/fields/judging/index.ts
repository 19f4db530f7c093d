/**
 * judging — what a field is, whose it is, and whether the State already holds it, by the words that stand about it.
 * Knows the vocabulary and what was learnt; must not know the DOM. Only the background opens this door: through that of
 * `fields` every page and frame would carry the words.
 */
export { judgeAll } from './batch.ts';
export { judge } from './judge.ts';
