import { cleanLabel, fold, toldText } from '../../text/index.ts';
import {
  ancestorsOf,
  has,
  hasError,
  invites,
  isAutofilled,
  isLocked,
  isRemarkable,
  isRequired,
  TICKS,
  valuesOf,
} from './controls.ts';
import {
  beside,
  CONTROLS,
  cellFor,
  holdsOnly,
  isStarred,
  type Label,
  labelBy,
  labelOf,
  listOf,
  stemOf,
  textBefore,
  textOf,
  toldHint,
  wordsOf,
} from './labels.ts';
import type { FieldReader, Surroundings } from './reader.ts';

/**
 * Plain HTML, WebForms, React-Select, the portal's own comboboxes: every control that a person answers with, by its
 * own name. Used where no technology of the page names its fields itself.
 */
const ROOTS =
  'input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image], [type=file], [type=search], [type=password], [class$=requiredInput]), select, textarea, button:is([aria-haspopup=listbox], [role=combobox]:not(:has(+ [name])))';
/** Parts of a page that are not the declaration. */
const ASIDES =
  'header, footer, nav, [role]:is([role=search], [role=banner], [role=navigation], [role=contentinfo], [role=dialog]:not([aria-modal=true])), [class]:is([class*=captcha i], [class~=chat i], [class*=chatbo i], [class*=chat-w i], [class*=newsletter i], [class*=feedback i]:not(.has-feedback), [class*=search i]:not(body, main, form, .ant-select, .ant-select *)), [id]:is([id*=captcha i], [id*=chatbo i])';
const BUTTONS = 'button:not([aria-haspopup]), input[type=submit], input[type=button]';
/** Names of boxes that look something up or prove that a person is one. */
const NOT_FIELDS =
  /captcha|otp|search|tim ?kiem|tu ?khoa|keyword|ma xac nhan|ma bao ve|tra ?cuu|newsletter|viewstate|nhap lai/i;
/** Letters that fold to others: most names have none. */
const SIGNS = /[^ -~]/;
/** A chat, by letters as written: folded, "tính chất" would be one. */
const CHAT = /(?<![a-zA-ZÀ-ỹ])[Cc]hat(?:bot|box)?(?![a-zà-ỹ]|.?(?:[Ll]uong|[Ll]ieu|[Dd]oc|[Tt]hai|[Gg]ay))/;

const isList = (root: Element) => root.getAttribute('role') === 'combobox';

export const generic: FieldReader = {
  roots: ROOTS,

  // In one pass: on a large page each takes its time.
  strangersIn: (page) =>
    new Set(
      [...page.querySelectorAll(`${ASIDES}, [aria-label], [placeholder], ${BUTTONS}`)].flatMap((it) =>
        it.matches(ASIDES) ? [it, ...it.querySelectorAll(ROOTS)] : toldStrangeBy(it),
      ),
    ),

  nameOf(root, strangers) {
    // Where these were gathered there is no open shadow root.
    const name = ownName(root, !strangers);
    if (name === '' || saysNoField(name) || (strangers ? strangers.has(root) : isStranger(root))) return null;
    return isPart(root, name) ? stemOf(name) : name;
  },

  namedBy(root) {
    if (isList(root)) return [...ancestorsOf(root, NEAR)].at(-1);
    // Beside the only box of a row a button may say that it looks something up.
    const row = root.parentElement;
    return row && row.childElementCount <= MOST_IN_ROW ? row : undefined;
  },

  controlsOf: partsOfGroup,

  read(root, around) {
    const all = partsOfGroup(root, around);
    const label = labelOfGroup(root, all, around);
    const own = shell(root);
    const part = label ? own : behindWords(own, all, isList(root) ? toldText(shownBeside(root)) : '');
    const remarkable = all.some(isRemarkable);
    return {
      label: label ? label.text : (all.length === 1 && wordsBehind(root)) || freeLabel(root, part, around),
      required: (remarkable && all.some(isRequired)) || isStarred(label?.element ?? null, part ?? own, ROOTS),
      locked: remarkable && all.every(isLocked),
      value: remarkable || !all.includes(root) ? shownValue(root, all) : valuesOf(all),
      autofilled: remarkable && all.some(isAutofilled),
      error: remarkable && all.some(hasError),
    };
  },

  partsOf(root, around) {
    const all = partsOfGroup(root, around);
    return {
      label: labelOfGroup(root, all, around)?.element ?? null,
      control: all.length > 1 ? root.parentElement : shell(root),
    };
  },
};

