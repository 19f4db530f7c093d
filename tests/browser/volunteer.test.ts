import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageHeap, workerHeap } from './heap.ts';
import { clickInside, focusInside, insideBoxes, openShadow } from './inside.ts';
import { type Stage, setStage, submitAtOnce, until } from './stage.ts';

const PEOPLE = 40;
/** Of the whole day, ms: a person takes two to three seconds on two cores of a slow hour. */
const DAY = 300_000;
/** By then everything that is made once has been made: what the heaps grow by after it, they grow by person. */
const WARM = 10;
const DECLARATION =
  'https://dichvucong.gov.vn/nop-ho-so?formalityCaseId=a1b0c6d2-1e0f-4f53-8b61-000656000656';
const NEXT = { role: 'button', name: /^Người tiếp theo/ };
let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await setStage();
  await stage.extension.agree();
  const popup = await stage.extension.open('popup');
  await popup.locator('[data-role="volunteer"]').click();
  await popup.locator('input[name="outreach"]').fill('Thứ bảy tình nguyện');
  await popup.locator('input[name="commune"]').fill('Chiềng Ngần');
  await popup.locator('input[name="team"]').fill('0912 345 678');
  await popup.locator('[data-action="save-round"]').click();
  await popup.getByText('Không ghi số').waitFor();
  await popup.locator('input[name="team"]').fill('Đội 2');
  await popup.locator('[data-action="save-round"]').click();
  await popup.locator('[data-round="Thứ bảy tình nguyện"]').waitFor();
  await popup.close();
  page = await stage.openDeclaration();
  await page.locator('dong-hanh-companion').waitFor({ state: 'attached' });
});
afterAll(() => stage.close());

const all = async () => (await stage.extension.submissions()).toSorted((a, b) => a.startedAt - b.startedAt);

/** Resolves when the panel is ready for the next person, or no longer is. */
const readiness = (wanted: boolean, timeout = 30_000) =>
  page.waitForFunction(
    (ready) => {
      const inside = document.querySelector('dong-hanh-companion')?.shadowRoot;
      return inside && (inside.querySelector('.ready') !== null) === ready;
    },
    wanted,
    { timeout },
  );

/** The box of the button for the next person, once the panel has come to rest where it covers nothing. */
async function nextButton() {
  let last = '';
  let since = 0;
  const boxes = await until(
    () => insideBoxes(page, 'solid'),
    (boxes) => {
      const now = JSON.stringify(boxes);
      if (now !== last) since = performance.now();
      last = now;
      return boxes.length > 0 && performance.now() - since > 300;
    },
  );
  // It stands at the panel's foot, below what the guidance offers.
  const box = boxes.at(-1);
  if (!box) throw new Error('there is no button for the next person');
  return box;
}

/**
 * Presses the button for the next person; resolves to how long after it the panel was ready, and to
 * the layout shifts meanwhile. At the top of the
 * window the foot goes down when more is said above it: then a person presses again.
 */
async function pressNext(): Promise<{ ms: number; shifts: number }> {
  for (let tries = 0; tries < 3; tries++) {
    const { left, right, top, bottom } = await nextButton();
    const since = await page.evaluate(() => performance.now());
    const pressed = performance.now();
    await page.mouse.click((left + right) / 2, (top + bottom) / 2);
    const came = await readiness(true, 5_000).catch(() => null);
    const ms = performance.now() - pressed;
    if (came) return { ms, shifts: await shiftsSince(since) };
  }
  throw new Error('the panel is not ready for the next person');
}

/** Goes on within the portal, as its own links do: one document for all forty people, so that what leaks stays. */
const go = (path: string) =>
  page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);

const submit = () => submitAtOnce(page, stage.extension);

/** One person at the laptop: a declaration, a field, for every second one the submit. */
async function person(index: number, path: string): Promise<void> {
  if (index > 0) await go(path);
  const box = page.locator('.sd-root-modern [data-name^="citizenmoiquanhe"] input');
  await box.click();
  await page.keyboard.type('con');
  await until(
    all,
    (them) => them.length === index + 1 && them.at(-1)?.milestones['first-input'] !== undefined,
  );
  if (index % 2 === 1) await submit();
}

/**
 * Keeps the times of the layout shifts of the page from now on. What moves inside the closed panel right after a press
 * on it has no node that the page could name and is no shift by the measure's own rule: the rest is the portal's.
 */
