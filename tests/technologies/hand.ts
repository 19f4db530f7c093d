// What a person's hands can do on any technology: real keys and clicks, nothing by script.
import type { Frame, Keyboard, Locator, Page } from 'playwright-core';
import { type Control, controlOf, dateParts, fieldOf, optionsOf, partsOf, toIso } from './fields.ts';
import type { Declaration, Field } from './form.ts';

/** Hands laid on one field. */
export type Hand = {
  page: Page;
  frame: Frame;
  keyboard: Keyboard;
  declaration: Declaration;
  field: Field;
  control: Control;
};

/** How one technology is used by hand. */
export type Hands = {
  /** Types into a box, or into the boxes that make the field, and leaves it. */
  type(hand: Hand, value: string): Promise<void>;
  /** Chooses options; of a date, the day in the calendar where there is one. */
  choose(hand: Hand, value: string): Promise<void>;
};

export function handOn(target: Page | Frame, declaration: Declaration, name: string): Hand {
  const page = 'mainFrame' in target ? target : target.page();
  const frame = 'mainFrame' in target ? target.mainFrame() : target;
  const field = fieldOf(declaration, name);
  return { page, frame, keyboard: page.keyboard, declaration, field, control: controlOf(field) };
}

/** The boxes' values, one by one: of a date its day, month and year. */
export function boxesOf({ control }: Hand, value: string): string[] {
  return control === 'date-3' ? dateParts(value) : partsOf(value);
}

/** Clicks a box, types over what it holds, and leaves it by Tab. */
export async function typeText({ keyboard }: Hand, input: Locator, value: string): Promise<void> {
  await input.click();
  if (await input.inputValue()) await keyboard.press('Control+A');
  await keyboard.type(value);
  await keyboard.press('Tab');
}

/** Types into the browser's own date box. Month first: the browser is started in English. */
export async function typeNativeDate({ keyboard }: Hand, input: Locator, value: string): Promise<void> {
  const [year, month, day] = toIso(value).split('-');
  const box = await input.boundingBox();
  await input.click({ position: { x: 14, y: (box?.height ?? 20) / 2 } });
  await keyboard.type(`${month}${day}${year}`);
  await keyboard.press('Tab');
  // Out of the box's own calendar button.
  await keyboard.press('Tab');
}

/** Goes through the browser's own list by arrow keys, which choose at once where the list is closed. */
export async function pickNative({ keyboard }: Hand, select: Locator, value: string): Promise<void> {
  const texts = await select.locator('option').allTextContents();
  const wanted = texts.findIndex((text) => text.trim() === value);
  if (wanted < 0) throw new Error(`the list does not offer "${value}"`);
  await select.scrollIntoViewIfNeeded();
  await select.focus();
  await keyboard.press('Home');
  for (let tries = 0; tries < texts.length; tries++) {
    const at = await select.evaluate((element: HTMLSelectElement) => element.selectedIndex);
    if (at === wanted) break;
    await keyboard.press('ArrowDown');
  }
  await keyboard.press('Tab');
}

/**
 * Opens a drawn list, types to search where it is long, and clicks the option. A list that closes because the page
 * scrolls under it is opened again, as anybody would.
 */
export async function pickFromList(
  { keyboard }: Hand,
  { box, option, search }: { box: Locator; option: Locator; search?: string | undefined },
): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await box.scrollIntoViewIfNeeded({ timeout: 3_000 });
      await box.click({ timeout: 3_000 });
      await option
        .first()
        .waitFor({ state: 'attached', timeout: 2_000 })
        .catch(() => undefined);
      if (search) await keyboard.type(search);
      await option.first().click({ timeout: 2_000 });
      return;
    } catch (error) {
      if (tries === 3) throw error;
      await keyboard.press('Escape');
    }
  }
}

/** What to type to find an option; nothing where the list is short enough to look at. */
export function searchFor({ field }: Hand, value: string): string | undefined {
  return optionsOf(field).length > 12 ? value.slice(0, 4) : undefined;
}

/** Turns the pages of a calendar's years until the year is among them. */
export async function turnTo(
  year: number,
  years: Locator,
  { earlier, later }: { earlier: Locator; later: Locator },
): Promise<void> {
  for (let tries = 0; tries < 15; tries++) {
    if (year < Number(await years.first().textContent())) await earlier.click();
    else if (year > Number(await years.last().textContent())) await later.click();
    else return;
  }
}
