import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Correction } from '../../lib/fields/index.ts';
import { packText } from '../../lib/storage/correction-pack.ts';
import { clickInside, focusInside } from './inside.ts';
import { beReviewer, type Stage, setStage, until } from './stage.ts';

const GENDER = 'citizenGioitinh_NgdcKT';
let stage: Stage;
let dashboard: Page;

/** A reviewer corrected a field in the panel, and has closed the page since. */
beforeAll(async () => {
  stage = await setStage();
  await stage.extension.agree();
  await beReviewer(stage.extension);
  const page = await stage.openDeclaration();
  await page.locator('dong-hanh-companion').waitFor({ state: 'attached' });
  await clickInside(page, { role: 'button', name: /^Các ô/ });
  await clickInside(page, { role: 'button', name: /Giới tính.*Người đã mất/ });
  await clickInside(page, { role: 'button', name: /^Sửa nhận định/ });
  await focusInside(page, { role: 'combobox', name: /^Có sẵn ở đâu/ });
  await page.keyboard.press('End');
  await clickInside(page, { role: 'button', name: /^Lưu$/ });
  await until(held, ({ length }) => length === 1);
  await page.close();
});
afterAll(() => stage?.close());
beforeEach(async () => {
  await dashboard?.close();
  dashboard = await stage.extension.open('dashboard');
});

async function held(): Promise<Correction[]> {
  const [local] = (await stage.extension.storageAreas()) as [{ corrections?: Correction[] }];
  return local.corrections ?? [];
}
const saidOf = async (field: string) => (await held()).find((it) => it.field === field)?.expectation;
const section = () => dashboard.locator('#corrections');
const undo = () => section().getByRole('button', { name: 'Hoàn tác' });
/** What has the focus, by its name or its words. */
const focused = () =>
  dashboard.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent ?? '');

describe('a correction of a page that is closed', () => {
  it('is taken back in the dashboard, and brought back, on the keyboard and for those who hear it', async () => {
    const back = section().getByRole('button', { name: `Bỏ phần sửa của ô ${GENDER}` });
    await back.focus();
    await dashboard.keyboard.press('Enter');
    await until(held, ({ length }) => length === 0);
    await section().getByRole('status').getByText(`Đã bỏ phần sửa của ô ${GENDER}.`).waitFor();
    expect(await until(focused, (it) => it === 'Hoàn tác')).toBe('Hoàn tác');
    const session = await dashboard.context().newCDPSession(dashboard);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const heard = nodes.find(({ name }) => name?.value === 'Hoàn tác')?.description?.value;
    expect(heard).toBe(`Đã bỏ phần sửa của ô ${GENDER}.`);
    await dashboard.keyboard.press('Enter');
    await until(held, ({ length }) => length === 1);
    expect(await until(focused, (it) => it === 'Nhận định đã sửa')).toBe('Nhận định đã sửa');
  });

  it('can be brought back also by who is no reviewer any more, when it was the last', async () => {
    await dashboard.locator('input[value="helper"]').click();
    await section()
      .getByRole('button', { name: /^Bỏ phần sửa/ })
      .click();
    await until(held, ({ length }) => length === 0);
    await undo().click();
    await until(held, ({ length }) => length === 1);
    await dashboard.locator('input[value="reviewer"]').click();
  });
});

