import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPanel, type Panel } from '../newcomer/panel.ts';
import { clickInside, insideBoxes, overlaps } from './inside.ts';
import { type Stage, setStage, submitAtOnce, until } from './stage.ts';

const FREE_TEXT = '.sd-root-modern [data-name^="citizenmoiquanhe"] input';
/** The first required field that the account leaves empty. */
const RESIDENCE = '.sd-root-modern [data-name^="citizenNycNoicutru"]';

let stage: Stage;
let page: Page;
let panel: Panel;
beforeAll(async () => {
  stage = await setStage();
  await stage.extension.agree();
  page = await stage.openDeclaration();
  panel = await openPanel(page);
  await until(
    () => panel.read(),
    (seen) => seen?.show != null && /Bước 4\/7/.test(seen.text),
  );
});
afterAll(() => stage.close());

const points = () => insideBoxes(page, 'point');
const shown = async () =>
  until(
    () => points(),
    (boxes) => boxes.length === 1,
  );

describe('"Chỉ cho tôi"', () => {
  it('frames the first empty field and takes neither the focus nor a key from the one that is typed in', async () => {
    const box = page.locator(FREE_TEXT);
    await box.click();
    await page.evaluate(() => {
      const world = globalThis as typeof globalThis & { shifts: number };
      world.shifts = 0;
      new PerformanceObserver((list) => {
        world.shifts += list.getEntries().length;
      }).observe({ type: 'layout-shift' });
    });
    await clickInside(page, { role: 'button', name: /^Chỉ cho tôi/ });
    const [frame] = await shown();
    const wanted = await page.locator(RESIDENCE).boundingBox();
    if (!frame || !wanted) throw new Error('nothing is framed');
    const middle = { x: (frame.left + frame.right) / 2, y: (frame.top + frame.bottom) / 2 };
    expect(middle.x).toBeGreaterThan(wanted.x);
    expect(middle.y).toBeGreaterThan(wanted.y);
    expect(middle.y).toBeLessThan(wanted.y + wanted.height);
    await page.keyboard.type('con', { delay: 5 });
    expect(await box.inputValue()).toBe('con');
    expect(await page.evaluate(() => (globalThis as typeof globalThis & { shifts: number }).shifts)).toBe(0);
    expect((await panel.read())?.pointing).toMatch(/Nơi cư trú/);
  });

  it('follows the field as the page scrolls, never under the panel', async () => {
    const [before] = await shown();
    await page.mouse.move(640, 300);
    await page.mouse.wheel(0, 250);
    const [after] = await until(
      () => points(),
      ([now]) => now !== undefined && before !== undefined && now.top < before.top - 50,
    );
    const at = await page.locator(RESIDENCE).boundingBox();
    expect(Math.abs((after?.bottom ?? 0) - ((at?.y ?? 0) + (at?.height ?? 0)))).toBeLessThan(30);
    const both = async () => [...(await points()), ...(await insideBoxes(page, 'panel'))];
    await until(both, ([point, panelBox]) => Boolean(point && panelBox && !overlaps(point, panelBox)));
  });

  it('lets the click through, and is gone once the field was used', async () => {
    await page.locator(RESIDENCE).getByText('Thường trú', { exact: true }).click();
    await until(
      () => points(),
      (boxes) => boxes.length === 0,
    );
    expect(await page.locator(`${RESIDENCE} input:checked`).count()).toBe(1);
    // Then it leads to the next one.
    await until(
      () => panel.read(),
      (seen) => /Điền các ô còn trống/.test(seen?.now ?? ''),
    );
    await clickInside(page, { role: 'button', name: /^Chỉ cho tôi/ });
    await shown();
    expect((await panel.read())?.pointing).not.toMatch(/Nơi cư trú/);
    await page.keyboard.press('Escape');
    await until(
      () => points(),
      (boxes) => boxes.length === 0,
    );
  });

  it('leads to anything in the list of what is missing', async () => {
    await clickInside(page, { role: 'button', name: /Cả trang còn thiếu \(\d+\)/ });
    await clickInside(page, { role: 'button', name: /^Tới: Ngày, tháng, năm sinh/ });
    await shown();
    expect((await panel.read())?.pointing).toMatch(/Ngày, tháng, năm sinh/);
    await page.keyboard.press('Escape');
  });
});

