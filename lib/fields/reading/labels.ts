import { cleanLabel } from '../../text/index.ts';
import { CLIMB, type Surroundings } from './reader.ts';

const TICKS = 'input[type=radio], input[type=checkbox]';
const CONTROLS = 'input:not([type=hidden]), select, textarea, [role=combobox], button[aria-haspopup=listbox]';
/** What stands in a label and is not its text. */
const NOT_TEXT =
  'input, select, textarea, button, [role=combobox], [role=listbox], svg, .required-star, .visually-hidden, .sr-only, [hidden], mat-error, .error';

/** The text of an element without what it holds besides text: controls, stars, hidden hints. */
export function textOf(element: Element): string {
  if (element.childElementCount === 0) return cleanLabel(element.textContent ?? '');
  let text = '';
  const walk = (node: Node): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) text += child.nodeValue;
      else if (child instanceof Element && !child.matches(NOT_TEXT)) walk(child);
    }
  };
  walk(element);
  return cleanLabel(text);
}

/** The label element of a control as a person finds it; null where only free text or nothing stands. */
export function labelElementOf(control: Element, around: Surroundings): Element | null {
  const own = around.labelFor(control) ?? control.closest('label');
  if (own && textOf(own)) return own;
  const ids = control.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const document = control.getRootNode() as Document | ShadowRoot;
  const named = ids
    .map((id) => document.getElementById?.(id) ?? null)
    .find((it) => it && !control.contains(it) && textOf(it));
  return named ?? aloneWith(control, around);
}

/** Climbs while an ancestor holds only this field, and takes the label that such an ancestor holds. */
function aloneWith(control: Element, around: Surroundings): Element | null {
  let ancestor = control.parentElement;
  for (let level = 0; ancestor && level < CLIMB; level++, ancestor = ancestor.parentElement) {
    if (ancestor.localName === 'form' || ancestor.localName === 'body') return null;
    const cell = ancestor.localName === 'td' ? ancestor.previousElementSibling : null;
    if (cell && !cell.querySelector(CONTROLS) && textOf(cell)) return cell;
    if (!around.holdsOnly(ancestor, control)) return null;
    const label = firstLabel(ancestor, control);
    if (label) return label;
    const before = ancestor.previousElementSibling;
    if (before?.matches(LABELS) && !before.querySelector(CONTROLS) && textOf(before)) return before;
  }
  // A control alone in a shadow root has its words there.
  const place = control.getRootNode();
  return ancestor === null && place instanceof ShadowRoot ? firstLabel(place, control) : null;
}

const LABELS = 'label, legend, th, dt, .label, [class*="label"], [class*="title"]';

function firstLabel(within: ParentNode, control: Element): Element | null {
  for (const it of within.querySelectorAll(LABELS)) {
    if (!it.contains(control) && !isOptionLabel(it) && textOf(it)) return it;
  }
  return null;
}

/** The label of one radio button says what is chosen, not what is asked. */
function isOptionLabel(label: Element): boolean {
  const { control } = label as HTMLLabelElement;
  return control?.matches(TICKS) ?? false;
}

/** The text just before an element in its block, up to the field before it (portal-facts, section 3, x-elements). */
export function textBefore(element: Element, stop: string): string {
  let text = '';
  for (let node = element.previousSibling; node; node = node.previousSibling) {
    if (node instanceof Element && (node.matches(stop) || node.querySelector(stop))) break;
    if (node instanceof Element && node.localName === 'br' && text.trim()) break;
    text = `${node instanceof Element ? textOf(node) : node.nodeValue} ${text}`;
  }
  return cleanLabel(text);
}

/** The name of a field without the suffix that its part of a date or of an address held as one carries. */
export function stemOf(name: string): string {
  return name.replace(
    /(?:[-_.](?:day|month|year|dd|mm|yyyy|ngay|thang|nam|province|ward|detail)|\.\d)$/i,
    '',
  );
}