describe('a file of corrections', () => {
  const load = (corrections: readonly Correction[]) =>
    dashboard.locator('[data-action="import-corrections"]').setInputFiles({
      name: 'sua.json',
      mimeType: 'application/json',
      buffer: Buffer.from(packText(corrections)),
    });
  /** The correction that is held already, said otherwise, and one of a field that nobody corrected here. */
  async function pack(): Promise<Correction[]> {
    const [own] = (await held()) as [Correction];
    return [
      { ...own, expectation: 'on-load' },
      { ...own, field: 'citizenField19', kind: 'reason' },
    ];
  }

  it('says how many of one’s own it changes, and all of it can be undone', async () => {
    const before = await held();
    await load(await pack());
    const said = 'Đã nạp 2 ô. Trong đó 1 ô bạn đã sửa khác, nay theo tệp.';
    await section().getByRole('status').getByText(said).waitFor();
    expect(await saidOf(GENDER)).toBe('on-load');
    expect(await until(focused, (it) => it === 'Hoàn tác')).toBe('Hoàn tác');
    await dashboard.keyboard.press('Enter');
    expect(await until(held, ({ length }) => length === 1)).toEqual(before);
    await undo().waitFor({ state: 'detached' });
    expect(await until(focused, (it) => it === 'Nhận định đã sửa')).toBe('Nhận định đã sửa');
  });

  it('of a thousand is shown in portions, taken back at one press, and brought back but for what was corrected anew', async () => {
    const before = await held();
    const [own] = before as [Correction];
    await load(Array.from({ length: 1_000 }, (_, index) => ({ ...own, field: `citizenField${index}` })));
    const rows = () => section().locator('tr[data-correction]');
    await until(held, ({ length }) => length === 1_001);
    await section().getByText('Đã nạp 1.000 ô.').waitFor();
    expect(await rows().count()).toBe(50);
    await section().getByRole('button', { name: 'Hiện thêm 50' }).focus();
    await dashboard.keyboard.press('Enter');
    await until(
      () => rows().count(),
      (count) => count === 100,
    );
    expect(await until(focused, (it) => it.includes('Bỏ phần sửa'))).toBe(
      `Bỏ phần sửa của ô ${await rows().nth(50).getAttribute('data-correction')}`,
    );
    await section().getByRole('button', { name: 'Bỏ tất cả (1.001)' }).click();
    await until(held, ({ length }) => length === 0);
    await section().getByText('Đã bỏ phần sửa của 1.001 ô.').waitFor();
    await load([{ ...own, expectation: 'on-load' }]);
    await until(held, ({ length }) => length === 1);
    const line = section().locator('p', { hasText: 'Đã bỏ phần sửa của 1.001 ô.' });
    await line.getByRole('button').click();
    await until(held, ({ length }) => length === 1_001);
    expect(await saidOf(own.field)).toBe('on-load');
    await section().getByRole('button', { name: 'Bỏ tất cả (1.001)' }).click();
    await until(held, ({ length }) => length === 0);
    await load(before);
    await until(held, ({ length }) => length === 1);
  });

  it('that says nothing new says so, and there is nothing to undo', async () => {
    await load(await held());
    await section().getByText('Tệp này giống những gì đã sửa, không có gì mới.').waitFor();
    expect(await undo().count()).toBe(0);
  });

  it('that is more than this machine keeps says so, and what to do', async () => {
    const [own] = (await held()) as [Correction];
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ ...own, field: `citizenField${index}` }));
    await load(many(2_001));
    await section().getByRole('status').getByText('Hãy xin tệp nhỏ hơn').waitFor();
    await load(many(2_000));
    const said =
      'Máy này chỉ giữ được phần sửa của 2.000 ô, tính cả những ô đã có. Hãy bỏ bớt phần không cần nữa';
    await section().getByRole('status').getByText(said).waitFor();
    expect(await held()).toEqual([own]);
  });

  it('is undone but for what was corrected anew since', async () => {
    const loaded = await pack();
    await load(loaded);
    await undo().waitFor();
    const [own] = loaded as [Correction];
    const second = await stage.extension.open('dashboard');
    await second.locator('[data-action="import-corrections"]').setInputFiles({
      name: 'sua.json',
      mimeType: 'application/json',
      buffer: Buffer.from(packText([{ ...own, expectation: 'from-database' }])),
    });
    await until(
      () => saidOf(GENDER),
      (it) => it === 'from-database',
    );
    await second.close();
    await undo().click();
    await until(held, ({ length }) => length === 1);
    expect(await saidOf(GENDER)).toBe('from-database');
  });
});