it('keeps an error message that vanished, on the page alone', async () => {
  const words = `Có lỗi xảy ra: máy chủ bận Khuổi Thử ${'ma_loi_'.repeat(12)}`;
  await page.evaluate((text) => {
    const toast = document.createElement('div');
    toast.className = 'Toastify__toast Toastify__toast--error';
    toast.textContent = text;
    document.body.append(toast);
    setTimeout(() => toast.remove(), 1_500);
  }, words);
  const standing = await panel.read();
  expect(standing?.text).not.toContain(words);
  await until(
    () => panel.read(),
    (seen) => seen?.text.includes(words) ?? false,
  );
  // A long word of the page is broken: it widens nothing in the panel.
  const [errors] = await insideBoxes(page, 'errors');
  const [around] = await insideBoxes(page, 'panel');
  expect(errors?.right).toBeLessThanOrEqual(around?.right ?? 0);
  const kept = JSON.stringify([await stage.extension.stores(), await stage.extension.storageAreas()]);
  expect(kept).not.toContain('Khuổi Thử');
  expect(JSON.stringify(await stage.extension.heard())).not.toContain('Khuổi Thử');
  await clickInside(page, { role: 'button', name: /^Đã đọc/ });
  await until(
    () => panel.read(),
    (seen) => seen !== null && !seen.text.includes(words),
  );
});

it('collapses and opens by Alt+Shift+D, but not by a key that a script makes up', async () => {
  await page.evaluate(() =>
    window.dispatchEvent(new KeyboardEvent('keydown', { altKey: true, shiftKey: true, code: 'KeyD' })),
  );
  expect((await panel.read())?.expand).toBeNull();
  await page.keyboard.press('Alt+Shift+D');
  await until(
    () => panel.read(),
    (seen) => seen?.expand != null,
  );
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Alt+Shift+D');
  await until(
    () => panel.read(),
    (seen) => seen?.show != null,
  );
  // With no field being typed in, the keyboard goes on in the panel.
  await until(
    () => page.evaluate(() => document.activeElement?.localName),
    (name) => name === 'dong-hanh-companion',
  );
  await page.keyboard.press('Enter');
  await shown();
  await page.keyboard.press('Escape');
});

it('remembers large letters', async () => {
  await clickInside(page, { role: 'button', name: /^Chữ to/ });
  await until(
    () => stage.extension.storageAreas(),
    (areas) => JSON.stringify(areas).includes('"large":true'),
  );
  expect(await insideBoxes(page, 'large')).toHaveLength(1);
});

it('points at nothing where two buttons have the name, and says so', async () => {
  const home = await stage.launched.context.newPage();
  await stage.launched.context.clearCookies();
  await home.goto('https://dichvucong.gov.vn/');
  const other = await openPanel(home);
  await until(
    () => other.read(),
    (seen) => seen?.show != null && /«Đăng nhập»/.test(seen.now),
  );
  await home.evaluate(() => {
    const second = document.createElement('button');
    second.textContent = 'Đăng nhập';
    document.querySelector('main')?.append(second);
  });
  const unsure = await until(
    () => other.read(),
    (seen) => seen?.show === null,
  );
  expect(unsure?.text).toMatch(/Không thấy rõ chỗ này/);
  await other.close();
  await home.close();
});

it('has a checklist before the login, with the papers that the page itself names', async () => {
  const before = await stage.launched.context.newPage();
  await before.goto('https://dichvucong.gov.vn/thu-tuc-hanh-chinh/6d1f0b52-6a7e-4c53-9a0e-5d0d2a7c6561');
  const other = await openPanel(before);
  await until(
    () => other.read(),
    (seen) => /Chuẩn bị trước \(0\/\d+\)/.test(seen?.text ?? ''),
  );
  await clickInside(before, { role: 'button', name: /Chuẩn bị trước/ });
  await clickInside(before, { role: 'checkbox', name: /Giấy báo tử hoặc giấy tờ thay thế Giấy báo tử/ });
  await until(
    () => other.read(),
    (seen) => /Chuẩn bị trước \(1\/\d+\)/.test(seen?.text ?? ''),
  );
  expect(JSON.stringify(await stage.extension.storageAreas())).not.toContain('thay thế Giấy báo tử');
  await other.close();
  await before.close();
});

it('says nothing more of an error on the way, once the dossier is filed', async () => {
  const declaration = await stage.openDeclaration();
  const seen = await openPanel(declaration);
  await declaration.evaluate(() => {
    const toast = document.createElement('div');
    toast.className = 'Toastify__toast Toastify__toast--error';
    toast.textContent = 'Có lỗi xảy ra: máy chủ bận';
    document.body.append(toast);
    setTimeout(() => toast.remove(), 1_500);
  });
  const says = (words: string, wanted: boolean) =>
    until(
      () => seen.read(),
      (it) => it?.text.includes(words) === wanted,
    );
  await says('Cổng vừa báo lỗi', true);
  await submitAtOnce(declaration, stage.extension);
  await says('đã nộp xong hồ sơ', true);
  await says('Cổng vừa báo lỗi', false);
  await declaration.close();
});
