import dayjs, { type Dayjs } from 'dayjs';
import { controlOf, joinParts, optionsOf, partsOf, tickedOf, toIso } from '../fields.ts';
import type { Field } from '../form.ts';

/** What stands in Ant Design's form store. */
export type Held = string | number | boolean | string[] | Dayjs | null | undefined;

const codes = (field: Field) => optionsOf(field).map((text, index) => ({ value: index + 1, label: text }));

/** The options as Ant Design wants them: codes in the model, texts on the page. */
export { codes as choicesOf };

function codeOf(field: Field, text: string): number {
  const choice = codes(field).find(({ label }) => label === text);
  if (!choice) throw new Error(`${field.name} does not offer "${text}"`);
  return choice.value;
}

export function toModel(field: Field, value: string): Held {
  const control = controlOf(field);
  if (control === 'checkbox' && optionsOf(field).length === 0) return value !== '';
  if (value === '') return undefined;
  if (control === 'date' || control === 'date-3') return dayjs(toIso(value));
  if (control === 'address') return partsOf(value);
  if (control === 'number') return Number(value);
  if (control === 'checkbox') return tickedOf(field, value).map((text) => String(codeOf(field, text)));
  return optionsOf(field).length > 0 ? codeOf(field, value) : value;
}

export function fromModel(field: Field, held: Held): string {
  if (held === undefined || held === null || held === '' || held === false) return '';
  if (dayjs.isDayjs(held)) return held.format('DD/MM/YYYY');
  const textOf = (code: string | number) =>
    codes(field).find(({ value }) => value === Number(code))?.label ?? String(code);
  if (Array.isArray(held)) {
    return controlOf(field) === 'address'
      ? joinParts(held.slice(0, held[2] ? 3 : 2))
      : joinParts(held.map(textOf));
  }
  return optionsOf(field).length > 0 && typeof held === 'number' ? textOf(held) : String(held);
}
