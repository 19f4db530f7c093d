import { fold } from '../text/index.ts';
import type { UploadRules } from './rules.ts';

/** How large a file may be is no failure. */
const LIMIT = /khong (?:duoc )?vuot qua/g;
/** Other words fold to those of an error. */
const NO_ERROR = /có l[ờợ]i/giu;

/** What a document's row says of its file: true for there, false for failed, null for neither. */
export function uploadSaid(rules: UploadRules, row: string): boolean | null {
  const text = fold(row.normalize('NFC').replace(NO_ERROR, '')).replace(LIMIT, '');
  const says = (phrases: readonly string[]) => phrases.some((phrase) => text.includes(phrase));
  if (says(rules.failed)) return false;
  return says(rules.done) || null;
}
