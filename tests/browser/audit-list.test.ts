import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openForm } from '../technologies/open.ts';
import { clickInside, focusInside, insideBoxes, openShadow } from './inside.ts';
import { smallForm } from './small-form.ts';
import { beReviewer, type FormStage, setFormStage, until } from './stage.ts';

/** What the account has. */
const HELD = [
  'Họ, chữ đệm, tên',
  'Số định danh cá nhân',
  'Ngày sinh',
  'Giới tính',
  'Dân tộc',
  'Quốc tịch',
].concat(['Nơi thường trú', 'Số điện thoại', 'Thư điện tử']);

let stage: FormStage;
let page: Page;

/** What the list shows now. */
const list = () =>
  page.evaluate(() => {
    const root = document.querySelector('dong-hanh-companion')?.shadowRoot;
    const box = root?.querySelector('.audit-list');
    const rows = [...(box?.querySelectorAll('.row') ?? [])];
    const active = root?.activeElement ?? null;
    return { rows: rows.length, top: box?.scrollTop ?? 0, focused: active ? rows.indexOf(active) : -1 };
  });

beforeAll(async () => {
  stage = await setFormStage();
  await beReviewer(stage.extension);
  const labels = Array.from({ length: 130 }, (_, i) => [`o${i}`, i < 9 ? (HELD[i] ?? '') : `Ý kiến ${i}`]);
  page = await stage.launched.context.newPage();
  await openForm(page, stage.server, smallForm('long', Object.fromEntries(labels)));
  await page.locator('dong-hanh-companion').waitFor({ state: 'attached' });
  await openShadow(page);
});
afterAll(() => stage?.close());

describe('a long list', () => {
  it('has a name for every row, also far out of sight', async () => {
    await clickInside(page, { role: 'button', name: /^Các ô/ });
    await until(list, ({ rows }) => rows === 60);
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const names = nodes.flatMap(({ role, name }) =>
      role?.value === 'button' ? [String(name?.value ?? '')] : [],
    );
    expect(names.filter((name) => name.trim() === '')).toEqual([]);
    expect(names.filter((name) => /^Ý kiến 50 Mục: .*Phải tự khai.*Để trống/.test(name))).toHaveLength(1);
    await session.detach();
  });

  it('goes on, for someone on the keyboard, with the first of the rows that came', async () => {
    await focusInside(page, { role: 'button', name: /^Hiện thêm/ });
    const before = await list();
    await page.keyboard.press('Enter');
    await until(list, ({ rows }) => rows === 120);
    expect(await list()).toMatchObject({ focused: 60 });
    expect((await list()).top).toBeGreaterThanOrEqual(before.top);
  });

  it('begins at its top with another filter', async () => {
    expect((await list()).top).toBeGreaterThan(0);
    await clickInside(page, { role: 'button', name: /^Đáng lẽ được điền sẵn \([6-9]\)/ });
    await until(list, ({ rows }) => rows > 5 && rows < 60);
    expect((await list()).top).toBe(0);
  });

  it('leaves the filters where they are when one lets nothing through', async () => {
    const chips = () => insideBoxes(page, 'chip');
    const before = await chips();
    await clickInside(page, { role: 'button', name: /^Hỏi lại \(0\)/ });
    await until(list, ({ rows }) => rows === 0);
    expect(await chips()).toEqual(before);
    await clickInside(page, { role: 'button', name: /^Tất cả/ });
    await until(list, ({ rows }) => rows > 0);
  });
});
