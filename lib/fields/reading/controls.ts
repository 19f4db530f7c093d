import type { Widget } from './reader.ts';

/** What all technologies share: native controls, and how a page shows that one is required, locked or wrong. */

type Native = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export const BOX = 'input:not([type=radio], [type=checkbox], [type=hidden], [type=file]), textarea';
export const TICKS = 'input[type=radio], input[type=checkbox]';
const CHOICES = `select, ${TICKS}, [role=combobox], [role=radiogroup], [role=listbox], [role=switch], .sd-dropdown, .input-field-select, button[aria-haspopup=listbox]`;
/** Boxes of drawn calendars, of which many take no keys: a person fills them by the calendar all the same. */
const CALENDARS =
  '.flatpickr-input, .flatpickr-input + input, .ant-picker input, .mat-datepicker-input, .mat-date-range-input-inner, .hasDatepicker, [data-calendar]';
const DATES = `x-date, x-date-text, x-date-text-vn, input[type^=date], input[type=time], input[type=month], ${CALENDARS}`;

/** The value of several controls: of radio buttons or boxes, which are ticked. */
export const valuesOf = (controls: Iterable<Element>): string => joined([...controls].map(nativeValue));

/** What the parts of a field show, together: many show nothing. */
const joined = (parts: readonly (string | null)[]): string => parts.filter(Boolean).join(' ');

