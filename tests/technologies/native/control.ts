import {
  addressOptions,
  controlOf,
  dateParts,
  joinDate,
  joinParts,
  optionsOf,
  partsOf,
  tickedOf,
  toIso,
  toVietnamese,
} from '../fields.ts';
import type { Field } from '../form.ts';

/** A field made of the browser's own controls. What they hold is all the model there is, as after a full page load. */
export type NativeControl = {
  /** The controls, and the words of their options; never the field's label. */
  nodes: (HTMLElement | Text)[];
  /** The one control, where there is only one: labels can point at it. */
  single: HTMLElement | undefined;
  get(): string;
  set(value: string): void;
  lock(): void;
};

/** How a technology writes its controls. */
export type Style = {
  /** Name of a control, or of a part of a field. */
  nameOf(field: Field, part?: string): string;
  /** Id of a control, where it has one. */
  idOf(field: Field, part?: string): string;
  /** Whether days, months and years are chosen from lists. */
  hasDateLists: boolean;
};

type Box = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Makes the controls of a field. */
export function nativeControl(field: Field, style: Style): NativeControl {
  const control = controlOf(field);
  if (control === 'radio' || control === 'checkbox') return ticks(field, style);
  if (control === 'address') return address(field, style);
  if (control === 'date-3') return threeBoxes(field, style);
  const box = boxOf(field, style);
  box.required = field.required && control !== 'select';
  return {
    nodes: [box],
    single: box,
    get: () => (control === 'date' ? toVietnamese(box.value) : textOf(box)),
    set: (value) => write(box, control === 'date' ? toIso(value) : value),
    lock: () => lock(box),
  };
}

function boxOf(field: Field, style: Style): Box {
  const control = controlOf(field);
  if (control === 'select') return listOf(optionsOf(field), field, style);
  if (control === 'textarea') return named(document.createElement('textarea'), field, style);
  const input = named(document.createElement('input'), field, style);
  const own = ['tel', 'email', 'password', 'url'].includes(field.widget) ? field.widget : 'text';
  input.type = control === 'date' || control === 'number' ? control : own;
  return input;
}

function named<T extends Box>(box: T, field: Field, style: Style, part?: string): T {
  box.name = style.nameOf(field, part);
  box.id = style.idOf(field, part);
  return box;
}

function listOf(options: readonly string[], field: Field, style: Style, part?: string): HTMLSelectElement {
  const list = named(document.createElement('select'), field, style, part);
  list.add(new Option('-- Chọn --', ''));
  for (const [index, text] of options.entries()) list.add(new Option(text, String(index + 1)));
  return list;
}

/** Boxes to tick, each before its words; a lone one has its words as the field's label. */
function ticks(field: Field, style: Style): NativeControl {
  const type = controlOf(field) === 'radio' ? 'radio' : 'checkbox';
  const options = optionsOf(field);
  const boxes = (options.length > 0 ? options : ['']).map((text, index) => {
    const box = named(document.createElement('input'), field, style);
    if (text) box.id += `_${index}`;
    box.type = type;
    box.value = text ? String(index + 1) : 'on';
    return { box, text };
  });
  const nodes = boxes.flatMap(({ box, text }) => {
    if (!text) return [box];
    const label = document.createElement('label');
    label.htmlFor = box.id;
    label.textContent = text;
    return [box, label, document.createTextNode(' ')];
  });
  const held = () => boxes.flatMap(({ box, text }) => (box.checked ? [text || 'true'] : []));
  return {
    nodes,
    single: options.length > 0 ? undefined : boxes[0]?.box,
    get: () => joinParts(held()),
    set(value) {
      const texts = options.length > 0 ? tickedOf(field, value) : [];
      const unknown = texts.find((text) => !options.includes(text));
      if (unknown) throw new Error(`${field.name} does not offer "${unknown}"`);
      for (const { box, text } of boxes) box.checked = text ? texts.includes(text) : value !== '';
    },
    lock() {
      for (const { box } of boxes) lock(box);
    },
  };
}

const upTo = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => String(first + index).padStart(2, '0'));

/** Day, month, year. */
function threeBoxes(field: Field, style: Style): NativeControl {
  const lists = { day: upTo(1, 31), month: upTo(1, 12), year: upTo(1920, 2035) };
  const titles: Record<string, string> = { day: 'Ngày', month: 'Tháng', year: 'Năm' };
  const boxes = Object.entries(lists).map(([part, options]) => {
    if (style.hasDateLists) {
      const list = listOf(options, field, style, part);
      if (list.options[0]) list.options[0].text = titles[part] ?? '';
      return list;
    }
    const input = named(document.createElement('input'), field, style, part);
    input.placeholder = titles[part] ?? '';
    input.size = 4;
    return input;
  });
  return several(boxes, (value) => [...dateParts(value)], joinDate);
}

/** Province, ward, and the rest in a box. */
function address(field: Field, style: Style): NativeControl {
  const { provinces, wards } = addressOptions(field);
  const detail = named(document.createElement('input'), field, style, 'detail');
  detail.placeholder = 'Số nhà, đường, thôn';
  const boxes = [listOf(provinces, field, style, 'province'), listOf(wards, field, style, 'ward'), detail];
  return several(boxes, partsOf, (parts) => joinParts(parts.slice(0, parts[2] ? 3 : 2)));
}

function several(
  boxes: readonly Box[],
  split: (value: string) => string[],
  join: (parts: string[]) => string,
): NativeControl {
  return {
    nodes: boxes.flatMap((box, index) => (index > 0 ? [document.createTextNode(' '), box] : [box])),
    single: undefined,
    get: () => join(boxes.map(textOf)),
    set(value) {
      const parts = split(value);
      for (const [index, box] of boxes.entries()) write(box, parts[index] ?? '');
    },
    lock() {
      for (const box of boxes) lock(box);
    },
  };
}

function textOf(box: Box): string {
  if (!(box instanceof HTMLSelectElement)) return box.value;
  return box.value === '' ? '' : (box.selectedOptions[0]?.text ?? '');
}

function write(box: Box, value: string): void {
  if (!(box instanceof HTMLSelectElement)) {
    box.value = value;
    return;
  }
  const place = [...box.options].findIndex((one) => (value === '' ? one.value === '' : one.text === value));
  if (place < 0) throw new Error(`${box.name} does not offer "${value}"`);
  box.selectedIndex = place;
}

/** Text boxes can be read-only; lists and ticks can only be disabled. */
function lock(box: Box): void {
  const isText =
    box instanceof HTMLTextAreaElement ||
    (box instanceof HTMLInputElement && !['radio', 'checkbox'].includes(box.type));
  if (isText) box.setAttribute('readonly', '');
  else box.setAttribute('disabled', '');
}
