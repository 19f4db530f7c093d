import { joinParts, optionsOf, tickedOf } from '../fields.ts';
import type { Field } from '../form.ts';
import { FieldElement, inputOf } from './element.ts';

/**
 * `x-radio`: check boxes of one name, exclusive by script alone. Where "Khác" is offered, a box for its words stands
 * first, hidden until needed, under the same name.
 */
export class XRadio extends FieldElement {
  protected draw(field: Field): void {
    const options = optionsOf(field);
    if (options.includes('Khác')) {
      const words = inputOf(field.name);
      words.style.display = 'none';
      this.append(words);
    }
    for (const [index, text] of (options.length > 0 ? options : ['']).entries()) {
      const id = `${field.name}-${index + 1}`;
      const box = inputOf(field.name, { type: 'checkbox', class: '', id, value: `${index + 1}` });
      const label = document.createElement('label');
      label.htmlFor = id;
      label.textContent = text;
      box.addEventListener('change', () => this.leaveOnly(box));
      this.append(box, label, ' ');
    }
  }
  private boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  }
  private leaveOnly(ticked: HTMLInputElement): void {
    if (this.field?.widget === 'x-radio') {
      for (const box of this.boxes()) if (box !== ticked) box.checked = false;
    }
    this.showWords();
  }
  private showWords(): void {
    const words = this.querySelector<HTMLInputElement>('input[type=text]');
    if (words) words.style.display = this.value === 'Khác' ? '' : 'none';
  }
  private textOf(box: HTMLInputElement): string {
    return box.labels?.[0]?.textContent || 'true';
  }
  get value(): string {
    return joinParts(this.boxes().flatMap((box) => (box.checked ? [this.textOf(box)] : [])));
  }
  set value(value: string) {
    const texts = this.field ? tickedOf(this.field, value) : [];
    for (const text of texts) {
      if (!this.boxes().some((box) => this.textOf(box) === text)) throw new Error(`no option "${text}"`);
    }
    for (const box of this.boxes()) box.checked = texts.includes(this.textOf(box));
    this.showWords();
  }
}

/** `x-select`: its text in a plain element, its code in a hidden input, its list drawn by itself. */
export class XSelect extends FieldElement {
  protected options: readonly string[] = [];

  protected draw(field: Field): void {
    this.offer(field.name, optionsOf(field));
  }
  /** Draws the list for a name: an address uses it for its own two. */
  offer(name: string, options: readonly string[]): void {
    this.setAttribute('name', name);
    this.options = options;
    const shown = document.createElement('div');
    shown.className = 'input-field-select';
    shown.tabIndex = 0;
    const list = document.createElement('div');
    list.className = 'input-field-select-options';
    for (const [index, text] of options.entries()) {
      const option = document.createElement('div');
      option.dataset.value = String(index + 1);
      option.textContent = text;
      list.append(option);
    }
    this.append(shown, list, inputOf(name, { type: 'hidden' }));
    shown.addEventListener('click', () => !this.isLocked && list.classList.toggle('open'));
    list.addEventListener('click', ({ target }) => {
      if (!(target instanceof HTMLElement) || !target.dataset.value) return;
      this.value = target.textContent ?? '';
      list.classList.remove('open');
      this.changed();
    });
    this.value = '';
  }
  get value(): string {
    const code = Number(this.querySelector('input')?.value);
    return this.options[code - 1] ?? '';
  }
  set value(value: string) {
    const place = this.options.indexOf(value);
    if (value && place < 0) throw new Error(`no option "${value}"`);
    const [code, shown] = [this.querySelector('input'), this.querySelector('.input-field-select')];
    if (code) code.value = value ? String(place + 1) : '';
    if (shown) shown.textContent = value || '-- Chọn --';
  }
}

/** `x-select-default`: the browser's own list. */
export class XSelectDefault extends FieldElement {
  protected draw(field: Field): void {
    const select = document.createElement('select');
    select.name = field.name;
    select.add(new Option('-- Chọn --', ''));
    for (const [index, text] of optionsOf(field).entries()) select.add(new Option(text, String(index + 1)));
    this.append(select);
  }
  get value(): string {
    const option = this.querySelector('select')?.selectedOptions[0];
    return option?.value ? option.text : '';
  }
  set value(value: string) {
    const options = [...this.querySelectorAll('option')];
    const option = options.find((one) => (value === '' ? one.value === '' : one.text === value));
    if (!option) throw new Error(`no option "${value}"`);
    option.selected = true;
  }
}
