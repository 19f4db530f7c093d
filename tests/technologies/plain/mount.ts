import './style.css';
import { placesOf } from '../fields.ts';
import type { Declaration, Field, Mount, Section } from '../form.ts';
import { type NativeControl, nativeControl, type Style } from '../native/control.ts';
import { nativeHandle } from '../native/handle.ts';
import { reveal } from '../reveal.ts';
import { type Layout, layouts } from './layouts.ts';

const style: Style = {
  nameOf: ({ name }, part) => (part ? `${name}_${part}` : name),
  idOf: ({ name }, part) => (part ? `${name}_${part}` : name),
  hasDateLists: false,
};

/** Plain HTML as a server would write it. The build names one layout for all; by default sections take turns. */
export const mount: Mount = async (root, declaration) => {
  const form = document.createElement('form');
  form.addEventListener('submit', (event) => event.preventDefault());
  const controls = new Map<string, NativeControl>(
    placesOf(declaration).map(({ field }) => [field.name, nativeControl(field, style)]),
  );
  const nodesOf = new Map<string, ChildNode[]>();
  for (const [index, section] of declaration.sections.entries()) {
    const fields = section.fields.flatMap((field) => {
      const control = controls.get(field.name);
      return control ? [{ field, control }] : [];
    });
    const { block, rows } = layoutOf(declaration, section, index)(section.title, fields);
    form.append(block);
    for (const [place, { field }] of fields.entries()) {
      const row = rows[place];
      if (row) nodesOf.set(field.name, [row]);
    }
  }
  root.append(form);
  const get = (name: string) => controls.get(name)?.get() ?? '';
  return nativeHandle(declaration, controls, reveal(declaration, form, nodesOf, get));
};

function layoutOf({ build }: Declaration, { fields }: Section, index: number): Layout {
  if (build && isLayout(build)) return layouts[build];
  // A field without words would be nothing in the other layouts' own terms, and tables have such.
  if (fields.some((field: Field) => field.label === '')) return layouts.table;
  const turns = [layouts.labels, layouts.table, layouts.wrapped, layouts.placeholders] as const;
  return turns[index % turns.length] ?? layouts.labels;
}

function isLayout(name: string): name is keyof typeof layouts {
  return name in layouts;
}
