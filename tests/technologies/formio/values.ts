import {
  controlOf,
  dateParts,
  joinDate,
  joinParts,
  optionsOf,
  tickedOf,
  toIso,
  toVietnamese,
} from '../fields.ts';
import type { Field } from '../form.ts';

/** Lists hold codes. With a letter in front: Form.io makes numbers of what looks like one. */
export function codeOf(field: Field, text: string): string {
  const place = optionsOf(field).indexOf(text);
  if (place < 0) throw new Error(`${field.name} does not offer "${text}"`);
  return `m${place + 1}`;
}

function textOf(field: Field, code: unknown): string {
  return optionsOf(field)[Number(String(code).slice(1)) - 1] ?? String(code);
}

/** What Form.io takes for "nothing" in a field. */
export function emptyOf(field: Field): unknown {
  if (controlOf(field) === 'checkbox') return optionsOf(field).length > 0 ? boxes(field, []) : false;
  return '';
}

export function toModel(field: Field, value: string): unknown {
  switch (controlOf(field)) {
    case 'number':
      return Number(value);
    case 'date':
      return `${toIso(value)}T00:00:00`;
    case 'date-3':
      return dateParts(value)
        .map((part) => part || '00')
        .join('/');
    case 'select':
    case 'radio':
      return codeOf(field, value);
    case 'checkbox':
      return optionsOf(field).length > 0 ? boxes(field, tickedOf(field, value)) : true;
    default:
      return value;
  }
}

function boxes(field: Field, checked: readonly string[]): Record<string, boolean> {
  return Object.fromEntries(optionsOf(field).map((text) => [codeOf(field, text), checked.includes(text)]));
}

export function fromModel(field: Field, held: unknown): string {
  if (held === undefined || held === null || held === '' || held === false) return '';
  switch (controlOf(field)) {
    case 'date':
      return toVietnamese(String(held));
    case 'date-3':
      return joinDate(
        String(held)
          .split('/')
          .filter((part) => !/^0+$/.test(part)),
      );
    case 'select':
    case 'radio':
      return textOf(field, held);
    case 'checkbox': {
      if (typeof held !== 'object') return 'true';
      const checked = Object.entries(held).flatMap(([code, on]) => (on ? [textOf(field, code)] : []));
      return joinParts(checked);
    }
    default:
      return String(held);
  }
}
