import type { Locator } from 'playwright-core';
import { optionsOf, partsOf, tickedOf } from '../fields.ts';
import { boxesOf, type Hand, type Hands, pickNative, typeNativeDate, typeText } from '../hand.ts';

const dateNames = ['day', 'month', 'year'];
const addressNames = ['province', 'ward', 'detail'];

/** Hands for the browser's own controls, found by their names; Playwright looks into open shadow roots by itself. */
export function nativeHands(nameOf: (name: string, part?: string) => string): Hands {
  const box = ({ frame, field }: Hand, part?: string): Locator =>
    frame.locator(`#form :is(input, select, textarea)[name="${nameOf(field.name, part)}"]`);

  /** Into each part's own box, by keys or by its list. */
  async function fill(hand: Hand, names: readonly string[], values: readonly string[]): Promise<void> {
    for (const [index, name] of names.entries()) {
      const value = values[index];
      if (!value) continue;
      const one = box(hand, name);
      const isList = await one.evaluate((element) => element.localName === 'select');
      await (isList ? pickNative(hand, one, value) : typeText(hand, one, value));
    }
  }

  async function type(hand: Hand, value: string): Promise<void> {
    if (hand.control === 'date-3') return fill(hand, dateNames, boxesOf(hand, value));
    if (hand.control === 'address') return fill(hand, addressNames, partsOf(value));
    if (hand.control === 'date') return typeNativeDate(hand, box(hand), value);
    await typeText(hand, box(hand), value);
  }

  async function choose(hand: Hand, value: string): Promise<void> {
    if (hand.control === 'select') return pickNative(hand, box(hand), value);
    if (hand.control !== 'radio' && hand.control !== 'checkbox') return type(hand, value);
    const options = optionsOf(hand.field);
    if (options.length === 0) return box(hand).click();
    for (const one of tickedOf(hand.field, value)) await box(hand).nth(options.indexOf(one)).click();
  }

  return { type, choose };
}
