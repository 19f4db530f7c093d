import { cleanLabel, fold } from '../../text/index.ts';
import { hasError, isAutofilled, isLocked, isRequired, nativeValue, ticked, widgetFrom } from './controls.ts';
import { labelElementOf, stemOf, textBefore, textOf } from './labels.ts';
import { CLIMB, type FieldReader, type Surroundings } from './reader.ts';

/**
 * Plain HTML, WebForms, React-Select, the portal's own comboboxes: any control that a person answers with, by its own
 * name. Used where no technology of the page names its fields itself.
 */
const ROOTS =
  'input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image], [type=file], [type=search], [type=password]), select, textarea, button[aria-haspopup=listbox]';
/** Parts of a page that are not the declaration. */
const ELSEWHERE =
  'header, footer, nav, [role=search], [role=banner], [role=navigation], [role=contentinfo], [role=dialog]:not([aria-modal=true]), [class*="captcha" i], [id*="captcha" i], [class*="chat" i], [id*="chat" i], [class*="newsletter" i], [class*="feedback" i], [class*="search" i]:not(body, main, form)';
/** Names of boxes that look something up or prove that a person is one. */
const NOT_FIELDS =
  /captcha|otp|search|tim ?kiem|tu ?khoa|keyword|ma ?xac ?nhan|ma bao ve|tra ?cuu|newsletter|chat|viewstate|nhap lai|feedback|gop ?y/;

export const generic: FieldReader = {
  id: 'generic',
  roots: ROOTS,

  nameOf(root) {
    const name = ownName(root);
    if (name === '' || root.closest(ELSEWHERE)) return null;
    const words = `${name} ${root.getAttribute('placeholder') ?? ''} ${root.getAttribute('aria-label') ?? ''}`;
    return NOT_FIELDS.test(fold(words)) || looksUp(root) ? null : stemOf(name);
  },

  widgetOf: widgetFrom,

  read(root, around) {
    const all = around.groupOf(root);
    const element = labelElement(root, all, around);
    return {
      label: element ? textOf(element) : freeLabel(root),
      required: all.some(isRequired) || /\*/.test(element?.textContent ?? ''),
      locked: all.every(isLocked),
      value: shownValue(root, all),
      autofilled: all.some(isAutofilled),
      error: all.some(hasError),
    };
  },

  partsOf(root, around) {
    const all = around.groupOf(root);
    return {
      label: labelElement(root, all, around),
      control: all.length > 1 ? root.parentElement : shell(root),
    };
  },
};

/** A small form of its own whose button says that it searches. */
function looksUp(root: Element): boolean {
  const { form } = root as HTMLInputElement;
  if (!form || form.elements.length > 4) return false;
  const button = form.querySelector('button, input[type=submit]');
  return /^(?:tra cuu|tim)/.test(fold(button?.textContent || button?.getAttribute('value') || ''));
}

/** WebForms write `ctl00$C$Txt` as name and `ctl00_C_Txt` as id. */
function ownName(root: Element): string {
  const type = (root as HTMLInputElement).type;
  const named = root.getAttribute('name')?.replaceAll('$', '_') ?? '';
  if (type === 'radio' || type === 'checkbox') return named || root.id;
  // The search box of a React-Select has a counted id; its value stands under the name of a hidden box beside it.
  if (root.getAttribute('role') === 'combobox')
    return hiddenName(root) || named || root.id.replace(/-input$/, '');
  return named || root.id;
}

/** Names of lists by their search boxes: a list that is locked loses its hidden box, and stays the same field. */
const nameOfList = new WeakMap<Element, string>();

function hiddenName(root: Element): string {
  const name = hiddenBox(root)?.name || nameOfList.get(root) || '';
  if (name) nameOfList.set(root, name);
  return name;
}

/** The hidden box in which a list built of other elements keeps what was chosen. */
function hiddenBox(root: Element): HTMLInputElement | null {
  let ancestor = root.parentElement;
  for (let level = 0; ancestor && level < 5; level++, ancestor = ancestor.parentElement) {
    const hidden = ancestor.querySelector<HTMLInputElement>('input[type=hidden][name]:not([name^="__"])');
    if (hidden) return hidden;
  }
  return null;
}

