import type { Locator } from 'playwright-core';
import { partsOf, tickedOf } from '../fields.ts';
import { boxesOf, type Hand, pickFromList, typeNativeDate, typeText } from '../hand.ts';

const named = ({ frame, field }: Hand, part = ''): Locator =>
  frame.locator(`#form [name="${field.name}${part}"]`);

export async function type(hand: Hand, value: string): Promise<void> {
  if (hand.control === 'date') return typeNativeDate(hand, named(hand), value);
  if (hand.control === 'address') return chooseAddress(hand, value);
  if (hand.control !== 'date-3') return typeText(hand, named(hand), value);
  for (const [index, part] of boxesOf(hand, value).entries())
    await typeText(hand, named(hand, `.${index}`), part);
}

export async function choose(hand: Hand, value: string): Promise<void> {
  if (hand.control === 'date' || hand.control === 'date-3') return type(hand, value);
  if (hand.control === 'address') return chooseAddress(hand, value);
  if (hand.field.widget === 'button-combobox') return chooseByButton(hand, named(hand), value);
  if (hand.control === 'select') return chooseInList(hand, value);
  if (value === 'true') return named(hand).click();
  const group = groupOf(hand).locator('label.tick');
  for (const one of tickedOf(hand.field, value)) await group.getByText(one, { exact: true }).click();
}

async function chooseAddress(hand: Hand, value: string): Promise<void> {
  const [province, ward, detail] = partsOf(value);
  if (province) await chooseByButton(hand, named(hand, '.0'), province);
  if (ward) await chooseByButton(hand, named(hand, '.1'), ward);
  if (detail) await typeText(hand, named(hand, '.2'), detail);
}

/** The box is a button as long as nothing is chosen; an earlier choice is taken away first. */
async function chooseByButton(hand: Hand, box: Locator, value: string): Promise<void> {
  const former = box.locator('xpath=self::input/following-sibling::button');
  if (await former.count()) await former.click();
  const option = hand.frame.locator('.button-list li').getByText(value, { exact: true });
  await pickFromList(hand, { box, option, search: value });
}

/** The field's own block, found from within. */
function groupOf({ frame, field }: Hand): Locator {
  return frame.locator('#form .form-group').filter({ has: frame.locator(`[name="${field.name}"]`) });
}

/** React-Select: its hidden input has the name, its own search box a counted id; options are found by their role. */
async function chooseInList(hand: Hand, value: string): Promise<void> {
  const group = groupOf(hand);
  const box = group.locator('input[role=combobox]').locator('xpath=ancestor::div[3]');
  const option = group.getByRole('option', { name: value, exact: true });
  await pickFromList(hand, { box, option, search: value.slice(0, 4) });
}
