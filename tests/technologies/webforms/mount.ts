import './style.css';
import { controlOf } from '../fields.ts';
import type { Field, Mount } from '../form.ts';
import { type NativeControl, nativeControl, type Style } from '../native/control.ts';
import { nativeHandle } from '../native/handle.ts';
import { reveal } from '../reveal.ts';

const capital = (part: string) => part.charAt(0).toUpperCase() + part.slice(1);
const idOf = ({ name }: Field, part?: string) => (part ? `${name}_${capital(part)}` : name);
const style: Style = {
  nameOf: (field, part) => idOf(field, part).replaceAll('_', '$'),
  idOf,
  hasDateLists: true,
};

/**
 * ASP.NET WebForms: one form around the page, its state in hidden boxes, tables without labels, two fields in a row.
 * Real ones post back when a list changes that others hang on; here what the server would answer is drawn at once.
 */
export const mount: Mount = async (root, declaration) => {
  const controls = new Map<string, NativeControl>();
  const nodesOf = new Map<string, ChildNode[]>();
  const form = document.createElement('form');
  form.id = 'aspnetForm';
  form.action = './';
  form.addEventListener('submit', (event) => event.preventDefault());
  for (const name of ['__EVENTTARGET', '__EVENTARGUMENT', '__VIEWSTATE', '__EVENTVALIDATION'])
    form.append(hidden(name));
  for (const section of declaration.sections) {
    const table = document.createElement('table');
    table.className = 'tbl-form';
    table.cellPadding = '2';
    if (section.title) {
      const title = table.insertRow().insertCell();
      title.colSpan = 4;
      title.className = 'tbl-title';
      title.textContent = section.title;
    }
    let row = table.insertRow();
    for (const field of section.fields) {
      const control = nativeControl(field, style);
      controls.set(field.name, control);
      // What comes and goes takes a row of its own.
      if (row.cells.length >= 4 || field.conditional || isWide(field)) row = table.insertRow();
      const cells = cellsOf(field, control);
      row.append(...cells);
      nodesOf.set(field.name, cells);
      if (isWide(field) || field.conditional) row = table.insertRow();
    }
    form.append(table);
  }
  root.append(form);
  const get = (name: string) => controls.get(name)?.get() ?? '';
  return nativeHandle(declaration, controls, reveal(declaration, form, nodesOf, get));
};

function hidden(name: string): HTMLInputElement {
  const input = document.createElement('input');
  input.type = 'hidden';
  input.name = name;
  input.id = name;
  if (name === '__VIEWSTATE') input.value = '/wEPDwUKLTY0MjM4NzA4Nw9kFgJmD2QWAgIDD2QWAg==';
  return input;
}

function isWide(field: Field): boolean {
  return (
    field.label.length > 40 ||
    ['radio', 'checkbox', 'textarea', 'address', 'date-3'].includes(controlOf(field))
  );
}

/** The words in a cell of their own, the star in a span after the control, as their validators write it. */
function cellsOf(field: Field, control: NativeControl): HTMLTableCellElement[] {
  const words = document.createElement('td');
  const box = document.createElement('td');
  const span = document.createElement('span');
  span.id = `${field.name.replace(/_[^_]*$/, '')}_Lbl${field.name.replace(/^.*_/, '')}`;
  span.textContent = field.label;
  words.className = 'td-label';
  words.append(span);
  box.append(...control.nodes);
  if (field.required && !field.label.includes('*')) {
    const star = document.createElement('span');
    star.className = 'req';
    star.textContent = '(*)';
    box.append(' ', star);
  }
  if (isWide(field)) box.colSpan = 3;
  if (controlOf(field) === 'checkbox' && control.single) {
    // A lone box carries its words behind it, in a label of its own.
    const label = document.createElement('label');
    label.htmlFor = control.single.id;
    label.textContent = field.label;
    box.append(label);
    words.textContent = '';
  }
  return [words, box];
}
