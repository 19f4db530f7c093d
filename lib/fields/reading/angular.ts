import { toldText } from '../../text/index.ts';
import {
  boxOf,
  has,
  hasError,
  hasLockedTicks,
  isAutofilled,
  isLocked,
  isRequired,
  placeAmong,
  shownIn,
  TICKS,
  valuesOf,
  widgetOf,
} from './controls.ts';
import { behindWords, groupLabel, isNoField, wordsBehind } from './generic.ts';
import { CHOSEN, isStarred, labelOf, textBefore, textOf } from './labels.ts';
import type { FieldReader, Surroundings } from './reader.ts';

/**
 * The state that Angular writes on whatever is bound to a control or a group: a row's own name is not to be seen in the
 * page.
 */
const BOUND = '.ng-untouched, .ng-touched';

/** Angular forms with Material, ng-select and the portal's own `app-input`; a form of templates names what is bound to it. */
const ROOTS = `[formcontrolname], :is(${BOUND})[name]:not(form, fieldset, [ng-model])`;
const FIELD = 'mat-form-field, app-input';

export const angular: FieldReader = {
  roots: ROOTS,
  rows: '[formarrayname]',

  nameOf(root) {
    // A wrapper may hand its name on to the control inside.
    if (root.parentElement?.closest(ROOTS) || root.querySelector('input[type=file]')) return null;
    const name = ownName(root);
    return name && !isNoField(root, name) ? groupsOf(root) + name : null;
  },

  rootOf: (part) => partsOf(part)[0],

  controlsOf: partsOf,

  read(root, around) {
    const inner = innerLabels(root);
    const element = labelElement(root, around, inner);
    const part = element ? null : behindWords(fieldOf(root), [root]);
    return {
      label: labelText(root, around, inner, element, part),
      required: isRequired(fieldOf(root)) || isStarred(element, part ?? root, ROOTS),
      locked:
        isLocked(root) ||
        root.matches('[disabled]') ||
        hasLockedTicks(root) ||
        (widgetOf(root) !== 'choice' && isLocked(boxOf(root))) ||
        has(root, '.ng-select-disabled, [aria-disabled=true]'),
      value: shownValue(root),
      autofilled: isAutofilled(root),
      error: hasError(root) || (root.matches('.ng-invalid.ng-touched') && has(root, 'mat-error')),
    };
  },

  partsOf: (root, around) => ({
    label: labelElement(root, around),
    control:
      root.querySelector('input, select, textarea, .ng-select-container, .mat-mdc-select-trigger') ?? root,
  }),
};

const ownName = (root: Element) => root.getAttribute('formcontrolname') ?? root.getAttribute('name') ?? '';

/** Both parents have a name, and every child of several: `cha.hoTen`, `con.0.hoTen`. */
function groupsOf(element: Element): string {
  const group = element.parentElement?.closest('[formgroupname], [formarrayname]');
  if (!group) return '';
  const array = group.getAttribute('formarrayname');
  const name = array === null ? group.getAttribute('formgroupname') : `${array}.${rowOf(element, group)}`;
  return `${groupsOf(group)}${name}.`;
}

/** Radio buttons of one field each bear its name, in the group that it is of. */
function partsOf(root: Element): Element[] {
  if ((root as HTMLInputElement).type !== 'radio') return [root];
  const group = root.closest(`form, body, :is(${BOUND}):not(input)`);
  const named = CSS.escape(ownName(root));
  return [...(group?.querySelectorAll(`[formcontrolname=${named}], [name=${named}]`) ?? [])];
}

function rowOf(element: Element, array: Element): number {
  const bound = element.parentElement?.closest(BOUND);
  if (bound && bound !== array && array.contains(bound)) return placeAmong(bound, BOUND);
  let row = element;
  while (row.parentElement && row.parentElement !== array) row = row.parentElement;
  return placeAmong(row, row.localName);
}

const fieldOf = (root: Element) => root.closest(FIELD) ?? root;

const LABELS = 'mat-label, label';

/** Labels inside a wrapper; those of radio buttons, or of several boxes, say what is chosen, not what is asked. */
function innerLabels(root: Element): Element[] {
  const field = fieldOf(root);
  const options = field.querySelectorAll(TICKS).length > 1;
  const isOption = (it: Element) =>
    it.closest('mat-radio-button') || (options && (it as HTMLLabelElement).control?.matches(TICKS));
  return [...field.querySelectorAll(LABELS)].filter(
    (it) => !isOption(it) && !it.querySelector(LABELS) && textOf(it),
  );
}

function labelElement(
  root: Element,
  around: Surroundings,
  [own, ...more] = innerLabels(root),
): Element | null {
  if (own && more.length === 0) return own;
  const all = partsOf(root);
  if (all.length > 1) return groupLabel(root, all);
  return labelOf(root, around)?.element ?? own ?? null;
}

function labelText(
  root: Element,
  around: Surroundings,
  inner: readonly Element[],
  element: Element | null,
  part: Element | null,
): string {
  // An address that the model holds as one field has a label for each box; one over them all says it better.
  if (inner.length > 1) {
    const over = labelOf(root, around);
    return over && !root.contains(over.element) ? over.text : toldText(inner.map(textOf).join(' · '));
  }
  if (element) return textOf(element);
  const own = wordsBehind(root) || (part && textBefore(part, ROOTS));
  if (own) return own;
  const hint =
    root.getAttribute('placeholder') ??
    root.getAttribute('label') ??
    boxOf(root)?.getAttribute('placeholder');
  return toldText(hint ?? root.getAttribute('aria-label') ?? '');
}

function shownValue(root: Element): string | null {
  if (root.matches('input, textarea, select')) return valuesOf(partsOf(root));
  if (has(root, '.ng-select-opened, [aria-expanded=true]')) return null;
  // An address that the model holds as one field has lists and boxes.
  return shownIn(root, `:is(${CHOSEN}, .ng-value:not(:has(.ng-value-label))):not(.p-placeholder)`);
}
