import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clickInside, openShadow } from './inside.ts';
import { beReviewer, type Stage, setStage, until } from './stage.ts';

/** Someone needs the colours of the system, and the page's own grounds and shadows are not drawn. */
let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await setStage();
  await stage.extension.agree();
  await beReviewer(stage.extension);
  page = await stage.openDeclaration();
  await page.emulateMedia({ forcedColors: 'active' });
  await page.locator('dong-hanh-companion').waitFor({ state: 'attached' });
  await openShadow(page);
  await clickInside(page, { role: 'button', name: /^Các ô/ });
  await clickInside(page, { role: 'button', name: /Giới tính.*Người đã mất/ });
  await page.mouse.move(5, 5);
});
afterAll(() => stage?.close());

/** What is drawn at a place of something of the panel: so far from its left edge, and so far down of its height. */
async function drawn(selector: string, x: number, down: number): Promise<string> {
  const box = await until(
    () =>
      page.evaluate((of) => {
        const node = document.querySelector('dong-hanh-companion')?.shadowRoot?.querySelector(of);
        const { left, top, height } = node?.getBoundingClientRect() ?? {};
        return left === undefined ? null : { left, top: top ?? 0, height: height ?? 0 };
      }, selector),
    (it) => it !== null,
  );
  const { left, top, height } = box as NonNullable<typeof box>;
  const clip = { x: Math.round(left + x), y: Math.round(top + height * down) - 2, width: 2, height: 2 };
  return (await page.screenshot({ clip })).toString('base64');
}

it.each([
  ['filter', '.chip[aria-pressed=true]', '.chip[aria-pressed=false]', 6, 0.5],
  ['tab', '.tab[aria-pressed=true]', '.tab[aria-pressed=false]', 20, 1],
  ['field', '.row[aria-current]', 'li:has(> [aria-current]) + li .row', 1, 0.4],
  ['role', '[data-role][aria-pressed=true]', '[data-role][aria-pressed=false]', 6, 0.5],
] as const)(
  'the %s that is chosen looks otherwise than the others in forced colours',
  async (_, chosen, other, x, down) => {
    expect(await drawn(chosen, x, down)).not.toBe(await drawn(other, x, down));
  },
);

it('a button that is all ground has an edge in forced colours', async () => {
  await clickInside(page, { role: 'button', name: /^Sửa nhận định/ });
  // Below its edge there is nothing.
  expect(await drawn('.solid', 14, 1)).not.toBe(await drawn('.solid', 14, 1.2));
});
