import { cleanLabel, toldText } from '../../text/index.ts';
import { ancestorsOf, has, isRequired, TICKS } from './controls.ts';
import type { Surroundings } from './reader.ts';

export const CONTROLS =
  'input:not([type=hidden], [class$=requiredInput]), select, textarea, [role=combobox], button[aria-haspopup=listbox]';
/** What stands in a label and is not its text. */
const NOT_TEXT =
  'input, select, textarea, button, style, script, [role=combobox], [role=listbox], svg, [aria-hidden=true], .visually-hidden, .sr-only, [hidden], mat-error, .error, .invalid-feedback, .help-block, [role=alert]';
/** What was chosen from a list, by whoever draws it. */
export const CHOSEN = '.ng-value-label, .p-dropdown-label, .p-select-label, [class*=select-value-text]';
const LABELS = `label, dt, [class*=label]:not(${CHOSEN})`;
const CLIMB = 5;
/** One alone may be a unit, or a part of a date: "tháng". */
const TWO_WORDS = /\S \S/;
const LETTER = /[a-zà-ỹ]/i;

/** The text of an element as it may be told of a field: as its label, or as the title of its section. */
export const textOf = (element: Element) => toldText(wordsOf(element));

/** The text of an element without what it holds besides text: controls, stars, hidden hints. */
export function wordsOf(element: Element): string {
  if (element.childElementCount === 0) return element.textContent;
  let text = '';
  for (const child of element.childNodes)
    if (child instanceof Text) text += child.data;
    else if (child instanceof Element && !child.matches(NOT_TEXT))
      text += child.localName === 'br' ? ' ' : wordsOf(child);
  return text;
}

/** An element that labels a control, and its text as it may be told: that is asked once. */
export interface Label {
  element: Element;
  text: string;
}

export const labelBy = (element: Element | null): Label | null =>
  element && { element, text: textOf(element) };

/** The label of a control as a person finds it; null where only free text or nothing stands. */
export function labelOf(control: Element, around: Surroundings): Label | null {
  const own = labelBy(around.labelFor(control) ?? control.closest('label'));
  if (own?.text) return own;
  const ids = control.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const document = control.getRootNode() as Document | ShadowRoot;
  const named = ids
    .map((id) => document.getElementById?.(id))
    .find((it) => it && !control.contains(it) && textOf(it));
  return labelBy(named ?? aloneWith(control));
}

/** A hint inside a control as its label: what invites to choose, or says how a date is written, is none. */
export const toldHint = (hint: string) => (/^(?:-|dd|mm|yyyy|ngày\/|chọn)/i.test(hint) ? '' : toldText(hint));

/** Climbs while an ancestor holds only this control, and takes the label that such an ancestor holds. */
function aloneWith(control: Element): Element | null {
  for (const ancestor of ancestorsOf(control, CLIMB)) {
    if (ancestor.matches('form, body')) return null;
    const alone = holdsOnly(ancestor, control);
    // Among several in a cell one may have words of its own: "(từ ngày) __ đến ngày __".
    if (!alone && TWO_WORDS.test(textBefore(control, CONTROLS))) return null;
    const cell = ancestor.localName === 'td' && cellFor(ancestor as HTMLTableCellElement);
    if (cell) return cell;
    if (!alone) return null;
    const label = [...ancestor.querySelectorAll(`legend, ${LABELS}`)].find(
      (it) => !isOption(it, control) && !it.contains(control) && textOf(it),
    );
    if (label) return label;
    const before = ancestor.previousElementSibling;
    if (before && has(before, LABELS) && !has(before, CONTROLS) && textOf(before)) return before;
  }
  return null;
}

/**
 * The cell with the words of another: beside it, over colons and running numbers; above it, where a row of as many cells
 * asks nothing; or at the head of its column.
 */
