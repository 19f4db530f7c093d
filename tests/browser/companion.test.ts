import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FieldRecord } from '../../lib/fields/index.ts';
import { addQuestions } from '../bench/in-page.ts';
import { clickInside, insideBoxes, openShadow, overlaps } from './inside.ts';
import { atRest, type Stage, setStage, until } from './stage.ts';

/** The boxes of everything a person acts on or reads in the declaration. */
const controlBoxes = (page: Page) =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll(
        '.sd-root-modern input, .sd-root-modern textarea, .sd-root-modern .sd-dropdown',
      ),
    ]
      .filter((it) => it.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .map((it) => {
        const { left, top, right, bottom } = it.getBoundingClientRect();
        return { left, top, right, bottom };
      })
      .filter(({ left, right }) => right > left),
  );

/** How many fields the panel says should have been filled. */
const countTold = (page: Page) =>
  page.evaluate(() => {
    const inside = document.querySelector('dong-hanh-companion')?.shadowRoot;
    return Number(
      inside?.querySelector('.flags > span, .pill-flags > span')?.textContent?.match(/\d+/)?.[0] ?? 0,
    );
  });

describe.each([
  [1280, 900],
  [360, 740],
])('the companion on the declaration at %i × %i', (width, height) => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await setStage({ viewport: { width, height } });
    await stage.extension.agree();
    page = await stage.openDeclaration();
    await page.locator('dong-hanh-companion').waitFor({ state: 'attached' });
  });
  afterAll(() => stage.close());

  const flagged = async () => {
    const { fields } = await stage.extension.stores();
    return (fields as FieldRecord[]).filter(
      ({ visible, flags }) => visible && flags.includes('should-have-been-filled'),
    );
  };

  it('marks every field that should have been filled before it is seen, and covers no control', async () => {
    await openShadow(page);
    await until(
      async () => [await countTold(page), (await flagged()).length],
      ([told, wanted]) => wanted !== 0 && told === wanted,
    );
    // Marks are drawn for what is near the window: the whole form is gone through, by less than a screen at a time.
    const seen = new Set<string>();
    const end = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    for (let top = 0, done = false; !done; top += height / 2) {
      done = top >= end;
      await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), top);
      const marks = await atRest(() => insideBoxes(page, 'mark'));
      const controls = await controlBoxes(page);
      expect(marks.filter((mark) => controls.some((control) => overlaps(mark, control)))).toEqual([]);
      const scrolled = await page.evaluate(() => scrollY);
      for (const mark of marks) {
        expect(mark.left).toBeGreaterThanOrEqual(0);
        expect(mark.right).toBeLessThanOrEqual(width);
        const place = `${Math.round(mark.left)} ${Math.round(mark.top + scrolled)}`;
        // It was there when it lay a little outside of the window, and it is where it was then.
        if (top > 0 && mark.top < height && mark.bottom > 0) expect([...seen]).toContain(place);
        seen.add(place);
      }
    }
    expect(seen.size).toBe((await flagged()).length);
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  });

  it('goes to the next flagged field, which has its mark, and says there what it means', async () => {
    if (width < 480) await clickInside(page, { role: 'button', name: /Đồng hành/ });
    // Three screens of a telephone down, where nothing was drawn before.
    for (let i = 0; i < 9; i++) await clickInside(page, { role: 'button', name: /^Xem ô tiếp theo/ });
    const shown = async () => ({
      tips: await insideBoxes(page, 'tip'),
      marks: await insideBoxes(page, 'mark'),
    });
    const { tips, marks } = await atRest(shown);
    expect(tips).toHaveLength(1);
    expect(marks.some(({ top, bottom }) => top >= 0 && bottom <= height)).toBe(true);
    // The tip begins at the mark that it explains, or as near to it as the window lets it.
    const [{ left: begins, right: ends } = { left: 0, right: 0 }] = tips;
    const latest = width - 4 - (ends - begins);
    expect(marks.some(({ left }) => Math.abs(Math.min(left, latest) - begins) < 1)).toBe(true);
    // The tip stays with its field, and so does the mark, however far the page is scrolled.
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    expect((await atRest(shown)).tips).toHaveLength(1);
    await page.keyboard.press('Escape');
    await until(shown, (now) => now.tips.length === 0);
    if (width < 480) await clickInside(page, { role: 'button', name: /^Thu gọn/ });
  });

  it('brings the next flagged field out from under the panel', async () => {
    await page.setViewportSize({ width, height: height - 100 });
    if (width < 480) await clickInside(page, { role: 'button', name: /Đồng hành/ });
    for (let i = 0; i < 4; i++) {
      await clickInside(page, { role: 'button', name: /^Xem ô tiếp theo/ });
      const [panel] = await atRest(() => insideBoxes(page, 'panel'));
      const question = await page.evaluate(() => {
        const inside = document.querySelector('dong-hanh-companion')?.shadowRoot;
        const mark = inside?.querySelector('.mark[aria-describedby]')?.getBoundingClientRect();
        if (!mark) throw new Error('no mark has its tip open');
        const holds = ({ left, top, right, bottom }: DOMRect) =>
          left <= mark.left && right >= mark.right && top <= mark.top && bottom >= mark.bottom;
        const box = [...document.querySelectorAll('.sd-root-modern [data-name]')]
          .map((it) => it.getBoundingClientRect())
          .filter(holds)
          .at(-1);
        if (!box) throw new Error('the mark stands in no question');
        return { left: box.left, top: box.top, right: box.right, bottom: box.bottom };
      });
      expect(panel && overlaps(panel, question)).toBe(false);
      expect(question.top).toBeGreaterThanOrEqual(0);
    }
    await page.keyboard.press('Escape');
    if (width < 480) await clickInside(page, { role: 'button', name: /^Thu gọn/ });
    await page.setViewportSize({ width, height });
  });

  it('leaves the focus on a mark, though its tip was closed and the page is scrolled far', async () => {
    const focused = () =>
      page.evaluate(() => {
        const inside = document.querySelector('dong-hanh-companion')?.shadowRoot;
        return inside?.activeElement?.getAttribute('aria-label') ?? null;
      });
    await page.evaluate(() => {
      scrollTo({ top: 0, behavior: 'instant' });
      const inside = document.querySelector('dong-hanh-companion')?.shadowRoot;
      inside?.querySelector<HTMLElement>('.mark')?.focus({ preventScroll: true });
    });
    const mark = await focused();
    expect(mark).not.toBeNull();
    await page.keyboard.press('Escape');
    const before = await atRest(() => insideBoxes(page, 'mark'));
    await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
    await until(
      () => insideBoxes(page, 'mark'),
      (now) => before.every(({ left, top }) => !now.some((it) => it.left === left && it.top === top)),
    );
    await atRest(() => insideBoxes(page, 'mark'));
    expect(await focused()).toBe(mark);
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  });

  it('stands where it belongs on a page that its own style zooms', async () => {
    const boxes = () =>
      page.evaluate(() => {
        const inside = document.querySelector('dong-hanh-companion')?.shadowRoot;
        const boxesOf = (all: Iterable<Element> = []) =>
          [...all].map((it) => {
            const { left, top, right, bottom } = it.getBoundingClientRect();
            return { left, top, right, bottom };
          });
        return {
          panel: boxesOf(inside?.querySelectorAll('.box')),
          marks: boxesOf(inside?.querySelectorAll('.mark')),
          questions: boxesOf(document.querySelectorAll('.sd-root-modern [data-name]')),
        };
      });
    for (const zoom of ['1.25', '']) {
      await page.evaluate((by) => {
        document.documentElement.style.zoom = by;
      }, zoom);
      const { panel, marks } = await until(
        () => atRest(boxes),
        ({ panel, marks, questions }) =>
          panel.every(({ right, bottom }) => right <= width && bottom <= height) &&
          marks.length > 0 &&
          marks.every((mark) => mark.right - mark.left < 21 && questions.some((it) => overlaps(mark, it))),
      );
      expect(panel).toHaveLength(1);
      const controls = await controlBoxes(page);
      expect(marks.filter((mark) => controls.some((control) => overlaps(mark, control)))).toEqual([]);
    }
  });

  it('leaves the portal’s field its focus, and takes none of its keys', async () => {
    const box = page.locator('.sd-root-modern [data-name^="citizenmoiquanhe"] input');
    await box.click();
    await page.keyboard.type('con ruot', { delay: 5 });
    expect(await box.inputValue()).toBe('con ruot');
    expect(await box.evaluate((it) => document.activeElement === it)).toBe(true);
  });

  it('vanishes without trace, comes back when it is switched on, and shifts nothing of the page by either', async () => {
    const dashboard = await stage.extension.open('dashboard');
    await dashboard.locator('[data-setting="companion"]').waitFor();
    // The portal's page stays in front: a page behind another tab draws no frame and could show no shift.
    await page.bringToFront();
    const press = () =>
      dashboard.evaluate(() => document.querySelector<HTMLElement>('[data-setting="companion"]')?.click());
    const hosts = (wanted: number) =>
      until(
        () => page.locator('dong-hanh-companion').count(),
        (count) => count === wanted,
      );
    await page.evaluate(() => {
      const world = globalThis as typeof globalThis & { shifts?: number };
      world.shifts = 0;
      new PerformanceObserver((list) => {
        world.shifts = (world.shifts ?? 0) + list.getEntries().length;
      }).observe({ type: 'layout-shift' });
    });
    await press();
    await hosts(0);
    expect(await page.evaluate(() => document.documentElement.outerHTML.match(/dong-?hanh/gi))).toBeNull();
    await press();
    await hosts(1);
    await until(
      () => insideBoxes(page, 'mark'),
      (marks) => marks.length > 0,
    );
    expect(await page.evaluate(() => (globalThis as typeof globalThis & { shifts?: number }).shifts)).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await dashboard.close();
  });
});

