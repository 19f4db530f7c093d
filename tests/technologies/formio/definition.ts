import { conditionOf, controlOf, optionsOf } from '../fields.ts';
import type { Declaration, Field, Section } from '../form.ts';
import { codeOf, toModel } from './values.ts';

/** The declaration as a Form.io form: a section is a card on the page, or a page of the wizard. */
export function formOf(declaration: Declaration, isWizard: boolean) {
  return {
    display: isWizard ? 'wizard' : 'form',
    components: declaration.sections.map((section, index) => ({
      type: 'panel',
      key: `panel${index}`,
      title: section.title,
      label: section.title,
      input: false,
      components: listed(
        section,
        section.fields.map((field) => component(declaration, section, field)),
      ),
    })),
  };
}

function listed({ rows }: Section, components: object[]): object[] {
  const list = { type: 'datagrid', label: 'Danh sách', input: true, initEmpty: false };
  return rows ? [{ ...list, key: rows, components, defaultValue: [{}, {}] }] : components;
}

function component(declaration: Declaration, section: Section, field: Field) {
  return {
    key: field.name,
    label: field.label || ' ',
    hideLabel: field.label === '',
    input: true,
    // Whatever the form hides keeps its value, as on the portals.
    clearOnHide: false,
    validate: { required: field.required },
    ...condition(declaration, section, field),
    ...widget(field),
  };
}

function condition(declaration: Declaration, section: Section, field: Field) {
  const found = conditionOf(declaration, section, field);
  if (!found) return {};
  const { parent, value } = found;
  const rule =
    value === undefined
      ? { component: parent.name, operator: 'isNotEmpty' }
      : { component: parent.name, operator: 'isEqual', value: toModel(parent, value) };
  return { conditional: { show: true, conjunction: 'all', conditions: [rule] } };
}

function widget(field: Field) {
  const values = optionsOf(field).map((label) => ({ label, value: codeOf(field, label) }));
  switch (controlOf(field)) {
    case 'select':
      return {
        type: 'select',
        dataSrc: 'values',
        data: { values },
        placeholder: '-- Chọn --',
        widget: field.widget === 'html5' ? 'html5' : 'choicesjs',
        searchEnabled: values.length > 5,
      };
    case 'radio':
      return { type: 'radio', values, inline: true };
    case 'checkbox':
      return values.length > 0 ? { type: 'selectboxes', values, inline: true } : { type: 'checkbox' };
    case 'number':
      return { type: 'number' };
    case 'textarea':
      return { type: 'textarea', rows: 2 };
    case 'date':
      return { type: 'datetime', format: 'dd/MM/yyyy', enableTime: false, placeholder: 'dd/mm/yyyy' };
    case 'date-3':
      return { type: 'day', dayFirst: true };
    default:
      // Its mask is American unless told otherwise.
      if (field.widget === 'phoneNumber') return { type: 'phoneNumber', inputMask: '' };
      return { type: field.widget === 'email' ? 'email' : 'textfield' };
  }
}
