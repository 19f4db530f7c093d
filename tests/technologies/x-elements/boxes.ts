import { dateParts, joinDate } from '../fields.ts';
import type { Field } from '../form.ts';
import { FieldElement, inputOf } from './element.ts';

/** `x-input`, and `x-date-text-vn` with a date in words: one box. */
export class XInput extends FieldElement {
  protected readonly type: string = 'text';
  protected draw({ name }: Field): void {
    this.append(inputOf(name));
  }
  get value(): string {
    return this.querySelector('input')?.value ?? '';
  }
  set value(value: string) {
    const input = this.querySelector('input');
    if (input) input.value = value;
  }
}

export class XInputNumber extends XInput {
  protected override draw({ name }: Field): void {
    const input = inputOf(name, { inputmode: 'numeric' });
    input.addEventListener('input', () => {
      input.value = input.value.replace(/\D/g, '');
    });
    this.append(input);
  }
}

/** `x-date` and `x-date-text`: three boxes, and the whole in a hidden one. The second takes a mere year, too. */
export class XDate extends FieldElement {
  protected draw({ name }: Field): void {
    const titles = { day: 'Ngày', month: 'Tháng', year: 'Năm' };
    for (const [part, placeholder] of Object.entries(titles)) {
      const maxlength = part === 'year' ? '4' : '2';
      this.append(inputOf(`${name}-${part}`, { placeholder, maxlength }), part === 'year' ? '' : '/');
    }
    this.append(inputOf(`${name}-name-date-input`, { type: 'hidden' }));
    this.addEventListener('input', () => this.gather());
  }
  private boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[type=text]')];
  }
  private gather(): void {
    const whole = this.querySelector<HTMLInputElement>('input[type=hidden]');
    if (whole) whole.value = joinDate(this.boxes().map((box) => box.value));
  }
  get value(): string {
    return this.querySelector<HTMLInputElement>('input[type=hidden]')?.value ?? '';
  }
  set value(value: string) {
    const parts = dateParts(value);
    for (const [index, box] of this.boxes().entries()) box.value = parts[index] ?? '';
    this.gather();
  }
}
