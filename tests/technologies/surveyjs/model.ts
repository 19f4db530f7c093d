import { Model, type Question } from 'survey-core';
import 'survey-core/i18n/vietnamese';
import 'survey-core/style.css';
import {
  addressTitles,
  conditionOf,
  controlOf,
  dateParts,
  fieldOf,
  joinDate,
  joinParts,
  optionsOf,
  partsOf,
  placesOf,
  tickedOf,
  toIso,
  toVietnamese,
} from '../fields.ts';
import type { Declaration, Field, FormHandle, Section } from '../form.ts';

/** The declaration as a SurveyJS model: sections are panels on one page, as on the real portal. */
export function buildSurvey(declaration: Declaration): Model {
  const survey = new Model({
    locale: 'vi',
    showNavigationButtons: false,
    showQuestionNumbers: 'off',
    showTitle: false,
    questionErrorLocation: 'bottom',
    pages: [
      { name: 'page', elements: declaration.sections.map((one, index) => panel(declaration, one, index)) },
    ],
  });
  survey.checkErrorsMode = 'onComplete';
  return survey;
}

function panel(declaration: Declaration, section: Section, index: number) {
  const isWide = (field?: Field) => field !== undefined && wide.has(controlOf(field));
  const { rows } = section;
  const elements = section.fields.map((field, place) => ({
    name: field.name,
    // Without a title SurveyJS would show the question's name.
    ...(field.label ? { title: field.label } : { titleLocation: 'hidden', title: ' ' }),
    isRequired: field.required,
    startWithNewLine: isWide(field) || isWide(section.fields[place - 1]) || place % 2 === 0,
    ...visibleIf(declaration, section, field),
    ...question(field),
  }));
  return {
    type: 'panel',
    name: `panel${index}`,
    title: section.title,
    elements: rows
      ? [{ type: 'paneldynamic', name: rows, title: 'Danh sách', panelCount: 2, templateElements: elements }]
      : elements,
  };
}

const wide = new Set(['radio', 'checkbox', 'textarea', 'address', 'date-3']);

function visibleIf(declaration: Declaration, section: Section, field: Field) {
  const condition = conditionOf(declaration, section, field);
  if (!condition) return {};
  const { parent, value } = condition;
  if (value === undefined) return { visibleIf: `{${parent.name}} notempty` };
  return { visibleIf: `{${parent.name}} = '${toModel(parent, value)}'` };
}

function question(field: Field) {
  const choices = optionsOf(field).map((text) => ({ value: codeOf(field, text), text }));
  switch (controlOf(field)) {
    case 'select':
      // Short lists stand without a search box, as on the portal.
      return {
        type: 'dropdown',
        choices,
        searchEnabled: choices.length > 5,
        placeholder: '-- Chọn --',
        ...(field.widget === 'select' && { renderAs: 'select' }),
      };
    case 'radio':
      return { type: 'radiogroup', choices, colCount: choices.length > 4 ? 2 : choices.length };
    case 'checkbox':
      return choices.length > 0
        ? { type: 'checkbox', choices, colCount: 2 }
        : { type: 'boolean', renderAs: 'checkbox' };
    case 'number':
      return { type: 'text', inputType: 'number', min: 0 };
    case 'date':
      return { type: 'text', inputType: 'date' };
    case 'textarea':
      return { type: 'comment', rows: 2 };
    case 'date-3':
      return { type: 'multipletext', colCount: 3, items: parts(['Ngày', 'Tháng', 'Năm']) };
    case 'address':
      return { type: 'multipletext', colCount: 3, items: parts(addressTitles) };
    default:
      return field.kind.endsWith('-date') ? { type: 'text', placeholder: 'dd/mm/yyyy' } : { type: 'text' };
  }
}

const partNames = ['part1', 'part2', 'part3'];
const parts = (titles: readonly string[]) =>
  titles.map((title, index) => ({ name: partNames[index], title }));

/** Lists hold codes, not texts, so that nobody can read a value off the model's answer. */
function codeOf(field: Field, text: string): string {
  const place = optionsOf(field).indexOf(text);
  if (place < 0) throw new Error(`${field.name} does not offer "${text}"`);
  return `${String(place + 1).padStart(2, '0')}`;
}

/** The portal's own hand on a survey. */
export function handleOf(survey: Model, declaration: Declaration): FormHandle {
  const questionOf = (name: string): Question => {
    const found = survey.getQuestionByName(name);
    if (!found) throw new Error(`${declaration.id} has no field ${name}`);
    return found;
  };
  return {
    set(name, value) {
      questionOf(name).value = toModel(fieldOf(declaration, name), value);
    },
    lock(name) {
      questionOf(name).readOnly = true;
    },
    filled: () =>
      placesOf(declaration).flatMap(({ field }) => (questionOf(field.name).isEmpty() ? [] : [field.name])),
    get: (name) => fromModel(fieldOf(declaration, name), questionOf(name).value),
  };
}

function toModel(field: Field, value: string): unknown {
  if (value === '') return undefined;
  const control = controlOf(field);
  if (control === 'number') return Number(value);
  if (control === 'date') return toIso(value);
  if (control === 'select' || control === 'radio') return codeOf(field, value);
  if (control === 'checkbox') {
    return optionsOf(field).length > 0 ? tickedOf(field, value).map((one) => codeOf(field, one)) : true;
  }
  if (control === 'date-3') return inParts(dateParts(value));
  if (control === 'address') return inParts(partsOf(value));
  return value;
}

function inParts(values: readonly string[]): Record<string, string> {
  return Object.fromEntries(values.map((value, index) => [partNames[index] ?? 'part3', value]));
}

function fromModel(field: Field, held: unknown): string {
  if (held === undefined || held === null || held === '') return '';
  const options = optionsOf(field);
  const textOf = (code: unknown) => options[Number(code) - 1] ?? String(code);
  const control = controlOf(field);
  if (Array.isArray(held)) return joinParts(held.map(textOf));
  if (control === 'select' || control === 'radio') return textOf(held);
  if (control === 'date') return toVietnamese(String(held));
  if (typeof held !== 'object') return held === false ? '' : String(held);
  const record = held as Record<string, string>;
  const values = partNames.map((name) => record[name] ?? '');
  return control === 'date-3' ? joinDate(values) : joinParts(values);
}
