import { fold } from '../text/index.ts';
import { dossierNumber } from './dossier.ts';
import { atPath, type Place, visibleRule } from './match.ts';
import type { PortalProfile } from './profile.ts';
import type { TextRule, ToastRules } from './rules.ts';

/** A result screen that was seen, and the dossier's number on it, which must not leave the frame. */
interface Result {
  rule: TextRule;
  number: string | null;
}

type Phrases = Pick<TextRule, 'phrases' | 'unless'>;

/** Whether folded text has every phrase and none of the exceptions. */
function textMeets(text: string, { phrases, unless = [] }: Phrases): boolean {
  return phrases.every((phrase) => text.includes(phrase)) && !unless.some((phrase) => text.includes(phrase));
}

/** Looks for the result screen of `profile`; `expected` tells that this document saw a declaration or a submit. */
export type ResultFinder = (body: HTMLElement, place: Place, expected: boolean) => Result | null;

/**
 * Finds the result screen that a page shows. While the submit control can be seen there is none, and what toasts say
 * is no screen. The cheap raw text is asked first, and once for as long as it stays the same; only where it fits is
 * the rendered text read, which leaves hidden copies out but costs a layout.
 */
export function resultFinder(profile: PortalProfile): ResultFinder {
  let unfit = '';
  return (body, place, expected) => {
    const due = profile.result.filter(({ path, alone }) => (alone || expected) && atPath(path, place));
    if (due.length === 0) return null;
    const raw = body.textContent;
    if (raw === unfit) return null;
    const folded = fold(raw);
    const likely = due.filter(({ phrases }) => textMeets(folded, { phrases }));
    if (likely.length === 0) unfit = raw;
    if (likely.length === 0 || visibleRule(profile.submit, body, place)) return null;
    const shown = shownText(body, profile.toasts?.selector);
    const number = profile.dossier ? dossierNumber(profile.dossier, shown) : null;
    const text = fold(shown);
    const rule = likely.find((it) => (!it.numbered || number !== null) && textMeets(text, it));
    return rule ? { rule, number } : null;
  };
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
  const isError = failure.selector !== undefined && toast.closest(failure.selector) !== null;
  if (isError || failure.phrases.some((phrase) => text.includes(phrase)))
    return { submitted: false, id: failure.id };
  return textMeets(text, success) ? { submitted: true, id: success.id } : null;
}
