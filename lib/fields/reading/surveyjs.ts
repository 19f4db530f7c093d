import { toldText } from '../../text/index.ts';
import {
  BOX,
  has,
  hasError,
  invites,
  isAutofilled,
  isRequired,
  placeAmong,
  shownIn,
  TICKS,
} from './controls.ts';
import type { FieldReader } from './reader.ts';

/**
 * SurveyJS 1.12 to 3.0 and its Preact build (form-tech-facts, section 2). Every question root carries the question's
 * name in `data-name`; `sq_*` ids are renumbered at every render and mean nothing.
 */
const ROOTS = '[data-name]:is([id^=sq_], .sd-element, .sd-question)';
const TITLE = '[id$="_ariaTitle"]';
/** Questions that a person does not answer with a value, or that are documents rather than declaration. */
const NOT_FIELDS = '.sd-file, .sd-html, .sd-image, .sd-signaturepad, input[type=file]';
const BARE = '.sd-dropdown[disabled], div.sd-input:not(.sd-dropdown)';
const ANSWERS = `${BOX}, ${TICKS}, select, [role=combobox], .sd-input, ${BARE}`;

/** What lists hold; a switch says what it stands at once it was answered, "no" too. */
const CHOSEN = '.sd-dropdown:not(.sd-dropdown--empty) .sv-string-viewer, .sd-boolean__thumb-text';

export const surveyjs: FieldReader = {
  roots: ROOTS,
  rows: '.sd-question--paneldynamic',

  nameOf(root) {
    const name = root.getAttribute('data-name');
    if (!name || root.querySelector(`${NOT_FIELDS}, ${ROOTS}`)) return null;
    return root.querySelector(ANSWERS) ? pathOf(root) : null;
  },

  read: (root) => ({
    label: labelOf(root),
    required: isRequired(root),
    locked: has(root, '.sd-question--readonly'),
    value: shownValue(root),
    autofilled: isAutofilled(root),
    error: hasError(root) || has(root, '.sd-question--error'),
  }),

  partsOf: (root) => ({
    label: root.querySelector(TITLE),
    control: root.querySelector('.sd-question__content, fieldset, .sd-input'),
  }),
};

const PANEL = '.sd-paneldynamic__panel-wrapper';

/** A question's name; one that is asked in every panel of a row of them is told apart by its panel: `con.0.hoTen`. */
function pathOf(root: Element): string {
  const name = (root.getAttribute('data-name') ?? '').replace(/__\d+$/, '');
  const panel = root.closest(PANEL);
  const whole = panel?.closest('[data-name]');
  return panel && whole ? `${pathOf(whole)}.${placeAmong(panel, PANEL)}.${name}` : name;
}

function labelOf(root: Element): string {
  const title = root.querySelector(`${TITLE} .sv-string-viewer`) ?? root.querySelector(TITLE);
  // A hidden title leaves no node; the input then carries it as its name.
  const text = title?.textContent || root.querySelector('[aria-label]')?.getAttribute('aria-label') || '';
  return toldText(text);
}

/** A list has its words where it is closed, or in the box that searches it; a matrix has many of both. */
function shownValue(root: Element): string | null {
  // While its list is open the box holds the words searched for, not a value.
  if (root.querySelector('[aria-expanded=true]')) return null;
  // What is locked may be drawn as a bare block without any control: a list with its invitation where nothing is chosen.
  const bare = root.querySelector(BARE)?.textContent ?? '';
  return shownIn(root, CHOSEN, '.sv-popup') || (invites(bare) ? '' : bare);
}