const keepShifts = () =>
  page.evaluate(() => {
    const world = globalThis as typeof globalThis & Shifts;
    world.shifts = [];
    new PerformanceObserver((list) => {
      const all = list.getEntries() as unknown as Shift[];
      const counted = all.filter((it) => !it.hadRecentInput || it.sources.some(({ node }) => node !== null));
      world.shifts.push(...counted.map(({ startTime }) => startTime));
    }).observe({ type: 'layout-shift' });
  });
type Shift = { startTime: number; hadRecentInput: boolean; sources: { node: Node | null }[] };
type Shifts = { shifts: number[] };
/** How many there were since then, by the page's clock: an observer may hear of earlier ones later. */
const shiftsSince = (since: number) =>
  page.evaluate((from) => {
    const { shifts } = globalThis as typeof globalThis & Shifts;
    return shifts.filter((at) => at >= from).length;
  }, since);

describe('a volunteer’s day', () => {
  const times: number[] = [];
  const heaps: { page: number; worker: number }[] = [];

  it('is forty people in one tab, each a submission of its own with its right end', {
    timeout: DAY,
  }, async () => {
    const path = new URL(page.url()).pathname + new URL(page.url()).search;
    await keepShifts();
    await openShadow(page);
    let shifted = 0;
    for (let index = 0; index < PEOPLE; index++) {
      await person(index, path);
      const pressed = await pressNext();
      times.push(pressed.ms);
      shifted += pressed.shifts;
      await go('/');
      // The next person's road has begun: the panel shows the guidance again.
      await readiness(false);
      if (index === WARM || index === PEOPLE - 1)
        heaps.push({ page: await pageHeap(page), worker: await workerHeap(stage.profile) });
    }
    expect(shifted).toBe(0);
    const them = await all();
    expect(them.map(({ outcome }) => outcome)).toEqual(
      Array.from({ length: PEOPLE }, (_, index) => (index % 2 === 1 ? 'submitted' : 'abandoned')),
    );
    const told = them.map(({ startedBy, role, outreach }) => `${startedBy} ${role} ${outreach}`);
    expect(new Set(told)).toEqual(new Set(['first-page volunteer Thứ bảy tình nguyện']));
    expect(them.every(({ milestones }) => milestones['first-input'] !== undefined)).toBe(true);
  });

  it('is ready for the next one in under a second, and its memory stays flat', () => {
    const sorted = times.toSorted((a, b) => a - b);
    console.info('ready after ms', sorted.map(Math.round).join(' '), 'heaps', JSON.stringify(heaps));
    expect(times).toHaveLength(PEOPLE);
    // A laptop that does something else meanwhile may miss it now and then.
    expect(sorted[PEOPLE - 3]).toBeLessThan(1_000);
    const [warm, late] = heaps;
    expect(late?.page).toBeLessThan((warm?.page ?? 0) * 1.5);
    expect(late?.worker).toBeLessThan((warm?.worker ?? 0) * 1.5);
  });

  it('reminds of the portal’s own logout, and points at it', async () => {
    expect(await insideBoxes(page, 'leftover')).toHaveLength(1);
    const logout = page.getByRole('button', { name: 'Đăng xuất', exact: true });
    await logout.evaluate((button) => {
      button
        .closest('header')
        ?.setAttribute('style', 'position: fixed; inset: 0 0 auto; background: #fff; z-index: 50');
      document.body.style.minHeight = '3000px';
    });
    await clickInside(page, { role: 'button', name: /^Chỉ chỗ đăng xuất/ });
    const box = await logout.boundingBox();
    if (!box) throw new Error('there is no logout');
    const isAround = ([spot]: Awaited<ReturnType<typeof insideBoxes>>) =>
      spot !== undefined && Math.abs(spot.top - (box.y - 4)) < 1 && Math.abs(spot.left - (box.x - 4)) < 1;
    await until(() => insideBoxes(page, 'spot'), isAround);
    // It stays around the button of a header that stays while the page is scrolled.
    await page.evaluate(async () => {
      scrollTo({ top: 400, behavior: 'instant' });
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    });
    expect(isAround(await insideBoxes(page, 'spot'))).toBe(true);
    await logout.click();
    await until(
      () => insideBoxes(page, 'leftover'),
      (boxes) => boxes.length === 0,
    );
  });

  it('can be told to the popup too, which shows the tally', async () => {
    await stage.launched.context.addCookies([stage.portal.openSession()]);
    await page.goto(DECLARATION);
    await until(all, (them) => them.length === PEOPLE + 1);
    await clickInside(page, { role: 'button', name: /^Chỉ cho tôi/ });
    const arrows = () => insideBoxes(page, 'point');
    await until(arrows, (boxes) => boxes.length === 1);
    const popup = await stage.extension.open('popup');
    await popup.locator('[data-action="next-person"]').click();
    await popup
      .locator(`.tally[data-submitted="${PEOPLE / 2}"][data-abandoned="${PEOPLE / 2 + 1}"]`)
      .waitFor();
    await popup.close();
    expect((await all()).at(-1)?.outcome).toBe('abandoned');
    await page.bringToFront();
    await until(
      () => insideBoxes(page, 'ready'),
      (boxes) => boxes.length === 1,
    );
    // Nothing is pointed at any more that was asked of the one who has gone.
    await until(arrows, (boxes) => boxes.length === 0);
    await clickInside(page, { role: 'button', name: /^Bấm nhầm/ });
    await until(all, (them) => them.at(-1)?.outcome === 'open');
    await clickInside(page, NEXT);
    await until(all, (them) => them.at(-1)?.outcome === 'abandoned');
    expect(await all()).toHaveLength(PEOPLE + 1);
  });
});

