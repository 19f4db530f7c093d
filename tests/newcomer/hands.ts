import type { ElementHandle, Frame, Page } from 'playwright-core';
import { giveFile } from '../citizen/submit.ts';
import { looksOf, openOption } from './eyes.ts';

/** A list takes so long to open. */
const OPENS_MS = 400;

type Control = ElementHandle<HTMLElement>;

/** Does with a control what its looks ask for: clicks, chooses a line, or types `value`. */
export async function act(
  page: Page,
  frame: Frame,
  control: Control,
  value: { text: string; isFile: boolean },
): Promise<void> {
  const looks = await looksOf(control);
  if (value.isFile) return giveFile(page, () => press(page, control));
  if (looks === 'choice') return press(page, await wordsOf(control));
  if (looks === 'native-list') {
    await control.focus();
    return page.keyboard.press('ArrowDown');
  }
  if (looks !== 'list') await press(page, control);
  if (looks === 'button') return;
  await page.waitForTimeout(OPENS_MS);
  const option = await openOption(frame);
  if (option) await press(page, option);
  else await type(page, control, looks === 'date' ? nativeDate(value.text) : value.text);
}

/** With the mouse, where it stands: what lies over it, or is drawn in its place, gets the press as from a person. */
async function press(page: Page, control: Control): Promise<void> {
  await control.scrollIntoViewIfNeeded({ timeout: 2_000 }).catch(() => undefined);
  const box = await control.boundingBox();
  if (!box) throw new Error('what was pointed at is not there any more');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

async function type(page: Page, control: Control, text: string): Promise<void> {
  const parts = await control.evaluate(
    (it) => it.parentElement?.querySelectorAll('input[type=text]').length ?? 0,
  );
  // A date in three boxes goes box by box.
  if (/^\d+\/\d+\/\d+$/.test(text) && parts === 3) {
    for (const [index, part] of text.split('/').entries()) {
      if (index > 0) await page.keyboard.press('Tab');
      await page.keyboard.type(part);
    }
  } else await page.keyboard.type(text);
  await page.keyboard.press('Tab');
}

/** Month first: the browser is started in English. */
function nativeDate(text: string): string {
  const [day, month, year] = text.split('/');
  return `${month}${day}${year}`;
}

/** Many pages hide the button itself and draw its words. */
async function wordsOf(control: Control): Promise<Control> {
  const words = await control.evaluateHandle(
    (it) => (it as HTMLInputElement).labels?.[0] ?? it.closest('label') ?? it,
  );
  return words.asElement() as Control;
}
