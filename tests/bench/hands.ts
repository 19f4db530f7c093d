import { setTimeout as sleep } from 'node:timers/promises';
import { addQuestions, drawPlainForm, FREE_TEXT, focusField } from './in-page.ts';
import type { Tab } from './tab.ts';

/** What is typed into one field. */
export const TEXT = 'nguyen thi sao mai lo thi ';
/** Long enough for one frame to end: the time of a key, not of a queue of keys. */
const KEY_PAUSE_MS = 25;
/** Labels of a plain form; some of them mean something to us, most do not. */
const LABELS = [
  'Họ và tên',
  'Số căn cước công dân',
  'Ngày sinh',
  'Tỉnh/Thành phố',
  'Nam',
  'Nữ',
  'Tôi cam đoan lời khai là đúng',
  'Địa chỉ thường trú',
  'Số điện thoại',
  'Thư điện tử',
];

/** Types {@link TEXT} with real key presses into each of the first so many text fields. */
export async function typeInto({ page }: Tab, fields: number): Promise<void> {
  for (let n = 0; n < fields; n++) {
    await page.evaluate(focusField, { selector: FREE_TEXT, n });
    for (const key of TEXT) {
      await page.keyboard.press(key);
      await sleep(KEY_PAUSE_MS);
    }
  }
  await sleep(500);
}

/** Brings the declaration to so many questions and lets them be taken in. */
export async function growTo(present: number, { page }: Tab): Promise<void> {
  await page.evaluate(addQuestions, { present, labels: LABELS });
  await sleep(2_000);
}

export const prepareChurn = (tab: Tab) => growTo(300, tab);

/** Puts a plain form of so many controls in the declaration's place. */
export async function drawPlain(controls: number, { page }: Tab): Promise<void> {
  await page.evaluate(drawPlainForm, { controls, labels: LABELS });
}

/** 500 questions a second come and go for 3 s; one more second lets everyone finish. */
export async function runChurn({ page }: Tab): Promise<void> {
  await page.evaluate(() => window.benchChurn?.(30, 50));
  await sleep(1_000);
}