const isStranger = (root: Element) => root.closest(ASIDES) !== null || isToldStrange(root);

/** Whether its own words say of a control that it is no field, or a button beside it. */
const isToldStrange = (root: Element) =>
  saysNoField(root.getAttribute('aria-label')) ||
  looksSomethingUp(root) ||
  // Lists say it of their own entries.
  (saysNoField(root.getAttribute('placeholder')) && !isList(root));

/** Whether a control that another technology names is no field, by that name, by its type or by its own words. */
export const isNoField = (root: Element, name: string) =>
  saysNoField(name) || (root.localName === 'input' && (!root.matches(ROOTS) || isToldStrange(root)));

/** The control of which words of its own, or a button in its row, say that it is no field. */
function toldStrangeBy(element: Element): Element | never[] {
  if (element.matches(ROOTS)) return isToldStrange(element) ? element : [];
  if (!element.matches(BUTTONS)) return [];
  for (const row of ancestorsOf(element, NEAR - 1)) {
    // No row: to look through what may be half the page, for each of its buttons, would take seconds.
    if (row.childElementCount > MOST_IN_ROW) break;
    const control = row.querySelector(ROOTS);
    if (control) return toldStrangeBy(control);
  }
  return [];
}

function saysNoField(words: string | null): boolean {
  if (!words) return false;
  const plain = SIGNS.test(words) ? fold(words) : words;
  return NOT_FIELDS.test(plain) || (plain.includes('hat') && CHAT.test(words));
}

/** Whether a name belongs to a box of a date in several: `lichHen.ngay` alone is a field of its own. */
function isPart(root: Element, name: string): boolean {
  const stem = stemOf(name);
  if (stem === name) return false;
  const begins = CSS.escape(stem);
  const isOther = (it: Element) => ownName(it) !== name && stemOf(ownName(it)) === stem;
  // The boxes of a date stand together: to look through the page for each of them would take a large form seconds.
  let around = root.parentNode;
  for (let level = 1; around && level < NEAR; level++, around = around.parentNode)
    if ([...around.querySelectorAll(`[id^="${begins}"], [name^="${begins}"]`)].some(isOther)) return true;
  return false;
}

/** A box beside the one button that looks its words up is no part of a declaration. */
function looksSomethingUp(root: Element): boolean {
  const row = root.parentElement;
  const button = row && row.childElementCount <= MOST_IN_ROW && row.querySelector(BUTTONS);
  if (!button || row.querySelectorAll(ROOTS).length > 1) return false;
  return /^(?:tra cuu|tim|tim kiem)$/.test(fold(button.textContent || button.getAttribute('value') || ''));
}

/** WebForms write `ctl00$C$Txt` as name and `ctl00_C_Txt` as id. */
function ownName(root: Element, mayBePart = true): string {
  const whole = mayBePart && hostOf(root)?.getAttribute('name');
  if (whole) return whole;
  const named = listOf(root.getAttribute('name') ?? '').replaceAll('$', '_');
  // The search box of a React-Select has a counted id; its value stands under the name of a hidden box beside it.
  if (isList(root)) return hiddenName(root) || named || root.id.replace(/-input$/, '');
  if (named || root.id) return named || root.id;
  // A calendar may hide the box with the name, and draw its own behind it.
  const before = root.previousElementSibling;
  if (before?.matches('.flatpickr-input')) return ownName(before);
  const host = hostAround(root);
  return host?.id || host?.localName || '';
}

/** The element in whose open shadow root a control stands; undefined where it stands in the page itself. */
const hostAround = (root: Element): Element | undefined => (root.getRootNode() as Partial<ShadowRoot>).host;

