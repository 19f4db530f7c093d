import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Launched } from './launch.ts';
import { launchWith } from './stage.ts';

const ROADS = 60;
const ROUNDS = 60;

let launched: Launched;
let page: Page;
beforeAll(async () => {
  launched = await launchWith(new URL('in-page/discovery.ts', import.meta.url));
  page = launched.page;
});
afterAll(() => launched.close());

describe('a finder that keeps up with a page that changes', () => {
  it('knows the fields, sections and labels that a fresh look at the page finds', async () => {
    const outcomes = await page.evaluate(
      ([roads, rounds]) =>
        Array.from({ length: roads }, (_, seed) => discoveryAfterChanges(seed + 1, rounds)),
      [ROADS, ROUNDS] as const,
    );
    expect(outcomes.map(({ difference }) => difference).filter(Boolean)).toEqual([]);
    expect(Math.max(...outcomes.map(({ most }) => most))).toBeGreaterThan(20);
    const walks = outcomes.reduce((sum, it) => sum + it.walks, 0);
    // Each road begins with one.
    expect(walks).toBeGreaterThanOrEqual(ROADS);
    expect(walks / (ROADS * ROUNDS)).toBeLessThan(0.5);
  });

  it('reads what another technology draws in the middle of a look by that one’s reader alone', async () => {
    for (let before = 1; before < 9; before++) {
      const { turns, misread } = await page.evaluate((it) => discoveryInTurns(it), before);
      expect(misread).toEqual([]);
      expect(turns).toBeGreaterThan(before);
    }
  });
});