describe('after a result screen', () => {
  const last = async () => (await all()).at(-1);
  const press = (name: RegExp) => clickInside(page, { role: 'button', name });

  it('one tap on a face is kept until another one is tapped', async () => {
    await page.goto(DECLARATION);
    await until(all, (them) => them.length === PEOPLE + 2);
    await submit();
    await press(/^Hài lòng/);
    await until(last, (it) => it?.satisfaction === 4 && it.milestones.rated !== undefined);
    await press(/^Chấm lại/);
    await until(
      () => insideBoxes(page, 'faces'),
      (boxes) => boxes.length === 1,
    );
    expect((await last())?.satisfaction).toBe(4);
  });

  it('the faces fill the screen only when they are handed over, and Escape leaves them', async () => {
    const shown = () => insideBoxes(page, 'hand-over');
    expect(await shown()).toEqual([]);
    await press(/^Đưa người dân/);
    const [whole] = await until(shown, (boxes) => boxes.length === 1);
    expect(whole).toMatchObject({ left: 0, top: 0, right: 1280 });
    await page.keyboard.press('Escape');
    await until(shown, (boxes) => boxes.length === 0);
    await press(/^Đưa người dân/);
    await until(shown, (boxes) => boxes.length === 1);
    // The focus is in the dialog: its first face is one key away from nothing.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await until(shown, (boxes) => boxes.length === 0);
    await until(last, (it) => it?.satisfaction === 2);
  });

  it('what was not seen is asked, now or later in the popup; what was seen is not', async () => {
    const open = ['paid-on-portal-or-free', 'processed-electronically', 'result-electronic'];
    await press(/^Đúng$/);
    await until(last, (it) => it?.endToEnd['paid-on-portal-or-free'] === 'yes');
    await press(/^Để sau/);
    const id = (await last())?.id;
    const popup = await stage.extension.open('popup');
    await popup.locator('.open-questions summary').click();
    const question = popup.locator(`[data-open="${id}"]`);
    await question.locator(`[data-condition="${open[1]}"] [data-answer="yes"]`).click();
    await question.locator(`[data-condition="${open[2]}"] [data-answer="no"]`).click();
    await question.waitFor({ state: 'detached' });
    expect((await last())?.endToEnd).toMatchObject({
      'filed-online': 'yes',
      'processed-electronically': 'yes',
      'result-electronic': 'no',
      'no-visit': 'unknown',
    });
    await popup.close();
    await page.bringToFront();
  });

  it('a reviewer’s note is kept, and one with somebody’s number is not', async () => {
    await press(/^Rà soát/);
    await press(/^Ghi chú về bước/);
    const write = async (text: string) => {
      await focusInside(page, { role: 'textbox', name: /^Nội dung ghi chú/ });
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.insertText(text);
      await press(/^Lưu ghi chú/);
    };
    const kept = async () =>
      (await stage.extension.stores()).meta.filter((it) => JSON.stringify(it).includes('"about"'));
    await write('Gọi 0912 345 678 để hỏi');
    await until(
      () => insideBoxes(page, 'failed'),
      (boxes) => boxes.length === 1,
    );
    expect(await kept()).toEqual([]);
    await write('Lò Thị Hoa không tìm thấy nút');
    await until(
      () => insideBoxes(page, 'sure'),
      (boxes) => boxes.length === 1,
    );
    expect(await kept()).toEqual([]);
    await write('Nút nộp nằm dưới cùng, khó thấy');
    await until(kept, (notes) => notes.length === 1);
  });
});
