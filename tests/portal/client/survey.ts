import { Model } from 'survey-core';
import 'survey-core/i18n/vietnamese';
import { choicesOf } from '../choices.ts';
import type { Declaration, Field, Section } from '../wire.ts';

/** The declaration as a SurveyJS model: sections are panels, everything on one page, as on the real portal. */
export function buildSurvey(declaration: Declaration): Model {
  const survey = new Model({
    locale: 'vi',
    showNavigationButtons: false,
    showQuestionNumbers: 'off',
    showTitle: false,
    questionErrorLocation: 'bottom',
    pages: [{ name: 'page', elements: declaration.sections.map(panel) }],
  });
  // Errors appear when the citizen submits, and then follow what is typed.
  survey.checkErrorsMode = 'onComplete';
  return survey;
}

function panel(section: Section, index: number) {
  return {
    type: 'panel',
    name: `panel${index}`,
    title: section.title,
    elements: section.fields.map((field, place) => element(section, field, place)),
  };
}

function element(section: Section, field: Field, place: number) {
  const wide = field.widget === 'radio';
  const afterWide = section.fields[place - 1]?.widget === 'radio';
  return {
    name: field.name,
    title: field.label,
    isRequired: field.required,
    startWithNewLine: wide || afterWide || place % 2 === 0,
    ...(field.conditional && { visibleIf: condition(section, field) }),
    ...widget(field),
  };
}

function widget(field: Field) {
  if (field.widget === 'dropdown') {
    return {
      type: 'dropdown',
      choices: [...choicesOf(field)],
      searchEnabled: true,
      placeholder: '-- Chọn --',
    };
  }
  if (field.widget === 'radio') return { type: 'radiogroup', choices: [...choicesOf(field)], colCount: 3 };
  if (field.widget === 'number') return { type: 'text', inputType: 'number', min: 0 };
  if (field.widget === 'date') return { type: 'text', inputType: 'date' };
  if (field.kind.endsWith('-date'))
    return { type: 'text', placeholder: 'dd/mm/yyyy', validators: [dateValidator] };
  if (field.kind === 'personal-id') return { type: 'text', maxLength: 12, validators: [idValidator] };
  return { type: 'text' };
}

const dateValidator = {
  type: 'regex',
  regex: '^\\d{2}/\\d{2}/\\d{4}$',
  text: 'Ngày phải có dạng dd/mm/yyyy',
};
const idValidator = { type: 'regex', regex: '^\\d{12}$', text: 'Số định danh gồm 12 chữ số' };

/** Conditional questions hang on the residence radio of their section, or on the relationship "Khác". */
function condition(section: Section, field: Field): string {
  const parentKind = field.kind === 'relationship' ? 'relationship' : 'residence';
  const parent = section.fields.find((one) => one.kind === parentKind && !one.conditional);
  if (!parent) throw new Error(`nothing decides whether ${field.name} shows`);
  return parentKind === 'relationship' ? `{${parent.name}} = 'Khác'` : `{${parent.name}} notempty`;
}
