import type { Field } from '../form.ts';

/** An element of the e-forms: one field, in light DOM, with the value as its own property. */
export abstract class FieldElement extends HTMLElement {
  protected field: Field | undefined;
  protected abstract draw(field: Field): void;
  /** The value in the words of the form's handle. */
  abstract value: string;

  /** Draws the element; the e-forms do so from their own template of the field. */
  become(field: Field): void {
    this.field = field;
    this.setAttribute('name', field.name);
    this.draw(field);
  }

  lock(): void {
    this.setAttribute('readonly', '');
    for (const input of this.querySelectorAll('input, textarea')) input.setAttribute('readonly', '');
    for (const one of this.querySelectorAll('select, input[type=checkbox]')) one.setAttribute('disabled', '');
  }

  protected get isLocked(): boolean {
    return this.hasAttribute('readonly');
  }

  /** Tells the form that a person has changed this. */
  protected changed(): void {
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

/** An input inside an element of the e-forms. */
export function inputOf(name: string, attributes: Record<string, string> = {}): HTMLInputElement {
  const input = document.createElement('input');
  for (const [key, value] of Object.entries({ type: 'text', class: 'input-field', name, ...attributes })) {
    input.setAttribute(key, value);
  }
  return input;
}
