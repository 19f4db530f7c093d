import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FieldRecord } from '../../lib/fields/index.ts';
import { clickInside, focusInside, insideBoxes, openShadow, overlaps } from './inside.ts';
import { atRest, beReviewer, type Stage, setStage, until } from './stage.ts';

const GENDER = 'citizenGioitinh_NgdcKT';
let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await setStage();
  await stage.extension.agree();
  await beReviewer(stage.extension);
  page = await stage.openDeclaration();
  await page.locator('dong-hanh-companion').waitFor({ state: 'attached' });
});
afterAll(() => stage.close());

const fields = async () => (await stage.extension.stores()).fields as FieldRecord[];
const missing = async () =>
  (await fields()).filter(({ visible, flags }) => visible && flags.includes('should-have-been-filled'))
    .length;
const rows = () => insideBoxes(page, 'row');

describe('the audit on the page', () => {
  it('makes no row before it is opened, then one for each field', async () => {
    await until(fields, (all) => all.length > 20);
    expect(await rows()).toEqual([]);
    await clickInside(page, { role: 'button', name: /^Các ô/ });
    const drawn = await until(rows, (boxes) => boxes.length > 0);
    expect(drawn).toHaveLength((await fields()).length);
  });

  it('goes to a field and frames it, and neither focuses nor touches it', async () => {
    const gender = page.locator(`.sd-root-modern [data-name^="${GENDER}"]`);
    await page.locator('.sd-root-modern [data-name^="citizenmoiquanhe"] input').click();
    await page.evaluate(() => {
      const world = globalThis as typeof globalThis & { touched: string[]; shifts: number };
      world.touched = [];
      world.shifts = 0;
      const note = ({ type }: Event) => world.touched.push(type);
      for (const type of ['focusin', 'focusout', 'input', 'change', 'pointerdown', 'click', 'keydown'])
        document.querySelector('.sd-root-modern')?.addEventListener(type, note, true);
      new PerformanceObserver((list) => {
        world.shifts += list.getEntries().length;
      }).observe({ type: 'layout-shift' });
    });
    await clickInside(page, { role: 'button', name: /Giới tính.*Người đã mất/ });
    const [frame] = await until(
      () => insideBoxes(page, 'spot'),
      (boxes) => boxes.length === 1,
    );
    // Where the panel lies on it the page is scrolled on, a frame later.
    const box = await until(
      () => gender.boundingBox(),
      (it) => it !== null && it.y > 0 && it.y + it.height < 900,
    );
    expect(frame).toBeDefined();
    const [moved] = await until(
      () => insideBoxes(page, 'spot'),
      ([now]) => now !== undefined && box !== null && Math.abs(now.top - (box.y - 4)) < 1,
    );
    expect(moved?.left).toBeCloseTo((box?.x ?? 0) - 4, 0);
    const seen = await page.evaluate(() => {
      const world = globalThis as typeof globalThis & { touched: string[]; shifts: number };
      const { touched, shifts } = world;
      return { touched, shifts, inForm: document.activeElement?.closest('[data-name]') !== null };
    });
    expect(seen).toEqual({ touched: [], shifts: 0, inForm: true });
    const panel = (await insideBoxes(page, 'panel'))[0];
    expect(panel && moved && overlaps(panel, moved)).toBe(false);
  });

  it('lets a click through the frame reach the portal’s field', async () => {
    const hit = await page
      .locator(`.sd-root-modern [data-name^="${GENDER}"] input`)
      .first()
      .evaluate((it) => {
        const { left, top, width, height } = it.getBoundingClientRect();
        const at = document.elementFromPoint(left + width / 2, top + height / 2);
        return at?.closest('[data-name]')?.getAttribute('data-name') ?? '';
      });
    expect(hit).toContain(GENDER);
  });

  it('shows by the filter only the fields that should have been filled', async () => {
    await clickInside(page, { role: 'button', name: /^Đáng lẽ được điền sẵn \(/ });
    const both = async () => [(await rows()).length, await missing()] as const;
    // An empty box of the account's own data is no finding before the form has stood for a while.
    await until(both, ([drawn, wanted]) => wanted > 0 && drawn === wanted);
    expect(await missing()).toBeLessThan((await fields()).length);
    await clickInside(page, { role: 'button', name: /^Tất cả/ });
  });
});

describe('a chosen field', () => {
  /** The box of what is chosen in the list, and of what shows it. */
  const boxes = () =>
    page.evaluate(() => {
      const root = document.querySelector('dong-hanh-companion')?.shadowRoot;
      const boxOf = (of: string) => {
        const { left, right, top, bottom } =
          root?.querySelector(of)?.getBoundingClientRect() ?? new DOMRect();
        return { left, right, top, bottom };
      };
      return { row: boxOf('.row[aria-current]'), list: boxOf('.audit-list'), panel: boxOf('.panel') };
    });

  it('stays in sight on the page and in the list while it is corrected', async () => {
    await openShadow(page);
    await clickInside(page, { role: 'button', name: /Số giấy tờ t.*Người đã mất/ });
    await clickInside(page, { role: 'button', name: /^Sửa nhận định/ });
    const { row, list } = await until(boxes, (it) => it.row.bottom <= it.list.bottom).catch(boxes);
    expect(row.top).toBeGreaterThanOrEqual(list.top - 1);
    expect(row.bottom).toBeLessThanOrEqual(list.bottom + 1);
    const [spot] = await insideBoxes(page, 'spot');
    expect(spot && overlaps(spot, (await boxes()).panel)).toBe(false);
    await clickInside(page, { role: 'button', name: /^Thôi/ });
  });

  it('is no longer corrected after Escape, and the keyboard goes on at the button that opened the form', async () => {
    await focusInside(page, { role: 'button', name: /^Sửa nhận định/ });
    await page.keyboard.press('Enter');
    await focusInside(page, { role: 'combobox', name: /^Của ai/ });
    expect(await insideBoxes(page, 'spot')).toHaveLength(1);
    await page.keyboard.press('Escape');
    const left = () =>
      page.evaluate(() => {
        const root = document.querySelector('dong-hanh-companion')?.shadowRoot;
        return [root?.querySelector('.correct') === null, root?.activeElement?.textContent] as const;
      });
    expect(await until(left, ([closed]) => closed).catch(left)).toEqual([true, 'Sửa nhận định']);
    // The field that is spoken of is framed on the page until it is pressed once more.
    expect(await atRest(() => insideBoxes(page, 'spot'))).toHaveLength(1);
    await page.keyboard.press('Escape');
    await until(
      () => insideBoxes(page, 'spot'),
      ({ length }) => length === 0,
    );
  });
});

describe('a correction', () => {
  const gender = async () => (await fields()).filter(({ key }) => key.includes(GENDER)).at(-1);

  it('holds at once, for the record and the flags', async () => {
    expect(await gender()).toMatchObject({ expectation: 'on-lookup', flags: ['should-have-been-filled'] });
    await clickInside(page, { role: 'button', name: /Giới tính.*Người đã mất/ });
    await clickInside(page, { role: 'button', name: /^Sửa nhận định/ });
    await focusInside(page, { role: 'combobox', name: /^Có sẵn ở đâu/ });
    await page.keyboard.press('End');
    await clickInside(page, { role: 'button', name: /^Lưu$/ });
    await until(gender, (it) => it?.expectation === 'none');
    expect((await gender())?.flags).toEqual([]);
    // What is in memory alone is the reviewer's evidence, and ends with the browser.
    const [local, , sync] = (await stage.extension.storageAreas()) as unknown[];
    const kept = JSON.stringify([local, sync]);
    expect(kept).toContain(`"field":"${GENDER}"`);
    expect(kept).not.toContain('Giới tính');
  });

  it('holds on a later visit, until it is taken back', async () => {
    await page.close();
    page = await stage.openDeclaration();
    const later = await until(
      () => fields(),
      (all) => all.filter(({ key }) => key.includes(GENDER)).length === 2,
    );
    const both = later.filter(({ key }) => key.includes(GENDER));
    expect(both.map(({ expectation }) => expectation)).toEqual(['none', 'none']);
    await page.locator('dong-hanh-companion').waitFor({ state: 'attached' });
    await clickInside(page, { role: 'button', name: /^Các ô/ });
    await clickInside(page, { role: 'button', name: /Giới tính.*Người đã mất/ });
    await clickInside(page, { role: 'button', name: /^Bỏ phần đã sửa/ });
    await until(
      () => fields(),
      (all) => all.some(({ key, expectation }) => key.includes(GENDER) && expectation === 'on-lookup'),
    );
  });
});

describe('someone on the keyboard', () => {
  /** Presses it with Enter; what has the focus in the panel then is expected to be this. */
  const press = async (name: RegExp, then: RegExp) => {
    await focusInside(page, { role: 'button', name });
    await page.keyboard.press('Enter');
    const focused = () =>
      page.evaluate(() => {
        const active = document.querySelector('dong-hanh-companion')?.shadowRoot?.activeElement;
        return active ? `${active.localName} ${active.getAttribute('aria-label') ?? active.textContent}` : '';
      });
    expect(await until(focused, (it) => then.test(it)).catch(focused)).toMatch(then);
  };

  it('goes on where the pressed button was, when that has gone with what it stood in', async () => {
    await openShadow(page);
    await press(/Giới tính.*Người đã mất/, /Giới tính/);
    await press(/^Sửa nhận định/, /^select/);
    await press(/^Thôi/, /^button Sửa nhận định/);
    await press(/^Ghi chú về ô này/, /^textarea/);
    await page.keyboard.insertText('Nút nằm dưới cùng, khó thấy');
    await press(/^Lưu ghi chú/, /^textarea/);
    await press(/^Xoá ghi chú/, /^button Lấy lại/);
    await press(/^Lấy lại ghi chú/, /^button Đóng/);
    await focusInside(page, { role: 'textbox', name: /^Nội dung ghi chú/ });
    await page.keyboard.insertText('Hỏi số 0912345678');
    await press(/^Lưu ghi chú/, /^textarea/);
    await press(/^Đóng$/, /^button/);
    await press(/^Tắt Đồng hành trên trang/, /^button Giữ lại/);
    await press(/^Giữ lại/, /^button/);
    await press(/^Thu gọn/, /Đồng hành/);
    await press(/Đồng hành/, /^button/);
  });
});
