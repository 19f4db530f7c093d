// Questions about a labelled field which every technology asks. Runs in the page and in Node.
import { choicesOf, provinces } from '../portal/choices.ts';
import type { Declaration, Field, Section } from './form.ts';

/** What a field is, whatever its technology calls the element. */
export type Control =
  | 'text'
  | 'textarea'
  | 'number'
  | 'date'
  | 'date-3'
  | 'select'
  | 'radio'
  | 'checkbox'
  | 'address';

const byWidget: Record<string, Control> = {
  ...{ textarea: 'textarea', comment: 'textarea' },
  ...{ number: 'number', 'x-input-number': 'number' },
  ...{ date: 'date', 'date-picker': 'date', datepicker: 'date', datetime: 'date' },
  ...{ 'date-3': 'date-3', day: 'date-3', 'x-date': 'date-3', 'x-date-text': 'date-3' },
  ...{ dropdown: 'select', select: 'select', html5: 'select', 'button-combobox': 'select' },
  ...{ 'mat-select': 'select', 'ng-select': 'select', 'react-select': 'select' },
  ...{ 'x-select': 'select', 'x-select-default': 'select' },
  ...{ radio: 'radio', 'x-radio': 'radio' },
  ...{ checkbox: 'checkbox', boolean: 'checkbox', selectboxes: 'checkbox' },
  ...{ address: 'address', 'x-select-area': 'address' },
};

/** Widgets that nobody knows are text boxes. */
export function controlOf(field: Pick<Field, 'widget'>): Control {
  return byWidget[field.widget] ?? 'text';
}

/** What a list, radio group or group of boxes offers, in the page's words. Never empty but for a lone checkbox. */
export function optionsOf(field: Field): readonly string[] {
  const control = controlOf(field);
  if (control !== 'select' && control !== 'radio' && control !== 'checkbox') return [];
  // A lone box has no options of its own, whatever people of that kind may answer.
  if (control === 'checkbox') return field.options ?? [];
  const known = field.options ?? choicesOf(field);
  const options = known.length > 0 ? [...known] : ['Có', 'Không', 'Khác'];
  // The labelled lists are short: what was chosen in them may not be among the ones that were written down.
  for (const value of [field.fill?.value, field.fill?.before]) {
    if (value && !options.includes(value)) options.push(value);
  }
  return options;
}

/** Every field with its section, in the order of the page. */
export function placesOf(declaration: Declaration): { section: Section; field: Field }[] {
  return declaration.sections.flatMap((section) => section.fields.map((field) => ({ section, field })));
}

/** The field of that name; throws where the declaration has none. */
export function fieldOf(declaration: Declaration, name: string): Field {
  const place = placesOf(declaration).find(({ field }) => field.name === name);
  if (!place) throw new Error(`${declaration.id} has no field ${name}`);
  return place.field;
}

/** When a conditional field shows: `parent` holds `value`, or anything at all where `value` is absent. */
export type Condition = { parent: Field; value?: string };

/**
 * What decides whether a conditional field shows. Where the declaration does not say: "Quan hệ khác" hangs on the option "Khác" of the choice
 * of its own kind, addresses hang on the residence choice, everything else on the nearest choice before it.
 */
export function conditionOf(declaration: Declaration, section: Section, field: Field): Condition | undefined {
  if (!field.conditional) return undefined;
  if (field.when) return { parent: fieldOf(declaration, field.when.name), value: field.when.is };
  const before = section.fields.slice(0, section.fields.indexOf(field));
  const choices = before.filter((one) => !one.conditional && ['select', 'radio'].includes(controlOf(one)));
  const akin = choices.findLast((one) => one.kind === field.kind);
  if (akin && optionsOf(akin).includes('Khác')) return { parent: akin, value: 'Khác' };
  const home = field.kind.startsWith('residence') && choices.findLast((one) => one.kind === 'residence');
  const parent = home || akin || choices.at(-1);
  return parent && { parent };
}

/** Whether a conditional field shows while the parent holds `held`. */
export function isMet(condition: Condition, held: string): boolean {
  return condition.value === undefined ? held !== '' : held === condition.value;
}

const separator = '; ';

/** Parts of a value that one field holds in several boxes. */
export function partsOf(value: string): string[] {
  return value === '' ? [] : value.split(separator);
}

/** The other way round; '' where every part is empty. */
export function joinParts(parts: readonly string[]): string {
  return parts.every((part) => part === '') ? '' : parts.join(separator);
}

/** Which options of a group of boxes a value ticks. One option may itself hold the separator. */
export function tickedOf(field: Field, value: string): string[] {
  return optionsOf(field).includes(value) ? [value] : partsOf(value);
}

/** Titles of the three boxes of an address. */
export const addressTitles = ['Tỉnh/Thành phố', 'Phường/Xã', 'Địa chỉ chi tiết'] as const;

/** What the lists of an address offer: what the field is filled with first, then a few others. */
export function addressOptions(field: Field): { provinces: string[]; wards: string[] } {
  const values = [field.fill?.value, field.fill?.before].map((value) => partsOf(value ?? ''));
  const known = (place: number) => values.flatMap((parts) => parts[place] ?? []);
  return {
    provinces: [...new Set([...known(0), ...provinces])],
    wards: [...new Set([...known(1), ...choicesOf({ kind: 'residence-ward' })])],
  };
}

/** Day, month and year of either writing; the leading ones '' where a date is a year or a month only. */
export function dateParts(value: string): [string, string, string] {
  const parts = toVietnamese(value).split('/');
  return [parts.at(-3) ?? '', parts.at(-2) ?? '', parts.at(-1) ?? ''];
}

/** The other way round. */
export function joinDate(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('/');
}

/** yyyy-mm-dd of either writing; '' of ''. Throws for what is no date. */
export function toIso(value: string): string {
  if (value === '' || /^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value) ?? [];
  if (!day || !month || !year) throw new Error(`"${value}" is no date`);
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** dd/mm/yyyy of either writing; what is no ISO date stays as it is. */
export function toVietnamese(value: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(value) ?? [];
  return year ? `${day}/${month}/${year}` : value;
}
