import { cleanLabel } from '../../text/index.ts';
import type { FieldReader, Reading, Widget } from './reader.ts';

/**
 * SurveyJS 2.x as the national portal renders it (form-tech-facts, section 2). Every question root carries the
 * question's name in `data-name`; `sq_*` ids are renumbered at every render and mean nothing.
 */
const ROOTS = '[data-name]';
const TITLE = '[id$="_ariaTitle"]';
/** Questions that a person does not answer with a value, or that are documents rather than declaration. */
const NOT_FIELDS = '.sd-file, .sd-html, .sd-image, .sd-signaturepad';
const TEXT_BOX = 'input:not([type=radio], [type=checkbox], [type=hidden]), textarea';
const CHOICE_TARGETS =
  '[role=option], [role=listbox] li, input[type=radio], input[type=checkbox], label, select, .flatpickr-day, .sd-dropdown_clean-button';

/** Panels keep their place in a form, so title and number are worked out once per drawn panel. */
const sections = new WeakMap<Element, { title: string; index: number }>();

export const surveyjs: FieldReader = {
  roots: ROOTS,

  nameOf(root) {
    const name = root.getAttribute('data-name');
    if (!name || root.querySelector(NOT_FIELDS) || root.querySelector(ROOTS)) return null;
    return root.querySelector('input, textarea, select, [role=combobox], .sd-input')
      ? name.replace(/__\d+$/, '')
      : null;
  },

  widgetOf(root): Widget {
    if (root.querySelector('.sd-dropdown, [role=combobox], select, input[type=radio], input[type=checkbox]'))
      return 'choice';
    return root.querySelector('input[type=date], input[type=time], .flatpickr-input') ? 'date' : 'text';
  },

  read(root): Reading {
    const { title, index } = sectionOf(root);
    const box = root.querySelector(TEXT_BOX);
    return {
      label: labelOf(root),
      section: title,
      sectionIndex: index,
      required: root.querySelector('[aria-required="true"], .sd-question__title--required') !== null,
      locked: root.classList.contains('sd-question--readonly'),
      value: shownValue(root, box),
      autofilled: box?.matches(':autofill') ?? false,
      error:
        root.classList.contains('sd-question--error') || root.querySelector('[aria-invalid="true"]') !== null,
    };
  },

  ownerOf: (target) => target.closest(ROOTS),
  isChoice: (target) => target.closest(CHOICE_TARGETS) !== null,

  partsOf: (root) => ({
    label: root.querySelector(TITLE),
    control: root.querySelector('.sd-question__content, fieldset, .sd-input'),
  }),
};

function labelOf(root: Element): string {
  const title = root.querySelector(`${TITLE} .sv-string-viewer`) ?? root.querySelector(TITLE);
  // A hidden title leaves no node; the input then carries it as its name.
  const text = title?.textContent || root.querySelector('[aria-label]')?.getAttribute('aria-label') || '';
  return cleanLabel(text);
}

function sectionOf(root: Element): { title: string; index: number } {
  const panel = root.parentElement?.closest('.sd-panel');
  if (!panel) return { title: '', index: 0 };
  const known = sections.get(panel);
  if (known) return known;
  const titled = [...panel.ownerDocument.querySelectorAll('.sd-panel')].filter((it) =>
    it.querySelector(TITLE),
  );
  const title = cleanLabel(panel.querySelector(TITLE)?.textContent ?? '');
  const section = { title, index: titled.indexOf(panel) + 1 };
  sections.set(panel, section);
  return section;
}

function shownValue(root: Element, box: Element | null): string | null {
  const dropdown = root.querySelector('.sd-dropdown, [role=combobox]');
  if (dropdown) return dropdownValue(root, dropdown);
  const boxes = root.querySelectorAll<HTMLInputElement>('input[type=radio], input[type=checkbox]');
  if (boxes.length > 0) return [...boxes].flatMap((it) => (it.checked ? [it.value] : [])).join(' ');
  const select = root.querySelector('select');
  if (select) return select.value;
  if (box) return (box as HTMLInputElement).value;
  // Read-only text may be drawn as a bare block without any input.
  return root.querySelector('.sd-input')?.textContent ?? '';
}

function dropdownValue(root: Element, dropdown: Element): string | null {
  // While its list is open the box holds the words searched for, not a value.
  if (root.querySelector('[aria-expanded="true"]')) return null;
  if (dropdown.closest('.sd-dropdown--empty') || dropdown.querySelector('.sd-dropdown--empty')) return '';
  const shown = dropdown.querySelector('.sv-string-viewer')?.textContent;
  return shown || dropdown.querySelector('input')?.value || '';
}
