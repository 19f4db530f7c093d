import type { Locator } from 'playwright-core';
import type { Field } from '../portal/wire.ts';
import { type Citizen, type } from './citizen.ts';
import { bareName } from './names.ts';

/** The question in the real form, not in its hidden twin. */
export function question(citizen: Citizen, name: string): Locator {
  return citizen.page.locator(`.sd-root-modern [data-name="${name}"]`);
}

/** Enters a value as a person would: clicks, keys, choices. Notes it as done by hand. */
export async function enter(citizen: Citizen, field: Field, value: string): Promise<void> {
  const root = question(citizen, field.name);
  const byChoice = field.widget === 'dropdown' || field.widget === 'radio';
  if (field.widget === 'dropdown') await chooseFromList(citizen, root, value);
  else if (field.widget === 'radio')
    await pressFree(citizen, root.locator('label').getByText(value, { exact: true }));
  else if (field.widget === 'date') await typeDate(citizen, root, value);
  else await typeText(citizen, root, value);
  if (byChoice) citizen.walked.typedValues.push(value);
  citizen.walked.fields[bareName(field.name)] = byChoice ? 'chosen' : 'typed';
}

/** Comes back to a field that holds a value and changes it. */
export async function correct(citizen: Citizen, field: Field, value: string): Promise<void> {
  await enter(citizen, field, value);
  corrected(citizen, field.name);
}

/** What lies under the companion's panel is scrolled clear of it, and pressed once all has come to rest. */
export async function pressFree({ page }: Pick<Citizen, 'page'>, target: Locator): Promise<void> {
  for (const down of [300, -250, 450, -500]) {
    const pressed = await target.click({ timeout: 1_500 }).then(
      () => true,
      () => false,
    );
    if (pressed) return;
    await page.mouse.wheel(0, down);
    await page.waitForTimeout(800);
  }
  await target.click();
}

async function typeText(citizen: Citizen, root: Locator, value: string): Promise<void> {
  const input = root.locator('input');
  for (let tries = 0; tries < 3; tries++) {
    await input.click();
    if (await input.inputValue()) await citizen.page.keyboard.press('Control+A');
    await type(citizen, value);
    // The model takes a text when the field is left.
    await citizen.page.keyboard.press('Tab');
    const taken = await input.inputValue();
    if (taken === value) return;
    // An answer that comes late draws the form anew and takes away what was typed so far: anybody types it again.
    if (taken) corrected(citizen, await root.getAttribute('data-name'));
  }
  throw new Error(`${await input.getAttribute('id')} took something else than was typed three times`);
}

function corrected({ walked }: Citizen, name: string | null): void {
  const bare = bareName(name ?? '');
  walked.corrections[bare] = (walked.corrections[bare] ?? 0) + 1;
}

async function typeDate(citizen: Citizen, root: Locator, iso: string): Promise<void> {
  const input = root.locator('input');
  const [year, month, day] = iso.split('-');
  const box = await input.boundingBox();
  await input.click({ position: { x: 14, y: (box?.height ?? 20) / 2 } });
  // Month first: the browser is started in English.
  await type(citizen, `${month}${day}${year}`);
  await citizen.page.keyboard.press('Tab');
  await citizen.page.keyboard.press('Tab');
  citizen.walked.typedValues.push(iso);
  if ((await input.inputValue()) !== iso)
    throw new Error(`date box holds ${await input.inputValue()}, not ${iso}`);
}

async function chooseFromList(citizen: Citizen, root: Locator, value: string): Promise<void> {
  const option = root.getByRole('option', { name: value, exact: true });
  // A list closes when the page scrolls under it, and then it is opened again, as anybody would.
  for (let tries = 0; tries < 4; tries++) {
    await root.scrollIntoViewIfNeeded();
    await root.locator('.sd-dropdown').click();
    const taken = await pickOption(citizen, root, option, value).catch(() => false);
    if (taken) break;
    await citizen.page.keyboard.press('Escape');
  }
  const shown = root.locator('.sd-dropdown:not(.sd-dropdown--empty)');
  await shown.waitFor();
  await citizen.page.keyboard.press('Tab');
  await root.locator('.sd-dropdown__value .sv-string-viewer', { hasText: value }).waitFor();
}

async function pickOption(citizen: Citizen, root: Locator, option: Locator, value: string): Promise<boolean> {
  await option.waitFor({ state: 'attached', timeout: 1_500 });
  // Long lists are searched, short ones only looked at. The search box of a chosen value holds that value's words.
  if ((await root.getByRole('option').count()) > 12) {
    await citizen.page.keyboard.press('Control+A');
    await type(citizen, value.slice(0, 4));
  }
  await option.click({ timeout: 1_500 });
  return true;
}
