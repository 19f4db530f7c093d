import { placesOf } from '../fields.ts';
import type { Field, Mount, Section } from '../form.ts';
import { type NativeControl, nativeControl, type Style } from '../native/control.ts';
import { nativeHandle } from '../native/handle.ts';
import { reveal } from '../reveal.ts';

const style: Style = {
  nameOf: ({ name }, part) => (part ? `${name}-${part}` : name),
  // Every root has its own ids.
  idOf: (_, part) => part ?? 'control',
  hasDateLists: false,
};

const css = `
:host { display: block; margin: 8px 0; }
label.title, span.title { display: inline-block; width: 300px; }
.required { color: #b91c1c; }
input:not([type=radio], [type=checkbox]), select, textarea { min-width: 200px; padding: 4px; }`;

/** One field: label and control in an open shadow root. */
class FieldBox extends HTMLElement {
  draw(field: Field, control: NativeControl): void {
    const root = this.attachShadow({ mode: 'open' });
    this.setAttribute('name', field.name);
    const sheet = document.createElement('style');
    sheet.textContent = css;
    const title = document.createElement(control.single ? 'label' : 'span');
    title.className = 'title';
    if (control.single) title.setAttribute('for', control.single.id);
    title.textContent = field.label;
    if (field.required) {
      const star = document.createElement('span');
      star.className = 'required';
      star.textContent = ' *';
      title.append(star);
    }
    root.append(sheet, title, ...control.nodes);
  }
}

/** A section whose fields stand in its own shadow root: roots within a root. */
class SectionBox extends HTMLElement {
  draw(section: Section, fields: readonly HTMLElement[]): void {
    const root = this.attachShadow({ mode: 'open' });
    if (section.title) {
      const heading = document.createElement('h3');
      heading.textContent = section.title;
      root.append(heading);
    }
    root.append(...fields);
  }
}

/** A page of own elements with open shadow roots. Every second section is a root around the roots of its fields. */
export const mount: Mount = async (root, declaration) => {
  customElements.define('bh-field', FieldBox);
  customElements.define('bh-section', SectionBox);
  const controls = new Map<string, NativeControl>();
  const nodesOf = new Map<string, ChildNode[]>();
  const sheet = document.createElement('div');
  for (const [index, section] of declaration.sections.entries()) {
    const fields = section.fields.map((field) => {
      const control = nativeControl(field, style);
      const box = new FieldBox();
      box.draw(field, control);
      controls.set(field.name, control);
      nodesOf.set(field.name, [box]);
      return box;
    });
    if (index % 2 === 0) {
      const heading = document.createElement('h3');
      heading.textContent = section.title;
      sheet.append(...(section.title ? [heading] : []), ...fields);
    } else {
      const box = new SectionBox();
      box.draw(section, fields);
      sheet.append(box);
    }
  }
  root.append(sheet);
  const get = (name: string) => controls.get(name)?.get() ?? '';
  const update = reveal(declaration, sheet, nodesOf, get);
  // `change` ends at the border of a shadow root: the elements listen within.
  for (const { field } of placesOf(declaration)) {
    for (const node of controls.get(field.name)?.nodes ?? []) node.addEventListener('change', update);
  }
  return nativeHandle(declaration, controls, update);
};
