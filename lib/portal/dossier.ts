import { fold } from '../text/index.ts';
import { hasAny } from './match.ts';
import type { DossierRule } from './rules.ts';

/** The number may stand on its label's own line or on one of so many after it. */
const LINES_AFTER = 2;

/** The dossier's number in the text of a result screen: the first of its shape at or after one of its labels. */
export function dossierNumber({ labels, number }: DossierRule, text: string): string | null {
  const shape = new RegExp(number);
  const lines = text.split('\n').filter((line) => line.trim());
  for (const [index, line] of lines.entries()) {
    if (!hasAny(fold(line), labels)) continue;
    const found = shape.exec(lines.slice(index, index + 1 + LINES_AFTER).join('\n'));
    if (found) return found[0];
  }
  return null;
}
