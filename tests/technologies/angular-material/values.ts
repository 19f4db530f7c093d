import { controlOf, joinParts, optionsOf, partsOf, toIso } from '../fields.ts';
import type { Field } from '../form.ts';

/** One entry of a list: portals keep codes in the model and show texts. */
export type Choice = { code: string; text: string };
/** An address as the portal's own widget holds it. */
export type Address = { province: string | null; ward: string | null; detail: string };

export function choicesOf(field: Field): Choice[] {
  return optionsOf(field).map((text, index) => ({ code: `${100 + index}`, text }));
}

/** What the reactive form holds for a value of the handle. */
export function toModel(field: Field, value: string): unknown {
  const control = controlOf(field);
  if (control === 'checkbox' && optionsOf(field).length === 0) return value !== '';
  if (value === '') return null;
  if (control === 'date') {
    const [year = 0, month = 0, day = 0] = toIso(value).split('-').map(Number);
    return new Date(year, month - 1, day);
  }
  if (control === 'address') {
    const [province = null, ward = null, detail = ''] = partsOf(value);
    return { province, ward, detail } satisfies Address;
  }
  const choices = choicesOf(field);
  if (choices.length === 0) return value;
  const choice = choices.find(({ text }) => text === value);
  if (!choice) throw new Error(`${field.name} does not offer "${value}"`);
  return choice.code;
}

export function fromModel(field: Field, held: unknown): string {
  if (held === null || held === undefined || held === '' || held === false) return '';
  if (held instanceof Date) return inVietnamese(held);
  if (isAddress(held)) {
    const parts = [held.province ?? '', held.ward ?? '', held.detail];
    // A field without a third part says two.
    return joinParts(parts.slice(0, held.detail === '' ? 2 : 3));
  }
  return choicesOf(field).find(({ code }) => code === held)?.text ?? String(held);
}

function isAddress(held: unknown): held is Address {
  return typeof held === 'object' && held !== null && 'province' in held;
}

/** dd/mm/yyyy of a day in local time. */
export function inVietnamese(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(date.getDate())}/${two(date.getMonth() + 1)}/${date.getFullYear()}`;
}
