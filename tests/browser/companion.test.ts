import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FieldRecord } from '../../lib/fields/index.ts';
import { insideBoxes, overlaps } from './inside.ts';
import { type Stage, setStage, until } from './stage.ts';

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

  it('marks every field that should have been filled, and covers no control', async () => {
    const both = async () => [await insideBoxes(page, 'mark'), await flagged()] as const;
    const [marks] = await until(
      both,
      ([drawn, wanted]) => wanted.length > 0 && drawn.length === wanted.length,
    );
    const controls = await controlBoxes(page);
    expect(controls.length).toBeGreaterThan(marks.length);
    const covered = marks.filter((mark) => controls.some((control) => overlaps(mark, control)));
    expect(covered).toEqual([]);
    for (const { left, right } of marks) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
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
