import type { Locator } from 'playwright-core';
import { partsOf, tickedOf, toIso, toVietnamese } from '../fields.ts';
import { type Hand, pickFromList, turnTo, typeText } from '../hand.ts';

/** Lone boxes and groups have no label whose `for` would name them: the control's own id does. */
const itemOf = ({ frame, field }: Hand): Locator =>
  frame
    .locator('#form .ant-form-item')
    .filter({ has: frame.locator(`[id="${field.name}"], label[for="${field.name}"]`) });

export async function type(hand: Hand, value: string): Promise<void> {
  const item = itemOf(hand);
  if (hand.control === 'address') return chooseAddress(hand, item, value);
  if (hand.control === 'date' || hand.control === 'date-3') return typeDate(hand, item, value);
  await typeText(hand, item.locator('input, textarea').first(), value);
}

/** Enter takes what was typed; leaving the box alone would not. */
async function typeDate({ keyboard }: Hand, item: Locator, value: string): Promise<void> {
  const box = item.locator('.ant-picker input');
  await box.click();
  if (await box.inputValue()) await keyboard.press('Control+A');
  await keyboard.type(toVietnamese(toIso(value)));
  await keyboard.press('Enter');
  await keyboard.press('Tab');
}

export async function choose(hand: Hand, value: string): Promise<void> {
  const item = itemOf(hand);
  if (hand.control === 'date' || hand.control === 'date-3') return chooseDay(hand, item, value);
  if (hand.control === 'address') return chooseAddress(hand, item, value);
  if (hand.control === 'select') return pick(hand, item.locator('.ant-select'), value);
  if (value === 'true') return item.locator('.ant-checkbox-wrapper').click();
  for (const one of tickedOf(hand.field, value)) {
    await item.locator('label').getByText(one, { exact: true }).click();
  }
}

async function chooseAddress(hand: Hand, item: Locator, value: string): Promise<void> {
  const [province, ward, detail] = partsOf(value);
  if (province) await pick(hand, item.locator('.ant-select').nth(0), province);
  if (ward) await pick(hand, item.locator('.ant-select').nth(1), ward);
  if (detail) await typeText(hand, item.locator('input.ant-input'), detail);
}

/** Lists show only what fits, so the words are typed first. */
async function pick(hand: Hand, box: Locator, value: string): Promise<void> {
  const open = hand.frame.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
  const option = open.locator('.ant-select-item-option').getByText(value, { exact: true });
  await pickFromList(hand, { box, option, search: value });
  // A list that was opened twice over is still there.
  if (await open.count()) await hand.keyboard.press('Tab');
  await open.first().waitFor({ state: 'hidden' });
}

/** Through the calendar: to the year, the month, the day. */
async function chooseDay(hand: Hand, item: Locator, value: string): Promise<void> {
  const iso = toIso(value);
  const [year, month] = iso.split('-').map(Number);
  await item.locator('.ant-picker input').click();
  const panel = hand.frame.locator('.ant-picker-dropdown:not(.ant-picker-dropdown-hidden)');
  await panel.locator('.ant-picker-year-btn').click();
  const years = panel.locator('.ant-picker-year-panel .ant-picker-cell-in-view');
  await turnTo(Number(year), years, {
    earlier: panel.locator('.ant-picker-header-super-prev-btn'),
    later: panel.locator('.ant-picker-header-super-next-btn'),
  });
  await years.getByText(String(year), { exact: true }).click();
  await panel
    .locator('.ant-picker-month-panel .ant-picker-cell-in-view')
    .nth(Number(month) - 1)
    .click();
  await panel
    .locator(
      `.ant-picker-date-panel td[title="${iso}"], .ant-picker-date-panel td[title="${toVietnamese(iso)}"]`,
    )
    .click();
  await panel.waitFor({ state: 'hidden' });
}
