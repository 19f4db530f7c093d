import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Launched } from './launch.ts';
import { launchWith } from './stage.ts';

let launched: Launched;
beforeAll(async () => {
  launched = await launchWith(new URL('in-page/look-up.ts', import.meta.url));
});
afterAll(() => launched.close());

async function toldOf(html: string) {
  await launched.page.setContent(html);
  return launched.page.evaluate(() => lookedUp());
}

const day = (it: number) => Date.UTC(2026, 10, it) - 7 * 3_600_000;
const row = (...cells: string[]) => `<tr>${cells.map((it) => `<td>${it}</td>`).join('')}</tr>`;
const head = (...cells: string[]) =>
  `<thead><tr>${cells.map((it) => `<th>${it}</th>`).join('')}</tr></thead>`;

it('reads each row of a list by itself, in whatever column the number stands', async () => {
  const told = await toldOf(`<table>${head('STT', 'Ngày tiếp nhận', 'Mã hồ sơ', 'Trạng thái')}
    ${row('1', '', '<a href="#1">G1.2.3-1</a>', 'Đang xử lý')}
    ${row('2', '09/11/2026', '<a href="#2">G1.2.3-2</a>', 'Đã trả kết quả')}
    ${row('3', '10/11/2026', '<a href="#3">G1.2.3-3</a>', 'Đã tiếp nhận')}</table>`);
  expect(told.map(({ mark, receivedAt, state }) => [mark, receivedAt, state])).toEqual([
    ['G1.2.3-1', null, 'processing'],
    ['G1.2.3-2', day(9), 'returned'],
    ['G1.2.3-3', day(10), 'received'],
  ]);
});

it('reads a card of labels and values, and a list below its number that has none itself', async () => {
  const told =
    await toldOf(`<dl><dt>Mã hồ sơ:</dt><dd>G1.2.3-1</dd><dt>Trạng thái:</dt><dd>Đang xử lý</dd></dl>
    <table>${head('Ngày tiếp nhận', 'Ngày hẹn trả')}${row('09/11/2026', '12/11/2026')}</table>`);
  expect(told).toMatchObject([{ mark: 'G1.2.3-1', receivedAt: day(9), dueAt: day(12), state: 'processing' }]);
});
