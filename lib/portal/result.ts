import { fold } from '../text/index.ts';
import { dossierNumber } from './dossier.ts';
import { atPath, hasAny, visibleRule } from './match.ts';
import type { PortalProfile } from './profile.ts';
import type { TextRule, ToastRules } from './rules.ts';

/** A result screen that was seen, and the dossier's number on it, which must not leave the frame. */
interface Result {
  rule: TextRule;
  number: string | null;
}

/** Whether folded text has every phrase and none of the exceptions. */
function textMeets(text: string, { phrases, unless = [] }: Pick<TextRule, 'phrases' | 'unless'>): boolean {
  return phrases.every((phrase) => text.includes(phrase)) && !hasAny(text, unless);
}

/**
 * Whether a text as it stands may have a folded phrase: what a sign or the case may change counts as whatever it is.
 * A sign may stand by itself, and a letter bears two at most. Folding all of a long page takes more than ten times as long.
 */
function mayHave(text: string, phrase: string): boolean {
  return new RegExp(phrase.replace(/[^ bcf-hj-np-tv-xz]/g, '.{1,3}').replaceAll(' ', '\\s+'), 'i').test(text);
}

/**
 * The result screen that a page of `profile` shows, if any; `expected` tells that this document saw a declaration or a
 * submit. While the submit control can be seen there is none, and what toasts say is no screen. The cheap raw text is
 * asked first; only where it fits is the rendered text read, which leaves hidden copies out but costs a layout.
 */
export function findResult(profile: PortalProfile, body: HTMLElement, expected: boolean): Result | null {
  const likely = profile.result.filter(
    ({ path, alone, phrases }) =>
      (alone || expected) && atPath(path) && phrases.every((phrase) => mayHave(body.textContent, phrase)),
  );
  if (likely.length === 0 || visibleRule(profile.submit, body)) return null;
  const shown = shownText(body, profile.toasts?.selector);
  const number = profile.dossier ? dossierNumber(profile.dossier, shown) : null;
  const text = fold(shown);
  const rule = likely.find((it) => (!it.numbered || number) && textMeets(text, it));
  return rule ? { rule, number } : null;
}

/** The rendered text of the page without that of its toasts. */
function shownText(body: HTMLElement, toasts: string | undefined): string {
  // biome-ignore lint/performance/useDomNodeTextContent: only rendered text leaves hidden copies out
  const text = body.innerText;
  const passing = toasts ? [...body.querySelectorAll<HTMLElement>(toasts)] : [];
  // biome-ignore lint/performance/useDomNodeTextContent: it must be the same text as the page's
  return passing.reduce((rest, toast) => rest.replace(toast.innerText, ''), text);
}

/** What a toast that came up after a submit click says of it; null for one that speaks of something else. */
export function toastVerdict(
  toast: Element,
  { success, failure }: ToastRules,
): { submitted: boolean; id: string } | null {
  const text = fold(toast.textContent);
  const isError = failure.selector && toast.closest(failure.selector);
  if (isError || hasAny(text, failure.phrases)) return { submitted: false, id: failure.id };
  return textMeets(text, success) ? { submitted: true, id: success.id } : null;
}
