import { fold } from '../text/index.ts';
import type { PortalProfile } from './profile.ts';
import type { ControlRule, StepRule, WizardRule } from './rules.ts';

/** What is searched: a page or a part of it, or what remembers the answers of one. */
export interface Searched {
  querySelectorAll<E extends Element = Element>(selectors: string): Iterable<E>;
}

/** What a profile's paths are matched against. */
export const here = (): string => location.pathname + location.hash;

export function atPath(path: string | undefined): boolean {
  return path === undefined || new RegExp(path).test(here());
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

/** The step that the page shows, undefined where it is none of the profile's. */
export function stepAt(profile: PortalProfile, page: ParentNode): StepRule | undefined {
  const steps = profile.steps.filter(({ path }) => atPath(path));
  const number = profile.wizard && steps.some(({ nth }) => nth) ? placeInWizard(profile.wizard, page) : 0;
  const fits = ({ nth, shows }: StepRule) =>
    (!nth && !shows) || nth === number || (shows && visibleRule([shows], page));
  return steps.find(fits);
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

/** The rule that a click on `target` meets, undefined where none does. A control that is disabled meets none. */
export function clickedRule(rules: readonly ControlRule[], target: Element): ControlRule | undefined {
  const isIt = (rule: ControlRule) => {
    if (!atPath(rule.path)) return false;
    const control = target.closest(rule.text === undefined && rule.selector ? rule.selector : CLICKABLE);
    return control !== null && !control.matches(DISABLED) && controlMeets(rule, control);
  };
  return rules.find(isIt);
}

/** The submit rule that a click on `target` meets. What the profile knows as a mere look-alike never does. */
export function submitRule({ submit, decoys }: PortalProfile, target: Element): ControlRule | undefined {
  return clickedRule(decoys, target) ? undefined : clickedRule(submit, target);
}

/** The submit of `business` has its text in `value`. */
export function controlMeets(
  { selector, text }: Pick<ControlRule, 'selector' | 'text'>,
  control: Element,
): boolean {
  if (selector !== undefined && !control.matches(selector)) return false;
  return text === undefined || fold(control.textContent || control.getAttribute('value') || '') === text;
}

/** The block under a heading that begins with this folded text, if the page has one. */
export function blockUnder(heading: string, page: Searched): Element | null | undefined {
  const isIt = (it: Element) => fold(it.textContent).startsWith(heading);
  return [...page.querySelectorAll('h1, h2, h3, h4, h5, h6, legend')].find(isIt)?.parentElement;
}

/** The first control on the page that can be seen and meets one of the rules, in the order of the rules. */
export function visibleControl(rules: readonly ControlRule[], page: Searched): Element | null {
  for (const rule of rules.filter(({ path }) => atPath(path))) {
    for (const control of page.querySelectorAll(rule.selector ?? CLICKABLE)) {
      if (controlMeets(rule, control) && isShown(control)) return control;
    }
  }
  return null;
}

/** What tells a control. */
type Seen = Pick<ControlRule, 'path' | 'selector' | 'text'>;

/** The first rule whose control can be seen on the page. */
export function visibleRule<T extends Seen>(rules: readonly T[], page: Searched): T | undefined {
  const seen = (rule: T) =>
    [...page.querySelectorAll(rule.selector ?? CLICKABLE)].some(
      (control) => controlMeets(rule, control) && isShown(control),
    );
  return rules.find((rule) => atPath(rule.path) && seen(rule));
}
