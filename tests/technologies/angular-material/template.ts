import { addressTitles, conditionOf, controlOf, optionsOf, placesOf } from '../fields.ts';
import type { Declaration, Field, Section } from '../form.ts';

/** Which way the fields of a section are drawn: Material's own, or bare boxes under loose labels. */
type Look = 'material' | 'loose';

/**
 * The component's template, written out field by field: only so do the `formControlName` attributes stand in the page,
 * as on the portal. `fields[n]` are the declaration's fields in their order.
 */
export function templateOf(declaration: Declaration): string {
  const places = placesOf(declaration).map(({ field }) => field);
  const section = (one: Section, index: number) => {
    const fields = one.fields.map((field) => {
      const html = `<div class="col">${widget(field, places.indexOf(field), lookOf(declaration, index))}</div>`;
      return conditionOf(declaration, one, field)
        ? `@if (shows(${places.indexOf(field)})) { ${html} }`
        : html;
    });
    const title = one.title ? `<div class="title">${escaped(one.title)}</div>` : '';
    return `${title}<div class="row">${fields.join('\n')}</div>`;
  };
  return `<form [formGroup]="form">${declaration.sections.map(section).join('\n')}</form>`;
}

/** The build names one look for all; by default sections take turns. */
function lookOf({ build }: Declaration, section: number): Look {
  if (build === 'material' || build === 'loose') return build;
  return section % 2 === 0 ? 'material' : 'loose';
}

function widget(field: Field, place: number, look: Look): string {
  const name = `formControlName="${escaped(field.name)}"`;
  const required = `[required]="${field.required}"`;
  const label = escaped(field.label);
  const star = field.required ? ' <span class="text-danger">(*)</span>' : '';
  const loose = label ? `<label>${label}${star}</label>` : '';
  const control = controlOf(field);
  if (control === 'select' && field.widget === 'ng-select') {
    const list = `[items]="choices[${place}]" bindLabel="text" bindValue="code" placeholder="-- Chọn --"`;
    return `${loose}<ng-select ${name} ${list}${field.required ? ' class="required"' : ''} />`;
  }
  if (control === 'select' && look === 'loose') {
    const options = `@for (one of choices[${place}]; track one.code) { <mat-option [value]="one.code">{{ one.text }}</mat-option> }`;
    return `${loose}<mat-select ${name} ${required} placeholder="-- Chọn --">${options}</mat-select>`;
  }
  if (control === 'radio' || (control === 'checkbox' && optionsOf(field).length > 0)) {
    const options = `@for (one of choices[${place}]; track one.code) { <mat-radio-button [value]="one.code">{{ one.text }}</mat-radio-button> }`;
    return `${loose}<mat-radio-group ${name}>${options}</mat-radio-group>`;
  }
  if (control === 'checkbox') return `<mat-checkbox ${name}>${label}${star}</mat-checkbox>`;
  if (control === 'address') return address(field, place, `${name} ${required}`);
  const type = typeOf(field);
  const choices = type === 'select' ? ` [choices]="choices[${place}]"` : '';
  const words = look === 'loose' ? `label="${label}"` : `placeholder="${label}"`;
  return `<app-input ${name} ${words} type="${type}" ${required}${choices} />`;
}

/** Its label names the three boxes, or stands over them, or both: "Nơi thường trú: Tỉnh · Xã · Chi tiết". */
function address(field: Field, place: number, attributes: string): string {
  const [, over = '', ...titles] = /^(?:(.*): )?(.+) · (.+) · (.+)$/.exec(field.label) ?? [];
  const label = titles.length === 0 ? field.label : over;
  const list = (titles.length === 0 ? addressTitles : titles)
    .map((title) => `'${escaped(title)}'`)
    .join(', ');
  const lists = `[provinces]="addresses[${place}].provinces" [wards]="addresses[${place}].wards"`;
  return `${label && `<label>${escaped(label)}</label>`}<app-address ${attributes} [titles]="[${list}]" ${lists} />`;
}

function typeOf(field: Field): string {
  const control = controlOf(field);
  if (control === 'select' || control === 'date' || control === 'textarea' || control === 'number')
    return control;
  return 'text';
}

/** Braces and at-signs would be the template's own. */
function escaped(text: string): string {
  return text.replace(/[&<>"'{}@]/g, (char) => `&#${char.charCodeAt(0)};`);
}