/** The element of the page's own making that draws this control as a part of itself and bears the field's name. */
function hostOf(root: Element): Element | null {
  const host = hostAround(root);
  const name = host?.getAttribute('name');
  if (!host || !name) return null;
  const part = root.getAttribute('name') ?? '';
  return !part || part === name || part.startsWith(`${name}-`) || part.startsWith(`${name}_`) ? host : null;
}

/** Names of lists by their search boxes: a list that is locked loses its hidden box, and stays the same field. */
const nameOfList = new WeakMap<Element, string>();

function hiddenName(root: Element): string {
  const name = hiddenBox(root)?.name || nameOfList.get(root) || '';
  if (name) nameOfList.set(root, name);
  return name;
}

/** So many elements stand at most beside each other where one box with its words is asked. */
const MOST_IN_ROW = 12;

/** So many elements up is looked for what belongs to a control: its hidden box, its button, the other boxes of a date. */
const NEAR = 5;

/** A React-Select that must be filled in has a box for the browser's complaint instead, until something is chosen. */
const HIDDEN = 'input:is([type=hidden], [class$=requiredInput])[name]:not([name^="__"])';

/** The hidden box in which a list built of other elements keeps what was chosen. */
function hiddenBox(root: Element): HTMLInputElement | null {
  for (const ancestor of ancestorsOf(root, NEAR)) {
    const hidden = ancestor.querySelector<HTMLInputElement>(HIDDEN);
    // One beside other controls is the form's.
    if (hidden) return ancestor.querySelectorAll(ROOTS).length > 1 ? null : hidden;
  }
  return null;
}

/** Radio buttons of one name, the boxes of one date, and all of an element with a name of its own, are one field. */
function partsOfGroup(root: Element, around: Surroundings): Element[] {
  const whole = around.hasShadows && hostOf(root)?.shadowRoot;
  if (whole) return [...whole.querySelectorAll(ROOTS)];
  const name = root.getAttribute('name') ?? '';
  if (!name || (!root.matches(TICKS) && stemOf(name) === name)) return [root];
  return around.namesakes(root).filter(({ form }) => form === (root as HTMLInputElement).form);
}

function labelOfGroup(root: Element, all: readonly Element[], around: Surroundings): Label | null {
  const { type } = root as HTMLInputElement;
  if (type !== 'radio' && all.length === 1) return labelOf(root, around);
  const group = root.closest('fieldset, [role=radiogroup], [role=group]');
  // What stands first in most is another's: that is asked before the rest is counted.
  const isOwn =
    group && comesFirst(group, all) && [...group.querySelectorAll(CONTROLS)].every((it) => all.includes(it));
  if (isOwn) {
    const told =
      group.querySelector('legend') ?? document.getElementById(group.getAttribute('aria-labelledby') ?? '');
    if (told) return labelBy(told);
    const text = toldText(group.getAttribute('aria-label') ?? '');
    if (text) return { element: group, text };
  }
  return labelBy(groupLabel(root, all));
}

/** Whether no other field comes before a group in an ancestor: what stands first there is the group's own. */
function comesFirst(ancestor: ParentNode, all: readonly Element[]): boolean {
  const first = ancestor.querySelector(CONTROLS);
  return first === null || all.includes(first);
}

/** Climbs to what holds the whole group, and no field before it, and takes the words before it. */
export function groupLabel(root: Element, all: readonly Element[]): Element | null {
  let ancestor = root.parentNode;
  const last = all.at(-1) ?? root;
  for (let level = 0; ancestor && level < 6; level++, ancestor = ancestor.parentNode) {
    if (!ancestor.contains(last)) continue;
    if (!comesFirst(ancestor, all)) return null;
    const own = [...ancestor.querySelectorAll('label, .label, span, b, strong')].find(
      (it) =>
        it.compareDocumentPosition(root) === 4 &&
        !all.includes(it.closest<HTMLLabelElement>('label')?.control as Element) &&
        textOf(it),
    );
    if (own) return own;
    const it = ancestor as Partial<HTMLTableCellElement>;
    const before = it.localName === 'td' ? cellFor(it as HTMLTableCellElement) : it.previousElementSibling;
    if (before && !has(before, `thead, ${CONTROLS}`) && textOf(before)) return before;
  }
  return null;
}

