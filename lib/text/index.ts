/**
 * text — how Vietnamese text on a page is compared. Knows letters only; must not know the page or what a word means.
 */
export { cleanLabel, fold, LONGEST_TEXT } from './fold.ts';
export { toldText } from './impersonal.ts';
export { originalOf } from './original.ts';
export { isRefused, type Personal, personalIn } from './personal.ts';
