import { fold } from '../text/index.ts';
import type { PortalProfile } from './profile.ts';
import type { ControlRule, StepRule, WizardRule } from './rules.ts';

/** Pathname and hash: what a profile's paths are matched against. */
export interface Place {
  pathname: string;
  hash: string;
}

/** What is searched: a page or a part of it, or what remembers the answers of one. */
export interface Searched {
  querySelectorAll<E extends Element = Element>(selectors: string): Iterable<E>;
}

export function atPath(path: string | undefined, { pathname, hash }: Place): boolean {
  return path === undefined || new RegExp(path).test(pathname + hash);
}

/** Whether folded text has one of the phrases. */
export const hasAny = (text: string, phrases: readonly string[]): boolean =>
  phrases.some((phrase) => text.includes(phrase));

/** The first rule whose phrase a text has, once folded. */
export function saidBy<T extends { phrase: string }>(rules: readonly T[], text: string): T | undefined {
  const folded = fold(text);
  return rules.find(({ phrase }) => folded.includes(phrase));
}

export function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}

/** The step that the page shows, null where it is none of the profile's. */
export function stepAt(profile: PortalProfile, page: ParentNode, place: Place): StepRule | null {
  const here = profile.steps.filter(({ path }) => atPath(path, place));
  const number = profile.wizard && here.some(({ nth }) => nth) ? placeInWizard(profile.wizard, page) : 0;
  const fits = ({ id, nth, shows }: StepRule) =>
    (!nth && !shows) ||
    nth === number ||
    (shows !== undefined && visibleRule([{ id, ...shows }], page, place) !== null);
  return here.find(fits) ?? null;
}

/** Which of the wizard's steps is the current one, from 1; 0 where that cannot be seen. */
function placeInWizard({ heads, current }: WizardRule, page: ParentNode): number {
  const shown = [...page.querySelectorAll(heads)].filter(isShown);
  return shown.findIndex((head) => head.matches(current)) + 1;
}

/** What a person presses. */
export const CLICKABLE =
  'button, a, [role=button], input[type=submit], input[type=button], input[type=image]';
export const DISABLED = ':disabled, [aria-disabled=true]';

/** The rule that a click on `target` meets, null where none does. A control that is disabled meets none. */
export function clickedRule(
  rules: readonly ControlRule[],
  target: Element,
  place: Place,
): ControlRule | null {
  const isIt = (rule: ControlRule) => {
    if (!atPath(rule.path, place)) return false;
    const control = target.closest(rule.text === undefined && rule.selector ? rule.selector : CLICKABLE);
    return control !== null && !control.matches(DISABLED) && controlMeets(rule, control);
  };
  return rules.find(isIt) ?? null;
}

/** The submit rule that a click on `target` meets. What the profile knows as a mere look-alike never does. */
export function submitRule(
  { submit, decoys }: PortalProfile,
  target: Element,
  place: Place,
): ControlRule | null {
  const rule = clickedRule(submit, target, place);
  return rule && clickedRule(decoys, target, place) ? null : rule;
}

/** The submit of `business` has its text in `value`. */
export function controlMeets(
  { selector, text }: Pick<ControlRule, 'selector' | 'text'>,
  control: Element,
): boolean {
  if (selector !== undefined && !control.matches(selector)) return false;
  return text === undefined || fold(control.textContent || control.getAttribute('value') || '') === text;
}

/** The block under a heading that begins with this folded text, or null where the page has none. */
export function blockUnder(heading: string, page: Searched): Element | null {
  const isIt = (it: Element) => fold(it.textContent).startsWith(heading);
  return [...page.querySelectorAll('h1, h2, h3, h4, h5, h6, legend')].find(isIt)?.parentElement ?? null;
}

/** The first control on the page that can be seen and meets one of the rules, in the order of the rules. */
export function visibleControl(rules: readonly ControlRule[], page: Searched, place: Place): Element | null {
  for (const rule of rules.filter(({ path }) => atPath(path, place))) {
    for (const control of page.querySelectorAll(rule.selector ?? CLICKABLE)) {
      if (controlMeets(rule, control) && isShown(control)) return control;
    }
  }
  return null;
}

/** The first rule whose control can be seen on the page. */
export function visibleRule(rules: readonly ControlRule[], page: Searched, place: Place): ControlRule | null {
  const seen = (rule: ControlRule) =>
    [...page.querySelectorAll(rule.selector ?? CLICKABLE)].some(
      (control) => controlMeets(rule, control) && isShown(control),
    );
  return rules.find((rule) => atPath(rule.path, place) && seen(rule)) ?? null;
}
