import type { Locator } from 'playwright-core';
import { partsOf, tickedOf } from '../fields.ts';
import { boxesOf, type Hand, pickFromList, pickNative, typeText } from '../hand.ts';

/** The host and its inner input have the same name. */
const hostOf = ({ frame, field }: Hand): Locator =>
  frame.locator(`#form [name="${field.name}"]:not(input, select)`);

export async function type(hand: Hand, value: string): Promise<void> {
  const host = hostOf(hand);
  if (hand.control === 'address') return chooseArea(hand, host, value);
  const boxes = host.locator('input[type=text]:visible');
  const values = (await boxes.count()) > 1 ? boxesOf({ ...hand, control: 'date-3' }, value) : [value];
  for (const [index, one] of values.entries()) if (one) await typeText(hand, boxes.nth(index), one);
}

export async function choose(hand: Hand, value: string): Promise<void> {
  const host = hostOf(hand);
  if (hand.control === 'date' || hand.control === 'date-3') return type(hand, value);
  if (hand.control === 'address') return chooseArea(hand, host, value);
  if (await host.locator('select').count()) return pickNative(hand, host.locator('select'), value);
  if (await host.locator('.input-field-select').count()) return pick(hand, host, value);
  if (value === 'true') return host.locator('input[type=checkbox]').first().click();
  for (const one of tickedOf(hand.field, value)) {
    await host.locator('label').getByText(one, { exact: true }).click();
  }
}

async function chooseArea(hand: Hand, host: Locator, value: string): Promise<void> {
  const [province, ward, detail] = partsOf(value);
  if (province) await pick(hand, host.locator('x-select').nth(0), province);
  if (ward) await pick(hand, host.locator('x-select').nth(1), ward);
  if (detail) await typeText(hand, host.locator('input[type=text]'), detail);
}

async function pick(hand: Hand, host: Locator, value: string): Promise<void> {
  const box = host.locator('.input-field-select');
  const option = host.locator('.input-field-select-options').getByText(value, { exact: true });
  await pickFromList(hand, { box, option });
}
