import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickInside, focusInside, insideBoxes, openShadow } from './inside.ts';
import { atRest, type Stage, setStage, until } from './stage.ts';

const ROLES = ['helper', 'volunteer', 'reviewer'] as const;

/** Controls of the panel that nobody can press: scrolled to, something else of it lies on them, or its edge cuts them. */
const buried = (page: Page) =>
  page.evaluate(() => {
    const inside = document.querySelector('dong-hanh-companion')?.shadowRoot;
    const panel = inside?.querySelector('.panel');
    if (!inside || !panel) return ['there is no panel'];
    const all = [...panel.querySelectorAll<HTMLElement>('button, select, textarea')];
    const found = all.filter((it) => {
      if (!it.checkVisibility()) return false;
      it.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const { left, right, top, bottom } = it.getBoundingClientRect();
      const x = (left + right) / 2;
      return ![top + 3, (top + bottom) / 2, bottom - 3].every((y) =>
        it.contains(inside.elementFromPoint(x, y)),
      );
    });
    for (const it of [panel, ...panel.querySelectorAll('*')]) it.scrollTop = 0;
    return found.map((it) => it.textContent);
  });

/** How much of the switch of roles the panel's lower edge cuts off, px. */
const cutOff = (page: Page) =>
  page.evaluate(() => {
    const inside = document.querySelector('dong-hanh-companion')?.shadowRoot;
    const bottom = (of: string) => inside?.querySelector(of)?.getBoundingClientRect().bottom ?? Number.NaN;
    return Math.max(0, bottom('.role-switch') - bottom('.panel'));
  });

/** Whether a button of the panel is seen whole, with nobody having scrolled to it. */
const inSight = (page: Page, words: string) =>
  page.evaluate((wanted) => {
    const inside = document.querySelector('dong-hanh-companion')?.shadowRoot;
    const all = [...(inside?.querySelectorAll('button') ?? [])];
    const button = all.find((it) => it.textContent === wanted);
    if (!inside || !button) return false;
    const { left, top, bottom } = button.getBoundingClientRect();
    return [top + 2, bottom - 2].every((y) => button.contains(inside.elementFromPoint(left + 5, y)));
  }, words);

/** How far the panel is from the left and the right edge of the page, whose scroll bar is no part of it. */
const margins = (page: Page) =>
  page.evaluate(() => {
    const inside = document.querySelector('dong-hanh-companion')?.shadowRoot;
    const { left, right } = inside?.querySelector('.panel')?.getBoundingClientRect() ?? new DOMRect();
    return [left, document.documentElement.clientWidth - right];
  });

/** How high some things of the panel are, px. */
const heights = (page: Page, selector: string) =>
  page.evaluate((of) => {
    const inside = document.querySelector('dong-hanh-companion')?.shadowRoot;
    return [...(inside?.querySelectorAll(of) ?? [])].map((it) => it.getBoundingClientRect().height);
  }, selector);

