/** @jsxImportSource react */
import './style.css';
import { useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import {
  conditionOf,
  controlOf,
  fieldOf,
  isMet,
  optionsOf,
  placesOf,
  tickedOf,
  toIso,
  toVietnamese,
} from '../fields.ts';
import type { Declaration, Field, Mount, Section } from '../form.ts';
import { Store } from './store.ts';
import { Widget } from './widgets.tsx';

type Props = { declaration: Declaration; store: Store };

/** A React page of the portal's own making. Sections take turns in tying labels to their boxes or leaving them loose. */
function DeclarationForm({ declaration, store }: Props) {
  const values = useSyncExternalStore(store.subscribe, store.all);
  const locked = useSyncExternalStore(store.subscribe, store.locked);
  const shows = (section: Section, field: Field) => {
    const condition = conditionOf(declaration, section, field);
    return !condition || isMet(condition, values[condition.parent.name] ?? '');
  };
  return declaration.sections.map((section, index) => {
    const isTied = index % 2 === 0;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: sections neither come nor go
      <section key={index} className="block">
        {section.title && <h3>{section.title}</h3>}
        <div className="grid">
          {section.fields
            .filter((field) => shows(section, field))
            .map((field) => (
              <div key={field.name} className="form-group">
                <Label field={field} isTied={isTied} />
                <Widget
                  field={field}
                  value={values[field.name] ?? ''}
                  isLocked={locked.has(field.name)}
                  hasClasses={isTied}
                  onChange={(value) => store.set(field.name, value)}
                />
              </div>
            ))}
        </div>
      </section>
    );
  });
}

function Label({ field, isTied }: { field: Field; isTied: boolean }) {
  const isLone = controlOf(field) === 'checkbox' && optionsOf(field).length === 0;
  if (isLone || !field.label) return null;
  // Some labels bring their star along.
  const star = field.required && !field.label.includes('*') && <span className="text-danger"> *</span>;
  const isBox = ['text', 'textarea', 'date', 'number'].includes(controlOf(field));
  return isTied && isBox ? (
    <label htmlFor={field.name}>
      {field.label}
      {star}
    </label>
  ) : (
    <span className="label">
      {field.label}
      {star}
    </span>
  );
}

/** React-Select and the portal's own buttons, over a store of the page's own. */
export const mount: Mount = async (root, declaration) => {
  const store = new Store();
  createRoot(root).render(<DeclarationForm declaration={declaration} store={store} />);
  while (!root.querySelector('.form-group')) await new Promise((next) => setTimeout(next, 10));
  const held = (name: string) => {
    const value = store.all()[fieldOf(declaration, name).name] ?? '';
    return controlOf(fieldOf(declaration, name)) === 'date' ? toVietnamese(value) : value;
  };
  return {
    set(name, value) {
      const field = fieldOf(declaration, name);
      const offered = optionsOf(field);
      const unknown =
        offered.length > 0 && value && tickedOf(field, value).find((one) => !offered.includes(one));
      if (unknown) throw new Error(`${name} does not offer "${unknown}"`);
      store.set(name, controlOf(field) === 'date' ? toIso(value) : value);
    },
    lock: (name) => store.lock(fieldOf(declaration, name).name),
    filled: () => placesOf(declaration).flatMap(({ field: { name } }) => (held(name) === '' ? [] : [name])),
    get: held,
  };
};
