import { controlOf } from '../fields.ts';
import type { Field } from '../form.ts';
import type { NativeControl } from '../native/control.ts';

type Placed = { field: Field; control: NativeControl };
/** Draws a section; `rows` holds for each field the node that comes and goes with it. */
export type Layout = (
  title: string,
  fields: readonly Placed[],
) => { block: HTMLElement; rows: HTMLElement[] };

function element(name: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

/** The words of a field, with a star where it is required and does not say so itself. */
function words({ label, required }: Field): (Node | string)[] {
  if (!required || label.includes('*') || label === '') return [label];
  const star = element('span', '*');
  star.className = 'required';
  return [label, ' ', star];
}

function labelFor(field: Field, control: NativeControl): HTMLElement {
  const label = document.createElement('label');
  label.append(...words(field));
  if (control.single) label.htmlFor = control.single.id;
  return label;
}

function titled(name: string, title: string): HTMLElement {
  return title ? element('div', element(name, title)) : element('div');
}

const isTick = ({ field, control }: Placed) =>
  controlOf(field) === 'checkbox' && control.single !== undefined;

/** A label that points at its control; a group's label points at nothing. */
const labels: Layout = (title, fields) => {
  const block = titled('h3', title);
  const rows = fields.map((placed) => {
    const label = labelFor(placed.field, placed.control);
    const nodes = placed.control.nodes;
    const row = isTick(placed) ? element('div', ...nodes, ' ', label) : element('div', label, ' ', ...nodes);
    row.className = 'form-row';
    return row;
  });
  block.append(...rows);
  return { block, rows };
};

/** The words in the cell before, and no label at all. */
const table: Layout = (title, fields) => {
  const block = titled('h3', title);
  const rows = fields.map((placed) => {
    const { field, control } = placed;
    return isTick(placed)
      ? element('tr', element('td'), element('td', ...control.nodes, ' ', ...words(field)))
      : element('tr', element('td', ...words(field)), element('td', ...control.nodes));
  });
  block.append(element('table', element('tbody', ...rows)));
  return { block, rows };
};

/** Labels around their controls in a fieldset; a group is a fieldset of its own. */
const wrapped: Layout = (title, fields) => {
  const block = element('fieldset', ...(title ? [element('legend', title)] : []));
  const rows = fields.map((placed) => {
    const { field, control } = placed;
    if (!control.single) return element('fieldset', element('legend', ...words(field)), ...control.nodes);
    const inner = isTick(placed)
      ? [...control.nodes, ' ', ...words(field)]
      : [...words(field), ' ', ...control.nodes];
    return element('p', element('label', ...inner));
  });
  block.append(...rows);
  return { block, rows };
};

/** The words inside the box, or as the first entry of the list; only groups have words before them. */
const placeholders: Layout = (title, fields) => {
  const block = titled('h3', title);
  const rows = fields.map((placed) => {
    const { field, control } = placed;
    const box = control.single;
    const star = field.required && !field.label.includes('*') ? ' *' : '';
    if (isTick(placed) || !box) return element('p', ...control.nodes, ...(box ? [' ', ...words(field)] : []));
    if (box instanceof HTMLSelectElement && box.options[0])
      box.options[0].text = `-- ${field.label}${star} --`;
    else box.setAttribute('placeholder', `${field.label}${star}`);
    return element('p', box);
  });
  for (const [index, { field, control }] of fields.entries()) {
    if (!control.single) rows[index]?.prepend(element('b', ...words(field)), ' ');
  }
  block.append(...rows);
  return { block, rows };
};

/** The layouts by the names that a declaration's `build` may give. */
export const layouts = { labels, table, wrapped, placeholders };
