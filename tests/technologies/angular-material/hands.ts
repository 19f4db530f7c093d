import type { Locator } from 'playwright-core';
import { partsOf, toIso } from '../fields.ts';
import { type Hand, pickFromList, searchFor, turnTo, typeText } from '../hand.ts';

const hostOf = ({ frame, field }: Hand): Locator => frame.locator(`#form [formcontrolname="${field.name}"]`);

export async function type(hand: Hand, value: string): Promise<void> {
  if (hand.control === 'address') return chooseAddress(hand, value);
  const box = hostOf(hand).locator('xpath=descendant-or-self::*[self::input or self::textarea]').first();
  // An empty Material field is covered by its own label; whoever clicks that is in the box.
  await box.click({ force: true });
  await typeText(hand, box, value);
}

export async function choose(hand: Hand, value: string): Promise<void> {
  const host = hostOf(hand);
  if (hand.control === 'date') return chooseDay(hand, value);
  if (hand.control === 'address') return chooseAddress(hand, value);
  const group = host.locator('label').getByText(value, { exact: true });
  if (await host.locator('input[type=radio]').count()) return group.click();
  if (hand.control === 'checkbox') return host.locator('label').first().click();
  if (hand.field.widget === 'ng-select') return chooseInNgSelect(hand, host, value, searchFor(hand, value));
  const select = host.locator('xpath=descendant-or-self::mat-select');
  const option = hand.frame.locator('.cdk-overlay-container mat-option').filter({ hasText: exactly(value) });
  await pickFromList(hand, { box: select, option });
  await option.waitFor({ state: 'detached' });
}

/** ng-select opens on the press of the mouse, and draws its options within itself. */
async function chooseInNgSelect(hand: Hand, host: Locator, value: string, search?: string): Promise<void> {
  const option = host.locator('.ng-option').filter({ hasText: exactly(value) });
  await pickFromList(hand, { box: host.locator('.ng-select-container'), option, search });
  await option.waitFor({ state: 'detached' });
}

async function chooseAddress(hand: Hand, value: string): Promise<void> {
  const host = hostOf(hand);
  const [province, ward, detail] = partsOf(value);
  if (province) await chooseInNgSelect(hand, host.locator('ng-select').nth(0), province, province);
  if (ward) await chooseInNgSelect(hand, host.locator('ng-select').nth(1), ward, ward);
  if (detail) await typeText(hand, host.locator('mat-form-field input'), detail);
}

/** Through the calendar: year, month, day. */
async function chooseDay(hand: Hand, value: string): Promise<void> {
  const [year = 0, month = 0, day = 0] = toIso(value).split('-').map(Number);
  await hostOf(hand).locator('mat-datepicker-toggle button').click();
  const calendar = hand.frame.locator('mat-calendar');
  await calendar.locator('.mat-calendar-period-button').click();
  const cells = calendar.locator('.mat-calendar-body-cell');
  await turnTo(year, cells, {
    earlier: calendar.locator('.mat-calendar-previous-button'),
    later: calendar.locator('.mat-calendar-next-button'),
  });
  await cells.filter({ hasText: String(year) }).click();
  await cells.nth(month - 1).click();
  await cells.filter({ hasText: exactly(String(day)) }).click();
  await calendar.waitFor({ state: 'detached' });
}

/** The whole text of an element, whatever white space Angular leaves around it. */
function exactly(text: string): RegExp {
  return new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
}