function labelElement(root: Element, all: readonly Element[], around: Surroundings): Element | null {
  const { type } = root as HTMLInputElement;
  if (type !== 'radio' && !(type === 'checkbox' && all.length > 1) && all.length === 1)
    return labelElementOf(root, around);
  const group = root.closest('fieldset, [role=radiogroup], [role=group]');
  const own = group && around.holdsOnly(group, root) ? group : null;
  const legend = own?.querySelector('legend');
  if (legend) return legend;
  const ids = own?.getAttribute('aria-labelledby');
  const named = ids ? (own?.ownerDocument.getElementById(ids) ?? null) : null;
  return named ?? groupLabel(root, all, around);
}

const WORDS = 'label, .label, span, b, strong';

/** Climbs while only this group is held, and takes the words before it. */
function groupLabel(root: Element, all: readonly Element[], around: Surroundings): Element | null {
  const last = all.at(-1) ?? root;
  let place: ParentNode | null = root.parentNode;
  for (let level = 0; place && level < CLIMB; level++, place = (place as Node).parentNode) {
    if (place instanceof Element && !around.holdsOnly(place, root)) return null;
    if (!place.contains(last)) continue;
    for (const it of place.querySelectorAll(WORDS)) {
      if (it.compareDocumentPosition(root) & 4 && isAbout(it, all) && textOf(it)) return it;
    }
    const before = place instanceof Element ? place.previousElementSibling : null;
    if (before && !before.querySelector('input, select, textarea') && textOf(before)) return before;
  }
  return null;
}

/** Whether words are those of the whole group: not of one of its options, nor around one. */
const isAbout = (it: Element, all: readonly Element[]) =>
  !all.some((part) => it.contains(part) || (part.id !== '' && it.getAttribute('for') === part.id));

const isInvitation = ({ value, textContent }: HTMLOptionElement) =>
  value === '' || /^\s*[-–]/.test(textContent ?? '');

/** The words of a control that no label element carries. */
function freeLabel(root: Element): string {
  const named = root.getAttribute('aria-label');
  if (named) return cleanLabel(named);
  const before = textBefore(root, ROOTS);
  if (before) return before;
  // A list without a label may say in its first option what it is for: "-- Hạng GPLX --".
  const invitation = root.localName === 'select' ? (root as HTMLSelectElement).options[0] : null;
  const words = invitation && isInvitation(invitation) ? (invitation.textContent ?? '') : '';
  const hint =
    root.getAttribute('placeholder') || root.getAttribute('title') || words.replace(/^[\s–-]+|[\s–-]+$/g, '');
  return /^(?:-|dd|mm|yyyy|ngày\/|chọn)/i.test(hint) ? '' : cleanLabel(hint);
}

function shownValue(root: Element, all: readonly Element[]): string | null {
  if (root.getAttribute('role') === 'combobox') return comboValue(root);
  if (root.localName === 'button') return '';
  const { type } = root as HTMLInputElement;
  if (type === 'radio' || type === 'checkbox') return ticked(all as HTMLInputElement[]);
  return all.map(nativeValue).filter(Boolean).join(' ');
}

/** Without a hidden box, what a list built of other elements shows stands beside its search box in the same shell. */
function comboValue(root: Element): string | null {
  if (root.getAttribute('aria-expanded') === 'true') return null;
  const hidden = hiddenBox(root);
  if (hidden) return hidden.value;
  return shownBeside(root) || ((root as HTMLInputElement).value ?? '');
}

function shownBeside(root: Element): string {
  let part = root;
  for (let level = 0; part.parentElement && level < 3; level++, part = part.parentElement) {
    for (const other of part.parentElement.children) {
      // Class names are often only hashes; the invitation to choose has an id that says so.
      if (other === part || /placeholder$/.test(other.id)) continue;
      const text = textOf(other);
      if (text && !/^[-–.\s]*chọn/i.test(text)) return text;
    }
  }
  return '';
}

/** The element that is drawn as the whole control. */
function shell(root: Element): Element {
  return root.getAttribute('role') === 'combobox'
    ? (root.closest('[class*="-control"], [class*="container"]') ?? root)
    : root;
}
