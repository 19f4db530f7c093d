import { has, isAutofilled, isLocked, isRequired, joined, TICKS, valuesOf } from './controls.ts';
import { isStarred, textBefore } from './labels.ts';
import type { FieldReader } from './reader.ts';

/** The custom elements of the Ministry of Justice's e-forms (portal-facts, section 3); what most elements are, is asked first. */
const ROOTS =
  ':not(div, span, label, input, option):is(x-input, x-input-number, x-date, x-date-text, x-date-text-vn, x-radio, x-select, x-select-default, x-select-area, x-textarea)';

export const xElements: FieldReader = {
  roots: ROOTS,
  own: true,

  nameOf: (root) => (root.parentElement?.closest(ROOTS) ? null : root.getAttribute('name')),

  widgetOf(root) {
    if (/^x-(?:radio|select)/.test(root.localName)) return 'choice';
    return root.localName.startsWith('x-date') ? 'date' : 'text';
  },

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

function shownValue(root: Element): string | null {
  const boxes = root.querySelectorAll(TICKS);
  if (boxes.length > 0) {
    // The choice "Khác" brings a box for its words.
    const words = root.querySelector<HTMLInputElement>('input[type=text]')?.value ?? '';
    return `${valuesOf(boxes)} ${words}`;
  }
  if (root.querySelector('.input-field-select-options:is(.open, .show)')) return null;
  // An address is two lists and a box.
  const lists = [...root.querySelectorAll('.input-field-select')].map((it) => it.textContent.trim());
  const inputs = root.querySelectorAll(
    ':is(input:not([type=hidden]), select, textarea):not(.input-field-select-options *)',
  );
  return joined([...lists.filter((it) => !it.startsWith('--')), valuesOf(inputs)]);
}