/** What a box shows before anything is written in its mask: "dd/mm/yyyy", "__/__/____". */
const NO_MORE_THAN_MASK = /^[( ]*([dmy_])\1[dmy_/. ()-]*$/i;

/** The value that a native control shows, by its property: the attribute is what the server once wrote. */
function nativeValue(control: Element): string {
  const { value, checked } = control as HTMLInputElement;
  if (!value || (!checked && control.matches(TICKS))) return '';
  if (control.localName === 'select')
    return joined([...(control as HTMLSelectElement).selectedOptions].map(optionValue));
  return !checked && NO_MORE_THAN_MASK.test(value) ? '' : value;
}

const INVITES = /^\s*(--|$)|^[^a-zà-ỹ]*((vui lòng|hãy|lựa|xin) )*chọn/;

/** Whether words ask for a choice: "-- Chọn --", "--Ngày--", "[Vui lòng chọn]". */
export const invites = (words: string) => INVITES.test(words.toLowerCase());

/** The first option of a list is often its invitation to choose ("-- Chọn --") with a value of its own. */
function optionValue({ index, value, textContent }: HTMLOptionElement): string {
  // A code of nought may be a choice like others, but for the first.
  if (index === 0 && (value === '0' || value === '-1')) return '';
  return invites(textContent) ? '' : value;
}

/** What a click or Enter chooses, rather than opens: an option, a day, a box. */
const CHOICE_TARGETS = `[role=option], [role=listbox] li, ${TICKS}, [role=radio], [role=checkbox], [role=switch], label, select, .ng-option, .choices__item--choice, .flatpickr-day, .ant-picker-dropdown *, .ant-select-dropdown *, [unselectable], .input-field-select-options *, [role=gridcell], .ng-clear-wrapper, td.day, .ui-datepicker-calendar td, .daterangepicker *, .select2-results__option, .select2-selection__clear`;

/** What draws a list of its own, with a box to search in it: not one that only proposes what may be written. */
const LISTS =
  ':is([role=combobox], ng-select, mat-select, .ant-select, .choices, .sd-dropdown, .input-field-select-options):not(.mat-mdc-autocomplete-trigger, .ant-select-auto-complete, .ant-select-auto-complete *)';

/** What stands chosen in a root, by `chosen` or by a switch, and in its boxes but those in `lists`: together they are the value. */
export function shownIn(root: Element, chosen: string, lists = LISTS): string {
  const words = [...root.querySelectorAll(`${chosen}, button[aria-checked=true]`)].map(
    (it) => it.getAttribute('title') || it.textContent || (it.localName === 'button' ? 'on' : ''),
  );
  const boxes = [...root.querySelectorAll(`${BOX}, ${TICKS}, select`)].filter((it) => !it.closest(lists));
  return joined([...words.filter((it) => !invites(it)), valuesOf(boxes)]);
}

/** Whether an element is a box whose words are a part of the value, beside lists that give the rest of it. */
export function isBoxBesideLists(target: Element): boolean {
  return target.matches(BOX) && !target.closest(LISTS);
}

export function isChoiceTarget(target: Element): boolean {
  const choice = target.closest<HTMLLabelElement>(CHOICE_TARGETS);
  // A click on the label of a box to write in goes into it.
  return choice !== null && !choice.control?.matches(`textarea, input:not(${TICKS})`);
}

/** Where a page draws its own radio buttons and boxes to tick, what can be seen of them is their labels. */
export function isVisible(element: Element): boolean {
  const seen = (it: Element) => it.checkVisibility({ visibilityProperty: true });
  if (seen(element)) return true;
  // A list that is locked hides its search box, and shows what was chosen all the same.
  if (element.matches('[role=combobox]')) return seen(element.closest('[aria-disabled=true]') ?? element);
  const label = element.matches(TICKS) && (element.closest('label') ?? labelBeside(element));
  return label ? seen(label) : false;
}

/** Not by `labels`, which looks through the page: what a style draws from a hidden tick stands beside it. */
function labelBeside({ id, nextElementSibling, previousElementSibling }: Element) {
  const isLabel = (it: Element | null) => it?.localName === 'label' && it.getAttribute('for') === id;
  return [nextElementSibling, previousElementSibling].find(isLabel);
}

/** Whether an element is such a one, or one stands in it. */
export const has = (root: Element, selector: string) =>
  root.matches(selector) || root.querySelector(selector) !== null;

/** By what its controls say, or by a class, for which a style draws the star; how Ant marks fields is none of these. */
export const isRequired = (root: Element) =>
  has(root, '[required], [aria-required=true], [class*=required]:not([class*=required-mark-])');

/** A list without a search takes no keys (`inputmode`, `readonly`), and is no more locked by that than a calendar is. */
export function isLocked(control: Element | null): boolean {
  return (
    control?.matches(
      `:disabled, :is([readonly], [aria-readonly=true]):not(${CALENDARS}, [inputmode=none], [role=combobox]:not([aria-readonly=true])), [aria-disabled=true]`,
    ) ?? false
  );
}

/** Whether a field is answered by ticks, all of which are locked: one that is not offered now locks no others. */
export function hasLockedTicks(root: Element): boolean {
  const all = [...root.querySelectorAll(`${TICKS}, button[role=switch]`)];
  return all.length > 0 && all.every(isLocked);
}

export const hasError = (root: Element) => has(root, '[aria-invalid=true]');

/** How a person gives a field its value. */
export function widgetOf(root: Element): Widget {
  if (has(root, DATES)) return 'date';
  return has(root, CHOICES) ? 'choice' : 'text';
}

const REMARKABLE =
  ':disabled, [readonly], [required], :autofill, [aria-disabled], [aria-readonly], [aria-required], [aria-invalid], [role=combobox], button';

/**
 * Whether a control may be required, locked, filled by the browser or wrong, or draws a list of its own: most are not, and
 * are asked once.
 */
export function isRemarkable(control: Element): boolean {
  return control.matches(REMARKABLE);
}

export const isAutofilled = (root: Element) => has(root, ':autofill');

const OWN = `${BOX}, select`;

/** The browser's own control that carries a field's value, when the root is not it. */
export function boxOf(root: Element): Native | null {
  return root.matches(OWN) ? (root as Native) : root.querySelector<Native>(OWN);
}

/** What an element stands in, the nearest first: so many at most, each asked for only when it is its turn. */
export function* ancestorsOf(element: Element, most: number): Generator<Element, void> {
  let it = element.parentElement;
  for (let level = 0; it && level < most; level++, it = it.parentElement) yield it;
}

/** How many of an element's siblings that the selector fits stand before it. */
export function placeAmong(element: Element, selector: string): number {
  let place = 0;
  for (let it = element.previousElementSibling; it; it = it.previousElementSibling)
    if (it.matches(selector)) place += 1;
  return place;
}