/** A telephone, and a laptop of 1366 × 768 at 200 % and at 400 %. */
describe.each([
  [360, 740],
  [683, 328],
  [341, 164],
])('the panel in a window of %i × %i', (width, height) => {
  let stage: Stage;
  let page: Page;
  const wear = async (role: string) => {
    await stage.extension.choose({ role });
    await until(
      () =>
        page.evaluate(() => {
          const inside = document.querySelector('dong-hanh-companion')?.shadowRoot;
          return inside?.querySelector('.panel [data-role][aria-pressed=true]')?.getAttribute('data-role');
        }),
      (it) => it === role,
    );
  };
  beforeAll(async () => {
    stage = await setStage({ viewport: { width, height } });
    await stage.extension.agree();
    page = await stage.openDeclaration();
    await page.locator('dong-hanh-companion').waitFor({ state: 'attached' });
    await openShadow(page);
    // By then all of the guidance is told.
    await until(
      () => insideBoxes(page, 'shape'),
      ({ length }) => length > 0,
    );
    if (width > 480) return;
    await clickInside(page, { role: 'button', name: /Đồng hành/ });
    await until(
      () => stage.extension.storageAreas(),
      (areas) => JSON.stringify(areas).includes('"collapsed":false'),
    );
  });
  afterAll(() => stage.close());

  it.each(ROLES)('has every control in reach, and shows the roles whole: %s', async (role) => {
    await wear(role);
    expect(await buried(page)).toEqual([]);
    // At 400 % they are scrolled to, as all else is.
    if (height > 280) expect(await cutOff(page)).toBe(0);
    // Each in one line, the chosen one in its bolder letters too.
    expect(Math.max(...(await heights(page, '.role-switch button')))).toBeLessThan(33);
  });

  it('shows what to do now, as far as the window is high', async () => {
    await wear('helper');
    const read = await page.evaluate(() => {
      const inside = document.querySelector('dong-hanh-companion')?.shadowRoot;
      const now = inside?.querySelector('.now');
      const panel = inside?.querySelector('.panel');
      if (!inside || !now || !panel) return null;
      now.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const { left, top, bottom } = now.getBoundingClientRect();
      const whole = [top + 3, bottom - 3].every((y) => now.contains(inside.elementFromPoint(left + 5, y)));
      for (const it of [panel, ...panel.querySelectorAll('*')]) it.scrollTop = 0;
      return whole;
    });
    expect(read).toBe(true);
  });

  it('shows what a mark means over the panel where there is no room beside it, until that is pressed', async () => {
    await wear('helper');
    await clickInside(page, { role: 'button', name: /^Xem ô tiếp theo/ });
    const tips = () => insideBoxes(page, 'tip');
    await until(tips, ({ length }) => length === 1);
    const [tip] = await atRest(tips);
    if (!tip) throw new Error('there is no tip');
    const xs = [tip.left + 12, (tip.left + tip.right) / 2, tip.right - 12];
    const ys = [tip.top + 12, (tip.top + tip.bottom) / 2, tip.bottom - 12].filter((y) => y > 0 && y < height);
    const points = xs.flatMap((x) => ys.map((y) => [x, y] as const));
    expect(points.length).toBeGreaterThan(0);
    const hidden = await page.evaluate((all) => {
      const inside = document.querySelector('dong-hanh-companion')?.shadowRoot;
      return all.filter(([x, y]) => !inside?.elementFromPoint(x, y)?.closest('.tip'));
    }, points);
    expect(hidden).toEqual([]);
    await page.mouse.click(...(points[0] ?? [0, 0]));
    await until(tips, ({ length }) => length === 0);
  });

  it('has no empty room under the small clock of a volunteer', async () => {
    await wear('volunteer');
    const [clock] = await heights(page, '.clock.compact');
    const [time] = await heights(page, '.clock.compact .clock-time');
    expect(clock).toBeLessThan((time ?? 0) + 8);
  });

  it('lets a reviewer correct a field to the end', async () => {
    await wear('reviewer');
    await clickInside(page, { role: 'button', name: /^Các ô/ });
    await clickInside(page, { role: 'button', name: /Giới tính.*Người đã mất/ });
    expect(await buried(page)).toEqual([]);
    await clickInside(page, { role: 'button', name: /^Sửa nhận định/ });
    expect(await buried(page)).toEqual([]);
    await focusInside(page, { role: 'combobox', name: /^Có sẵn ở đâu/ });
    await page.keyboard.press('End');
    await clickInside(page, { role: 'button', name: /^Lưu$/ });
    const undone = () => inSight(page, 'Bỏ phần đã sửa');
    if (height > 280) await until(undone, (it) => it);
    await clickInside(page, { role: 'button', name: /^Bỏ phần đã sửa/ });
  });
});

it.each([false, true])(
  'the panel lies in the middle of a narrow window, scroll bar %s',
  async (scrollBars) => {
    const stage = await setStage({ viewport: { width: 376, height: 740 }, scrollBars });
    await stage.extension.agree();
    const page = await stage.openDeclaration();
    await page.locator('dong-hanh-companion').waitFor({ state: 'attached' });
    await openShadow(page);
    const bar = await page.evaluate(() => innerWidth - document.documentElement.clientWidth);
    expect(bar > 0).toBe(scrollBars);
    await clickInside(page, { role: 'button', name: /Đồng hành/ });
    await until(
      () => margins(page),
      ([left, right]) => left === 8 && right === 8,
    );
    await stage.close();
  },
);

it('a laptop of 1366 × 768 has room for the form of a correction: nothing of the panel is half cut off', async () => {
  const stage = await setStage({ viewport: { width: 1366, height: 640 } });
  await stage.extension.agree();
  await stage.extension.choose({ role: 'reviewer' });
  const page = await stage.openDeclaration();
  await page.locator('dong-hanh-companion').waitFor({ state: 'attached' });
  await openShadow(page);
  await clickInside(page, { role: 'button', name: /^Các ô/ });
  await clickInside(page, { role: 'button', name: /Giới tính.*Người đã mất/ });
  await clickInside(page, { role: 'button', name: /^Sửa nhận định/ });
  await until(
    () => heights(page, '.correct'),
    ({ length }) => length === 1,
  );
  const outside = await page.evaluate(() => {
    const inside = document.querySelector('dong-hanh-companion')?.shadowRoot;
    const audit = inside?.querySelector('.audit');
    const { scrollTop = -1, scrollHeight = 0, clientHeight = 0 } = audit ?? {};
    return { scrollTop, hidden: scrollHeight - clientHeight };
  });
  expect(outside).toEqual({ scrollTop: 0, hidden: 0 });
  await stage.close();
});

it('the pill of a small telephone still says how many fields should have been filled', async () => {
  const stage = await setStage({ viewport: { width: 320, height: 640 } });
  await stage.extension.agree();
  const page = await stage.openDeclaration();
  await openShadow(page);
  await until(
    () => insideBoxes(page, 'pill-flags'),
    ({ length }) => length === 1,
  );
  const [count] = await insideBoxes(page, 'pill-flags');
  const [pill] = await insideBoxes(page, 'pill-box');
  expect(count?.right).toBeLessThan(pill?.right ?? 0);
  expect(pill?.right).toBeLessThanOrEqual(320);
  await stage.close();
});
