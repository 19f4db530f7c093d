import { fold } from '../text/index.ts';
import { hasAny } from './match.ts';
import type { UploadRules } from './rules.ts';

/** How large a file may be is no failure. */
const LIMIT = /khong (?:duoc )?vuot qua/g;
/** Other words fold to those of an error. */
const NO_ERROR = /có l[ờợ]i/giu;

/** What a document's row says of its file: true for there, false for failed, null for neither. */
export function uploadSaid(rules: UploadRules, row: string): boolean | null {
  const text = fold(row.normalize('NFC').replace(NO_ERROR, '')).replace(LIMIT, '');
  if (hasAny(text, rules.failed)) return false;
  return hasAny(text, rules.done) || null;
}