/** In the page: notes every mark that comes into sight, and counts those that appear there. Our shadow root is open. */
function watchMarks(): void {
  const world = globalThis as typeof globalThis & { late?: number; marks?: Set<string> };
  const inside = document.querySelector('dong-hanh-companion')?.shadowRoot;
  world.marks = new Set();
  world.late = 0;
  let before: Set<string> | null = null;
  const look = () => {
    const places = new Set<string>();
    for (const mark of inside?.querySelectorAll('.mark') ?? []) {
      const { left, top, bottom } = mark.getBoundingClientRect();
      const place = `${Math.round(left)} ${Math.round(top + scrollY)}`;
      places.add(place);
      // What is seen now was drawn in the frame before, when it lay outside.
      const isSeen = top >= 0 && bottom <= innerHeight;
      if (isSeen && before && !before.has(place)) world.late = (world.late ?? 0) + 1;
      if (isSeen) world.marks?.add(place);
    }
    before = places;
    requestAnimationFrame(look);
  };
  look();
}

describe('the companion on a form of 500 questions', () => {
  let stage: Stage;
  let page: Page;
  const drawn = () => insideBoxes(page, 'mark');
  const inSight = async () => (await drawn()).filter(({ top, bottom }) => top >= 0 && bottom <= 900);
  const goTo = (question: number) =>
    page.evaluate(
      (selector) =>
        document.querySelector(selector)?.scrollIntoView({ behavior: 'instant', block: 'center' }),
      `[data-name^="benchField${question}_"]`,
    );

  beforeAll(async () => {
    stage = await setStage({ viewport: { width: 1280, height: 900 } });
    await stage.extension.agree();
    page = await stage.openDeclaration();
    await page.locator('dong-hanh-companion').waitFor({ state: 'attached' });
    await openShadow(page);
    await page.evaluate(addQuestions, { present: 500, labels: ['Họ và tên', 'Số định danh cá nhân'] });
    await goTo(450);
    await until(inSight, (marks) => marks.length > 4);
  });
  afterAll(() => stage.close());

  it('draws the marks near the window and no others', async () => {
    const marks = await atRest(drawn);
    expect(marks.length).toBeGreaterThan(0);
    expect(marks.length).toBeLessThan(80);
  });

  it('has every mark in its place before it is scrolled into sight', async () => {
    await goTo(40);
    await atRest(drawn);
    await page.evaluate(watchMarks);
    await page.mouse.move(600, 400);
    for (let i = 0; i < 60; i++) {
      await page.mouse.wheel(0, 60);
      await page.waitForTimeout(30);
    }
    const [late, count] = await page.evaluate(() => {
      const world = globalThis as typeof globalThis & { late?: number; marks?: Set<string> };
      return [world.late, world.marks?.size];
    });
    expect(late).toBe(0);
    // All of these questions are marked, and there are at least so many on so many screens.
    expect(count).toBeGreaterThan(20);
    expect(await inSight()).not.toEqual([]);
  });

  it('has them after a jump, with nobody scrolling on', async () => {
    await goTo(450);
    await until(inSight, (marks) => marks.length > 4);
  });
});
