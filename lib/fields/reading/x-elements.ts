import { has, isAutofilled, isLocked, isRequired, shownIn } from './controls.ts';
import { isStarred, textBefore } from './labels.ts';
import type { FieldReader } from './reader.ts';

/** The custom elements of the Ministry of Justice's e-forms (portal-facts, section 3); what most elements are, is asked first. */
const ROOTS =
  ':not(div, span, label, input, option):is(x-input, x-input-number, x-date, x-date-text, x-date-text-vn, x-radio, x-select, x-select-default, x-select-area, x-textarea)';

export const xElements: FieldReader = {
  roots: ROOTS,
  own: true,

  nameOf: (root) => (root.parentElement?.closest(ROOTS) ? null : root.getAttribute('name')),

  read: (root) => ({
    label: textBefore(root, ROOTS),
    required: isRequired(root) || isStarred(null, root, ROOTS),
    locked:
      root.matches('[readonly], [disabled]') || isLocked(root.querySelector('input:not([type=hidden])')),
    value: shownValue(root),
    autofilled: isAutofilled(root),
    error: root.matches('.error') || has(root, '.is-invalid, [aria-invalid=true]'),
  }),

  // The words before it are no element of their own, so a mark stands beside the whole.
  partsOf: (root) => ({ label: null, control: root }),
};

/** An address is two lists and a box, and the choice "Khác" brings a box for its words. */
const shownValue = (root: Element) =>
  root.querySelector('.input-field-select-options:is(.open, .show)')
    ? null
    : shownIn(root, '.input-field-select');
