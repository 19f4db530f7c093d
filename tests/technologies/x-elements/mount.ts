import './style.css';
import { fieldOf, placesOf } from '../fields.ts';
import type { Field, Mount } from '../form.ts';
import { reveal } from '../reveal.ts';
import { XSelectArea } from './area.ts';
import { XDate, XInput, XInputNumber } from './boxes.ts';
import { XRadio, XSelect, XSelectDefault } from './choices.ts';
import { FieldElement } from './element.ts';

const elements: Record<string, CustomElementConstructor & (new () => FieldElement)> = {
  'x-input': XInput,
  'x-input-number': XInputNumber,
  'x-date': XDate,
  'x-date-text': class extends XDate {},
  'x-date-text-vn': class extends XInput {},
  'x-radio': XRadio,
  'x-select': XSelect,
  'x-select-default': XSelectDefault,
  'x-select-area': XSelectArea,
};

/** What the e-forms would use for a widget of another technology. */
const instead: Record<string, string> = {
  ...{ number: 'x-input-number', date: 'x-date', 'date-3': 'x-date', address: 'x-select-area' },
  ...{ radio: 'x-radio', checkbox: 'x-radio', boolean: 'x-radio', dropdown: 'x-select', select: 'x-select' },
};

/** The ministry's e-form: a document of paragraphs in which the fields stand behind their words. */
export const mount: Mount = async (root, declaration) => {
  for (const [name, element] of Object.entries(elements)) customElements.define(name, element);
  const fields = new Map<string, FieldElement>();
  const nodesOf = new Map<string, ChildNode[]>();
  const sheet = document.createElement('div');
  sheet.className = 'e-form';
  for (const section of declaration.sections) {
    sheet.append(heading(section.title));
    let paragraph = document.createElement('p');
    for (const field of section.fields) {
      if (startsParagraph(field)) {
        paragraph = document.createElement('p');
        sheet.append(paragraph);
      } else if (!paragraph.isConnected && !paragraph.parentNode) sheet.append(paragraph);
      const element = elementFor(field);
      const nodes = [...wordsOf(field), element];
      paragraph.append(...nodes, ' ');
      fields.set(field.name, element);
      nodesOf.set(field.name, nodes);
    }
  }
  root.append(sheet);
  const elementOf = (name: string) => {
    const element = fields.get(fieldOf(declaration, name).name);
    if (!element) throw new Error(`${name} is not drawn`);
    return element;
  };
  const get = (name: string) => elementOf(name).value;
  const update = reveal(declaration, sheet, nodesOf, get);
  return {
    set(name, value) {
      elementOf(name).value = value;
      update();
    },
    lock: (name) => elementOf(name).lock(),
    filled: () => placesOf(declaration).flatMap(({ field: { name } }) => (get(name) === '' ? [] : [name])),
    get,
  };
};

function heading(title: string): HTMLElement {
  const paragraph = document.createElement('p');
  const strong = document.createElement('strong');
  strong.textContent = title;
  if (title) paragraph.append(strong);
  return paragraph;
}

/** "(2) Số định danh:" begins a line; "số:", ", cơ quan cấp:" and what has no words go on in it. */
function startsParagraph({ label }: Field): boolean {
  return /^(?:\(|\p{Lu})/u.test(label);
}

function wordsOf({ label, required }: Field): ChildNode[] {
  const words: ChildNode[] = label ? [document.createTextNode(`${label} `)] : [];
  if (!required) return words;
  const star = document.createElement('span');
  star.style.color = 'red';
  star.textContent = '*';
  return [...words, star];
}

function elementFor(field: Field): FieldElement {
  const name = elements[field.widget] ? field.widget : (instead[field.widget] ?? 'x-input');
  const element = document.createElement(name);
  if (!(element instanceof FieldElement)) throw new Error(`${name} is no element of the e-forms`);
  element.become(field);
  return element;
}
