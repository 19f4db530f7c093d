import { fold } from '../text/index.ts';
import { national } from './national.ts';
import type { ControlRule, PortalProfile, TextRule, ToastRules } from './profile.ts';

/** Every profile that is built in. */
const PROFILES: readonly PortalProfile[] = [national];

/** Pathname and hash: what a profile's paths are matched against. */
export interface Place {
  pathname: string;
  hash: string;
}

/** The profile of a host, null where none of ours is. Subdomains are hosts of their own. */
export function profileOf(host: string): PortalProfile | null {
  return PROFILES.find(({ hosts }) => hosts.includes(host)) ?? null;
}

export function atPath(path: string | undefined, { pathname, hash }: Place): boolean {
  return path === undefined || new RegExp(path).test(pathname + hash);
}

export function stepAt(profile: PortalProfile, place: Place) {
  return profile.steps.find(({ path }) => atPath(path, place)) ?? null;
}

const CLICKABLE = 'button, a, [role="button"], input[type="submit"], input[type="button"]';

/** The rule that a click on `target` meets, null where none does. The submit of `business` has its text in `value`. */
export function clickedRule(
  rules: readonly ControlRule[],
  target: Element,
  place: Place,
): ControlRule | null {
  const control = target.closest(CLICKABLE);
  if (!control || control.matches(':disabled, [aria-disabled="true"]')) return null;
  return rules.find((rule) => atPath(rule.path, place) && controlMeets(rule, control)) ?? null;
}

function controlMeets({ selector, text }: ControlRule, control: Element): boolean {
  if (selector !== undefined && !control.matches(selector)) return false;
  return text === undefined || fold(control.textContent || control.getAttribute('value') || '') === text;
}

/** The block under a heading that begins with this folded text, or null where the page has none. */
export function blockUnder(heading: string, page: ParentNode): Element | null {
  const isIt = (it: Element) => fold(it.textContent ?? '').startsWith(heading);
  return [...page.querySelectorAll('h1, h2, h3, h4, h5, h6')].find(isIt)?.parentElement ?? null;
}

/** The first rule whose control can be seen on the page. */
export function visibleRule(
  rules: readonly ControlRule[],
  page: ParentNode,
  place: Place,
): ControlRule | null {
  const seen = (rule: ControlRule) =>
    [...page.querySelectorAll(rule.selector ?? CLICKABLE)].some(
      (control) => controlMeets(rule, control) && control.checkVisibility({ visibilityProperty: true }),
    );
  return rules.find((rule) => atPath(rule.path, place) && seen(rule)) ?? null;
}

/** Whether folded text has every phrase and none of the exceptions. */
function textMeets(
  text: string,
  { phrases, unless = [] }: { phrases: readonly string[]; unless?: readonly string[] },
) {
  return phrases.every((phrase) => text.includes(phrase)) && !unless.some((phrase) => text.includes(phrase));
}

/**
 * The rule whose text can be seen below `root`. The cheap raw text is asked first; only where it fits is the rendered
 * text read, which leaves hidden copies out but costs a layout.
 */
export function visibleText(rules: readonly TextRule[], root: HTMLElement, place: Place): TextRule | null {
  const due = rules.filter(
    (rule) => atPath(rule.path, place) && textMeets(fold(root.textContent ?? ''), rule),
  );
  // biome-ignore lint/performance/useDomNodeTextContent: only rendered text leaves hidden copies out
  return due.find((rule) => textMeets(fold(root.innerText), rule)) ?? null;
}

/** What a toast that came up after a submit click says of it; null for one that speaks of something else. */
export function toastVerdict(
  toast: Element,
  { success, failure }: ToastRules,
): { submitted: boolean; id: string } | null {
  const text = fold(toast.textContent ?? '');
  const isError = failure.selector !== undefined && toast.closest(failure.selector) !== null;
  if (isError || failure.phrases.some((phrase) => text.includes(phrase)))
    return { submitted: false, id: failure.id };
  return textMeets(text, success) ? { submitted: true, id: success.id } : null;
}
