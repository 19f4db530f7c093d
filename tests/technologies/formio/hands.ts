import type { Locator } from 'playwright-core';
import { optionsOf, tickedOf } from '../fields.ts';
import { boxesOf, type Hand, pickFromList, pickNative, searchFor, typeText } from '../hand.ts';

/** The component's own element; in the wizard its page is gone to first, by its tab. */
async function componentOf({ frame, field, declaration }: Hand): Promise<Locator> {
  const component = frame.locator(`#form .formio-component-${escaped(field.name)}`);
  if (declaration.build === 'wizard' && (await component.count()) === 0) {
    const page = declaration.sections.findIndex((section) => section.fields.includes(field));
    await frame.locator('#form nav [role=tab], #form nav .page-link').nth(page).click();
    await component.waitFor({ state: 'attached' });
  }
  return component;
}

const escaped = (name: string) => name.replace(/[^\w-]/g, '\\$&');

export async function type(hand: Hand, value: string): Promise<void> {
  const component = await componentOf(hand);
  if (hand.control === 'date-3') return typeDay(hand, component, value);
  const box = component.locator('input:visible:not([type=hidden]), textarea:visible').first();
  // Numbers are written the Vietnamese way.
  await typeText(hand, box, hand.control === 'number' ? value.replace('.', ',') : value);
  // The calendar that opened with the box would lie over the next one.
  if (hand.control === 'date') await hand.keyboard.press('Escape');
}

/** Day and year are typed, the month is a list. */
async function typeDay(hand: Hand, component: Locator, value: string): Promise<void> {
  const [day = '', month = '', year = ''] = boxesOf(hand, value);
  await typeText(hand, component.locator('input[id$="-day"]'), String(Number(day)));
  const list = component.locator('select[id$="-month"]');
  const text = (await list.locator('option').allTextContents())[Number(month)] ?? '';
  await pickNative(hand, list, text.trim());
  await typeText(hand, component.locator('input[id$="-year"]'), year);
}

export async function choose(hand: Hand, value: string): Promise<void> {
  const component = await componentOf(hand);
  if (hand.control === 'date' || hand.control === 'date-3') return type(hand, value);
  if (hand.control === 'radio') return component.locator('label').getByText(value, { exact: true }).click();
  if (hand.control === 'checkbox') {
    const labels = component.locator('label.form-check-label');
    if (optionsOf(hand.field).length === 0) return labels.first().click();
    for (const one of tickedOf(hand.field, value)) await labels.getByText(one, { exact: true }).click();
    return;
  }
  if (hand.field.widget === 'html5') return pickNative(hand, component.locator('select'), value);
  await pickFromList(hand, {
    box: component.locator('.choices .selection'),
    option: component
      .locator('.choices__list--dropdown [role=option]:visible')
      .getByText(value, { exact: true }),
    search: searchFor(hand, value),
  });
}