export function cellFor(cell: HTMLTableCellElement): Element | null {
  const isLabel = (it: Element) => LETTER.test(textOf(it));
  for (
    let it = cell.previousElementSibling;
    it && !it.querySelector(CONTROLS);
    it = it.previousElementSibling
  )
    if (isLabel(it)) return it;
  // A page may put a cell anywhere: outside a row it has no place among others.
  const row = cell.closest('tr') as HTMLTableRowElement;
  for (const other of [row?.previousElementSibling, cell.closest('table')?.rows[0]] as (typeof row)[]) {
    const head = other?.cells?.[cell.cellIndex];
    const isLine = () => other.cells.length === row.cells.length && !has(other, CONTROLS);
    if (head && isLabel(head) && (head.matches('th:not([colspan] ~ *)') || isLine())) return head;
  }
  return null;
}

/** Whether an ancestor holds no control but this one; radio buttons of one name and parts of one date are one. */
export function holdsOnly(ancestor: Element, control: Element): boolean {
  const name = stemOf(control.getAttribute('name') ?? '');
  const same = (it: Element) =>
    control.contains(it) ||
    isDrawnBy(it, control) ||
    (name !== '' && stemOf(it.getAttribute('name') ?? '') === name);
  const first = ancestor.querySelector(CONTROLS);
  // Most that hold another begin with it: the rest of a large form is not gone through for each of its controls.
  return first === null || (same(first) && [...ancestor.querySelectorAll(CONTROLS)].every(same));
}

/** Whether an element draws the list of which a box beside it carries the value, as Material UI does. */
const isDrawnBy = (list: Element, box: Element) =>
  list.parentElement === box.parentElement && list.matches('div[role=combobox]');

/** The label of one radio button says what is chosen, not what is asked. */
const isOption = (label: Element, control: Element) =>
  (control.matches(TICKS) || control.contains(label)) && (label as HTMLLabelElement).control?.matches(TICKS);

/** The text just before an element in its block, up to the field before it (portal-facts, section 3, x-elements). */
export const textBefore = (element: Element, stop: string): string =>
  toldText(wordsBefore(element, stop, (part) => cleanLabel(wordsOf(part))));

function wordsBefore(element: Element, stop: string, words: (part: Element) => string): string {
  let text = '';
  for (let node = element.previousSibling; node; node = node.previousSibling) {
    const part = node instanceof Element ? node : null;
    if (part && (has(part, stop) || (part.localName === 'br' && text.trim()))) break;
    text = `${part ? words(part) : node.nodeValue} ${text}`;
    // What stands before a label is of something else: a heading, the unit of the field before.
    if (part?.localName === 'label' && LETTER.test(text)) break;
  }
  return text;
}

/**
 * Whether a star says that a control must be filled in: in its label, alone beside that, or alone behind the control, or a
 * style draws it for the label's class; without a label in the words before it. `stop` is the selector of other fields.
 */
export function isStarred(label: Element | null, control: Element, stop: string): boolean {
  if (label && isRequired(label)) return true;
  if (isStar(beside(control, 'nextSibling'))) return true;
  if (!label) return /[a-zà-ỹ][^*]*\*/i.test(wordsBefore(control, stop, (part) => part.textContent));
  const before = beside(label, 'previousSibling');
  return (
    label.textContent.includes('*') ||
    isStar(beside(label, 'nextSibling')) ||
    // Behind another control it is that one's.
    (isStar(before) && !beside(before, 'previousSibling'))
  );
}

function isStar(node: Node | null): node is Node {
  // Hardly anything is one: its words are asked before what it holds.
  if (!/^[\s:(]*\*[\s:)]*$/.test(node?.textContent ?? '')) return false;
  return !(node instanceof Element && has(node, CONTROLS));
}

/** What stands beside a node, over blanks and comments. */
export function beside(it: Node, way: 'nextSibling' | 'previousSibling'): Node | null {
  let node = it[way];
  while (node instanceof CharacterData && !(node instanceof Text && node.data.trim())) node = node[way];
  return node;
}

const PART_OF_DATE = /[-_.](day|month|year|dd|mm|yyyy|ngay|thang|nam)$/i;

/** The name of a field without the suffix that its part of a date carries. */
export const stemOf = (name: string) => name.replace(PART_OF_DATE, '');

/** WebForms number the boxes to tick of a list: `C$giayTo$0`. */
export const listOf = (name: string) => name.replace(/\$\d+$/, '');
