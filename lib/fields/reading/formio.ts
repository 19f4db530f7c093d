import { boxOf, has, hasError, isAutofilled, isLocked, isRequired, shownIn } from './controls.ts';
import { labelBy } from './labels.ts';
import type { FieldReader } from './reader.ts';

/** Form.io 5 (form-tech-facts, section 3): ids are random on every load, the key stands in `name` and in a class. */
const ROOTS = '.formio-component';
const CONTAINER =
  /(?<!\S)formio-(component-(panel|columns|fieldset|form|wizard|well|button|content|htmlelement|file|recaptcha)|hidden)(?!\S)/;
const ANSWER =
  'input:not([type=hidden], [type=file]), textarea, select, [role=radiogroup], .formio-editor-read-only-content';

const CHOSEN =
  ':is(.choices__list--single, .choices__list--multiple) .choices__item:not(.choices__placeholder) > :first-child, .formio-editor-read-only-content';

export const formio: FieldReader = {
  roots: ROOTS,

  nameOf(root) {
    if (CONTAINER.test(root.className) || root.querySelector(ROOTS) || !root.querySelector(ANSWER))
      return null;
    return keyOf(root);
  },

  read: (root) => ({
    label: labelBy(labelElement(root))?.text ?? '',
    required: isRequired(root),
    locked:
      isLocked(boxOf(root)) ||
      has(root, '.is-disabled, select:disabled, [aria-readonly=true], input:disabled'),
    value: shownValue(root),
    autofilled: isAutofilled(root),
    error: hasError(root) || has(root, '.has-error, .formio-error-wrapper'),
  }),

  partsOf: (root) => ({
    label: labelElement(root),
    control: root.querySelector('[ref=element], .input-group, .choices, input'),
  }),
};

function keyOf(root: Element): string | null {
  const name = root.querySelector('[name^="data["]')?.getAttribute('name');
  // Radio buttons append a random part, lists of boxes an empty one.
  const path = name?.match(/[^[\]]+/g)?.slice(1);
  const last = [...root.classList]
    .findLast((it) => /^formio-component-(?!label-hidden$|multiple$)/.test(it))
    ?.slice(17);
  if (!path?.length) return last ?? null;
  return path.slice(0, path.lastIndexOf(last ?? '') + 1 || undefined).join('.');
}

/** Its own, wherever it stands: the boxes of a date and what is ticked have labels in it as well, maybe before it. */
const labelElement = (root: Element) =>
  root.querySelector(':scope > label, .col-form-label, legend') ?? root.querySelector('.form-check-label');

/** A date in three boxes is one field; its hidden sum is never filled (form-tech-facts, section 3). */
const shownValue = (root: Element) => (root.querySelector('.choices.is-open') ? null : shownIn(root, CHOSEN));
