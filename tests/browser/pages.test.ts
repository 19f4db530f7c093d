import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportSchema } from '../../lib/storage/schema.ts';
import { planFor, prepareRoad, type Truth, truthOf, walkRoad } from '../citizen/index.ts';
import { exportedFile } from '../roads/exported.ts';
import { type Stage, setStage, until } from './stage.ts';

let stage: Stage;
let truth: Truth;
beforeAll(async () => {
  stage = await setStage();
  await stage.extension.agree();
});
afterAll(() => stage.close());

/** The raw numbers that a page exposes, by name. */
const metricsOf = (page: Page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('[data-metric]')];
    return Object.fromEntries(all.map((it) => [it.dataset.metric ?? '', it.dataset.value ?? null]));
  });

describe('the popup', () => {
  it('says what to do first when nothing is recorded, and shows no number', async () => {
    const popup = await stage.extension.open('popup');
    await popup.getByRole('link', { name: 'dichvucong.gov.vn' }).waitFor();
    const values = await metricsOf(popup);
    expect(
      Object.entries(values).filter(([name, value]) => value !== null && name !== 'submissions'),
    ).toEqual([]);
    await popup.close();
  });

  it('shows a road within 250 ms of what the portal saw', async () => {
    const plan = { ...planFor(3), rejectSubmits: 0, forgets: null, reloads: false, looksAway: [], rests: [] };
    await prepareRoad(stage.launched.context, stage.portal, plan);
    const page = await stage.launched.context.newPage();
    const walked = await walkRoad(page, plan);
    await page.close();
    await stage.extension.settled();
    truth = truthOf(stage.portal.log.entries(), walked);
    const popup = await stage.extension.open('popup');
    await popup.locator('[data-metric="last-elapsed"][data-value]').waitFor();
    const values = await metricsOf(popup);
    for (const name of ['last-elapsed', 'mean-elapsed', 'median-elapsed']) {
      expect(Math.abs(Number(values[name]) - (truth.elapsedMs ?? 0)), name).toBeLessThan(250);
    }
    expect(values).toMatchObject({ submissions: '1', 'share-within-target': '1' });
    const names = await popup
      .locator('[data-metric]')
      .evaluateAll((all) => all.map((it) => it.getAttribute('data-metric')));
    expect(new Set(names).size).toBe(names.length);
    await popup.close();
  }, 180_000);

  it('fits a telephone and a browser zoomed to 250 %, yet asks for its whole width while it is laid out first', async () => {
    const popup = await stage.extension.open('popup');
    await popup.locator('.popup-foot').waitFor();
    const session = await popup.context().newCDPSession(popup);
    const broad = async (width: number, height: number, deviceScaleFactor: number) => {
      const metrics = { width, height, deviceScaleFactor, mobile: false };
      await session.send('Emulation.setDeviceMetricsOverride', metrics);
      return popup.evaluate(() => document.documentElement.scrollWidth);
    };
    // A telephone shows it as a page; a popup has 800 px at most, of which 250 % leave 320.
    expect(await broad(320, 640, 1)).toBe(320);
    expect(await broad(320, 240, 2.5)).toBe(320);
    // Two times side by side are two, however long: the words before them wrap rather than take all room between.
    const apart = await popup.locator('.summary tbody tr').evaluateAll(([row]) => {
      const [, ...cells] = [...(row?.children ?? [])];
      const gaps = ['4', '42', '442', '4442'].map((minutes) => {
        for (const cell of cells) {
          cell.innerHTML = `<b>${minutes}</b> <small>phút</small> <b>42</b> <small>giây</small>`;
        }
        const [left, right] = cells.map((cell) => {
          const words = document.createRange();
          words.selectNodeContents(cell);
          return words.getBoundingClientRect();
        });
        return (right?.left ?? 0) - (left?.right ?? 0);
      });
      return Math.min(...gaps);
    });
    expect(apart).toBeGreaterThan(5);
    // The browser begins a popup with next to no room, and makes it as broad as what then stands in it.
    expect(await broad(25, 25, 1)).toBe(360);
    await popup.close();
  });

  it('deletes everything after one question, and undo brings all of it back', async () => {
    const before = await stage.extension.stores();
    const popup = await stage.extension.open('popup');
    await popup.getByRole('button', { name: 'Xoá tất cả' }).click();
    await popup.getByText('1 hồ sơ, cùng giờ từng bước').waitFor();
    await popup.getByRole('button', { name: 'Xoá hết', exact: true }).click();
    await popup.getByRole('button', { name: 'Hoàn tác' }).waitFor();
    const empty = await stage.extension.stores();
    expect(Object.values(empty).flat()).toEqual([]);
    await popup.getByRole('button', { name: 'Hoàn tác' }).click();
    await popup.getByText('Đã lấy lại đủ').waitFor();
    expect(await stage.extension.stores()).toEqual(before);
    await popup.close();
  });
});

describe('the dashboard', () => {
  it('shows the same numbers as the popup, each once, and the four that only it has', async () => {
    const dashboard = await stage.extension.open('dashboard');
    await dashboard.locator('[data-metric="last-elapsed"][data-value]').waitFor();
    const values = await metricsOf(dashboard);
    expect(Object.keys(values).toSorted()).toEqual([
      'autofill-share',
      'end-to-end-share',
      'last-elapsed',
      'mean-elapsed',
      'median-elapsed',
      'satisfaction-share',
      'share-within-target',
      'submissions',
    ]);
    expect(values).toMatchObject({ 'satisfaction-share': null, 'end-to-end-share': null, submissions: '1' });
    const fields = Object.values(truth.fields).filter(({ visible }) => visible);
    const byPortal = fields.filter(({ state }) => state === 'portal-on-lookup').length;
    expect(byPortal).toBeGreaterThan(0);
    const share = Number(values['autofill-share']);
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThanOrEqual(1);
    await dashboard.close();
  });

  it('opens a submission with its milestones and all its fields', async () => {
    const dashboard = await stage.extension.open('dashboard');
    await dashboard.locator('tr[data-submission] button').first().click();
    await dashboard.locator('[data-milestone="submitted"]').waitFor();
    const rows = await until(
      () => dashboard.locator('tr[data-field]').count(),
      (count) => count > 0,
    );
    expect(rows).toBe((await stage.extension.stores()).fields.length);
    await dashboard.close();
  });

  it('exports the contract’s file', async () => {
    const file = JSON.parse(await exportedFile(stage.extension));
    expect(exportSchema.safeParse(file).error?.issues ?? []).toEqual([]);
    expect(file).toMatchObject({ format: 'dong-hanh', version: 1 });
    const { submissions, fields, days } = await stage.extension.stores();
    expect([file.submissions.length, file.fields.length, file.days.length]).toEqual([
      submissions.length,
      fields.length,
      days.length,
    ]);
    expect(JSON.stringify(file)).not.toContain('dossierMark');
  });

  it('gives the button of the export its focus back once the file is made', async () => {
    const dashboard = await stage.extension.open('dashboard');
    const button = dashboard.locator('[data-action="export"]');
    await dashboard.bringToFront();
    await button.press('Enter');
    await dashboard.locator('.export .good').waitFor();
    const focused = () => dashboard.evaluate(() => document.activeElement?.getAttribute('data-action'));
    expect(await until(focused, (it) => it === 'export').catch(focused)).toBe('export');
    await dashboard.close();
  });
});
