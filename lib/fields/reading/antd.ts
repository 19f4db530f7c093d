import {
  BOX,
  boxOf,
  has,
  hasError,
  hasLockedTicks,
  isAutofilled,
  isLocked,
  isRequired,
  shownIn,
  TICKS,
} from './controls.ts';
import { labelBy, toldHint } from './labels.ts';
import type { FieldReader } from './reader.ts';

/** Ant Design's `Form.Item`: the control's id is the field's name, with the form's before it where it has one. */
const ROOTS = '.ant-form-item';
const ANSWER = `${BOX}, ${TICKS}, .ant-select, [role=switch]`;

/** A phone has a list for its country before its box, an address several lists: all of them together are the value. */
const CHOSEN = '.ant-select-selection-item, .ant-select-content-has-value';

export const antd: FieldReader = {
  roots: ROOTS,

  nameOf(root) {
    if (root.querySelector(`${ROOTS}, input[type=file]`) || !root.querySelector(ANSWER)) return null;
    const id = root.querySelector('[id]:is(input, textarea, .ant-radio-group, .ant-checkbox-group)')?.id;
    return (
      id ||
      root.querySelector('label[for]')?.getAttribute('for') ||
      root.querySelector('[name]')?.getAttribute('name') ||
      // As Angular draws it.
      root.querySelector('[formcontrolname]')?.getAttribute('formcontrolname') ||
      null
    );
  },

  read: (root) => ({
    label: labelBy(labelOf(root))?.text || toldHint(boxOf(root)?.getAttribute('placeholder') ?? ''),
    required: isRequired(root),
    locked:
      (isLocked(boxOf(root)) && !root.querySelector('.ant-select:not(.ant-select-disabled)')) ||
      has(root, '.ant-select-disabled, .ant-picker-disabled') ||
      hasLockedTicks(root),
    value: has(root, '.ant-select-open:not(.ant-select-auto-complete)') ? null : shownIn(root, CHOSEN),
    autofilled: isAutofilled(root),
    error: hasError(root) || has(root, '.ant-form-item-has-error'),
  }),

  partsOf: (root) => ({
    label: labelOf(root),
    control: root.querySelector('.ant-form-item-control'),
  }),
};

/** A lone box to tick carries its words behind it. */
const labelOf = (root: Element) =>
  root.querySelector('.ant-form-item-label label') ??
  (root.querySelectorAll(TICKS).length === 1 ? root.querySelector('.ant-checkbox-wrapper') : null);