/** The words of a box to tick that no label element carries mostly stand just behind it: "☐ Tôi cam đoan". */
export function wordsBehind(root: Element): string {
  const next = has(root, '[type=checkbox]') && beside(root, 'nextSibling');
  return next && /text|SPAN/.test(next.nodeName) ? toldText(next.textContent ?? '') : '';
}

/** The words of a control that no label element carries: before the `part` of the page, or its own. */
function freeLabel(root: Element, part: Element | null, around: Surroundings): string {
  const host = around.hasShadows && hostAround(root);
  const named = root.getAttribute('aria-label') || (host && labelOfHost(host, around));
  if (named) return toldText(named);
  if (part) return textBefore(part, CONTROLS);
  return toldHint(root.getAttribute('placeholder') || root.getAttribute('title') || firstEntry(root));
}

/**
 * What the words of a control, or of a group, stand just before: it, or what it alone stands in, up to two levels, or up
 * to five. A heading there is the whole part's, and words before several boxes are no more the first one's. What is
 * `shown` beside a list was chosen from it, whatever else it may be.
 */
export function behindWords(control: Element, all: readonly Element[], shown = ''): Element | null {
  const isOwn = (part: Element) =>
    all.length > 1 ? comesFirst(part, all) : part === control || isAlone(part, control);
  for (const part of [control, ...ancestorsOf(control, all.length > 1 ? 5 : 2)]) {
    if (!isOwn(part)) break;
    const text = textBefore(part, CONTROLS);
    if (text && text !== shown) return part;
  }
  return null;
}

function isAlone(part: Element, control: Element): boolean {
  const { parentElement: row, nextElementSibling: next, previousElementSibling: before } = part;
  if (!row || before?.matches('h1, h2, h3, h4, h5, h6, legend')) return false;
  return holdsOnly(row, control) || (holdsOnly(part, control) && !(next && has(next, CONTROLS)));
}

/** The words of a control that an element of the page's own making draws in itself: they may stand outside. */
function labelOfHost(host: Element, around: Surroundings): string {
  const label = around.labelFor(host) ?? host.closest('label');
  if (label) return wordsOf(label);
  return host.getAttribute('label') || textBefore(host, `${ROOTS}, ${host.localName}`);
}

/** "-- Hạng GPLX --": a list may carry its words as the entry that chooses nothing. */
function firstEntry(root: Element): string {
  const first = (root as Partial<HTMLSelectElement>).options?.[0];
  return first?.value === '' ? first.text.replace(/^[\s–—-]+|[\s–—-]+$/g, '').replace(/^chọn\s*/i, '') : '';
}

function shownValue(root: Element, all: readonly Element[]): string | null {
  if (isList(root)) return comboValue(root);
  if (root.localName === 'button') return shownBeside(root);
  return valuesOf(all);
}

/** Without a hidden box, what a list built of other elements shows stands beside its search box in the same shell. */
function comboValue(root: Element): string | null {
  if (root.getAttribute('aria-expanded') === 'true') return null;
  const hidden = hiddenBox(root);
  if (hidden) return hidden.value;
  return (root as HTMLInputElement).value || shownBeside(root);
}

function shownBeside(root: Element): string {
  // Radix says of the words on its button that they only invite.
  if (root.localName === 'button') return root.matches('[data-placeholder]') ? '' : chosenIn(root);
  const whole = root.closest(SHELL);
  // Class names are often only hashes; the invitation to choose has an id that says so.
  if (whole) return whole.querySelector('[class*=placeholder], [id$=placeholder]') ? '' : chosenIn(whole);
  for (const ancestor of ancestorsOf(root, 3)) {
    for (const other of ancestor.children) {
      if (other.contains(root) || other.matches('label, legend')) continue;
      if (other.querySelector(ROOTS)) return '';
      const text = chosenIn(other);
      if (text) return text;
    }
  }
  return '';
}

function chosenIn(element: Element): string {
  const text = cleanLabel(wordsOf(element));
  return invites(text) ? '' : text;
}

const SHELL = '.ant-select, [class*="-control"]';

/** The element that is drawn as the whole control: what stands in it was chosen, what stands before it are its words. */
const shell = (root: Element): Element => (isList(root) && root.closest(SHELL)) || root;
