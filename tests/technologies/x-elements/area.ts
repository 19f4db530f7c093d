import { addressOptions, joinParts, partsOf } from '../fields.ts';
import type { Field } from '../form.ts';
import { XSelect } from './choices.ts';
import { FieldElement, inputOf } from './element.ts';

/** `x-select-area`: province, ward and the rest of an address, one field of the form. */
export class XSelectArea extends FieldElement {
  protected draw(field: Field): void {
    const { provinces, wards } = addressOptions(field);
    for (const [part, options] of Object.entries({ province: provinces, ward: wards })) {
      const list = new XSelect();
      list.offer(`${field.name}-${part}`, options);
      this.append(list);
    }
    this.append(inputOf(`${field.name}-detail`, { placeholder: 'Địa chỉ chi tiết' }));
  }
  override lock(): void {
    super.lock();
    for (const list of this.lists()) list.lock();
  }
  private lists(): XSelect[] {
    return [...this.querySelectorAll<XSelect>('x-select')];
  }
  private detail(): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>(':scope > input');
  }
  get value(): string {
    const detail = this.detail()?.value ?? '';
    const parts = this.lists().map((list) => list.value);
    return joinParts(detail ? [...parts, detail] : parts);
  }
  set value(value: string) {
    const parts = partsOf(value);
    for (const [index, list] of this.lists().entries()) list.value = parts[index] ?? '';
    const detail = this.detail();
    if (detail) detail.value = parts[2] ?? '';
  }
}
