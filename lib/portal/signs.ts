import { fold } from '../text/index.ts';
import { isShown } from './match.ts';
import type { PortalProfile } from './profile.ts';
import type { BusyRule, FeeRule } from './rules.ts';

/** Whether something turns, or says that it is busy, visibly below `root`. */
export function busyAt({ busy }: PortalProfile, root: ParentNode): boolean {
  if (!busy) return false;
  return [...root.querySelectorAll(busy.selector)].some(isShown) || saysBusy(busy, root);
}

function saysBusy({ words }: BusyRule, root: ParentNode): boolean {
  if (!words) return false;
  const says = (text: string) => words.phrases.some((phrase) => text.startsWith(phrase));
  return [...root.querySelectorAll(words.selector)].some((it) => says(fold(it.textContent)) && isShown(it));
}

/** A sum that is not nought, in folded text. */
const SUM = /[1-9][\d.,]* ?(?:dong|vnd|d)\b/;

/** Whether a fee block says that nothing is to be paid: in so many words, and with no sum beside them. */
export function feeIsFree({ free }: FeeRule, text: string): boolean {
  const folded = fold(text);
  return new RegExp(free).test(folded) && !SUM.test(folded);
}
