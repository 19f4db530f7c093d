import type { Locator } from 'playwright-core';
import { tickedOf } from '../fields.ts';
import {
  boxesOf,
  type Hand,
  pickFromList,
  pickNative,
  searchFor,
  typeNativeDate,
  typeText,
} from '../hand.ts';

const questionOf = ({ frame, field }: Hand): Locator => frame.locator(`#form [data-name="${field.name}"]`);

/** SurveyJS takes a text when its box is left. */
export async function type(hand: Hand, value: string): Promise<void> {
  const inputs = questionOf(hand).locator('input, textarea');
  if (hand.control === 'date') return typeNativeDate(hand, inputs.first(), value);
  const values = hand.control === 'date-3' || hand.control === 'address' ? boxesOf(hand, value) : [value];
  for (const [index, one] of values.entries()) await typeText(hand, inputs.nth(index), one);
}

export async function choose(hand: Hand, value: string): Promise<void> {
  const question = questionOf(hand);
  if (hand.control === 'date') return type(hand, value);
  if (hand.control === 'radio') return question.locator('label').getByText(value, { exact: true }).click();
  if (hand.control === 'checkbox') {
    const labels = question.locator('label');
    const options = tickedOf(hand.field, value).map((one) => labels.getByText(one, { exact: true }));
    for (const option of (await labels.count()) > 1 ? options : [labels.first()]) await option.click();
    return;
  }
  if (hand.field.widget === 'select') return pickNative(hand, question.locator('select'), value);
  await pickFromList(hand, {
    box: question.locator('.sd-dropdown'),
    option: question.getByRole('option', { name: value, exact: true }),
    search: searchFor(hand, value),
  });
  await question.locator('.sd-dropdown:not(.sd-dropdown--empty)').waitFor();
  await hand.keyboard.press('Tab');
}
