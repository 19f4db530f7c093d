import type { Page } from 'playwright-core';
import type { Citizen } from '../citizen/citizen.ts';
import { logIn } from '../citizen/way.ts';
import { boxUnder, controlIn } from './eyes.ts';
import { act } from './hands.ts';
import { type Box, openPanel, type Panel, type Seen } from './panel.ts';
import { valueFor } from './values.ts';

const HOME = 'https://dichvucong.gov.vn/';
const LOGIN_HOST = 'sso.dancuquocgia.gov.vn';
const MOST_MS = 120_000;
/** Led to the same thing so many times in a row, one gives up. */
const PATIENCE = 5;
/** How long one waits for the panel to say something else before one looks again. */
const ANSWERS_MS = 3_000;
/** After an act one waits a moment for what comes of it. */
const RESTS_MS = 500;

/** How a road went. */
export interface Walked {
  arrived: boolean;
  acts: number;
  ms: number;
  /** What the panel said last, for a road that did not arrive. */
  last: string;
}

/** Sentences of the panel's last word: the road is at its end. */
const ARRIVED = [/Chúc mừng, đã nộp xong hồ sơ/, /Mở danh sách hồ sơ của bạn/];

/**
 * Files one dossier knowing nothing of the pages: opens the portal, and from there does only what the panel says and
 * goes only where its arrow leads. The login itself belongs to the person, and the companion is not there.
 */
export async function walkAsNewcomer(
  citizen: Citizen,
  procedure: string,
  say: (line: string) => void,
): Promise<Walked> {
  const { page } = citizen;
  const began = Date.now();
  let acts = 0;
  let before = '';
  let last = '';
  let same = 0;
  let lastActed = '';
  page.on('dialog', (dialog) => void dialog.accept());
  const panel = await openPanel(page);
  await page.goto(HOME);
  while (Date.now() - began < MOST_MS && same < PATIENCE) {
    if (new URL(page.url()).host === LOGIN_HOST) {
      await logIn(citizen);
      continue;
    }
    const seen = await freshly(panel, before);
    if (!seen) continue;
    last = `${seen.now} | ${seen.pointing}`;
    if (ARRIVED.some((words) => words.test(seen.text))) {
      await panel.close();
      return { arrived: true, acts, ms: Date.now() - began, last };
    }
    before = wordsOf(seen);
    if (seen.expand) await click(page, seen.expand);
    else if (seen.point || seen.show) {
      const done = await doAsShown(page, panel, seen, procedure, say).catch((error: unknown) => {
        // A page that goes on under one's hand.
        say(`  … ${String(error).split('\n')[0]}`);
        return false;
      });
      if (done) {
        acts++;
        same = wordsOf(seen) === lastActed ? same + 1 : 0;
        lastActed = wordsOf(seen);
      }
      await sleep(RESTS_MS);
    }
  }
  await panel.close();
  return { arrived: false, acts, ms: Date.now() - began, last };
}

/** What the panel says once it says something else than `before`; after a while whatever it says. */
async function freshly(panel: Panel, before: string): Promise<Seen | null> {
  const until = Date.now() + ANSWERS_MS;
  for (;;) {
    const seen = await panel.read();
    if (seen && (seen.point || wordsOf(seen) !== before)) return seen;
    if (Date.now() > until) return seen;
    await sleep(80);
  }
}

/** Presses "Chỉ cho tôi" and does with what is framed what the words ask for. */
async function doAsShown(
  page: Page,
  panel: Panel,
  seen: Seen,
  procedure: string,
  say: (line: string) => void,
): Promise<boolean> {
  if (!seen.point && seen.show) await click(page, seen.show);
  const shown = await pointed(panel);
  if (!shown?.point) return false;
  const led = await controlIn(page, shown.point);
  if (!led) return false;
  const { now, pointing } = shown;
  const inFrame = /^Ô này ở trong khung: (.*)$/.exec(pointing)?.[1];
  const control = inFrame === undefined ? led.control : await boxUnder(led.frame, inFrame);
  if (!control) return false;
  const label = inFrame ?? pointing.replace(/^Đang chỉ: /, '');
  const isSearch = /tên thủ tục vào ô tìm kiếm/.test(now);
  const isCode = /mã xác nhận/.test(now);
  const text = isSearch ? procedure : isCode ? 'x7k2' : valueFor(label);
  say(`  ${now} → ${pointing}`);
  await act(page, led.frame, control, { text, isFile: /chưa có tệp/.test(label) });
  if (isSearch) await control.press('Enter');
  return true;
}

/** The panel once its arrow stands and rests. */
async function pointed(panel: Panel): Promise<Seen | null> {
  const until = Date.now() + 2_000;
  let old: Seen | null = null;
  while (Date.now() < until) {
    const seen = await panel.read();
    if (seen?.point && JSON.stringify(seen.point) === JSON.stringify(old?.point)) return seen;
    old = seen;
    await sleep(120);
  }
  return null;
}

async function click(page: Page, { left, top, width, height }: Box): Promise<void> {
  await page.mouse.click(left + width / 2, top + height / 2);
}

/** Without the clock, which always says something else, and without what it points at. */
const wordsOf = ({ text, pointing }: Seen) => text.replace(/\d+:\d\d/g, '').replace(pointing, '');
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
