import { clockOf } from '../metrics/index.ts';
import type { Cell, Piece, Table } from './tables.ts';

/** Rows of text written in one go: some ten milliseconds on a weak laptop. */
export const ROWS = 500;
/** Without it Excel takes the text for one of the machine's old code page, and Vietnamese for noise. */
const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

/**
 * The table as CSV (RFC 4180) in pieces. A text stands in quotes, so that an empty one can be told from what was not
 * measured, of which nothing stands there. Times are the clock of Việt Nam to the second, as spreadsheets know them.
 */
export function* csvPieces({ columns, length }: Table): Generator<Piece> {
  yield {
    part: `${BYTE_ORDER_MARK}${columns.map(({ name }) => quoted(name)).join(',')}${LINE_END}`,
    done: 0,
  };
  for (let from = 0; from < length; from += ROWS) {
    const done = Math.min(from + ROWS, length);
    const written = columns.map(({ type, values }) =>
      values(from, done).map(type === 'time' ? timeText : cellText),
    );
    const lines = Array.from({ length: done - from }, (_, row) =>
      written.map((column) => column[row]).join(','),
    );
    yield { part: lines.join(LINE_END) + LINE_END, done };
  }
}

/**
 * What a spreadsheet would take for a number, a date or a time: the code 1.004870 would lose its last digit, and the round
 * of 26-11 become a day of this year. A whole day and an id stay as they are.
 */
const SEEMS_A_NUMBER = /^(?!\d{4}-\d\d-\d\d$)\d[\d.,/:]*(?:-[\d.,/:]+){0,2}$/;

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell).toUpperCase();
  const text = harmless(cell);
  return quoted(SEEMS_A_NUMBER.test(cell) ? `'${text}` : text);
}

/** `2026-11-22 09:00:05` in Việt Nam. */
function timeText(at: Cell): string {
  if (typeof at !== 'number') return '';
  return clockOf(at).slice(0, 19).replace('T', ' ');
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/**
 * Labels come from pages, and what begins like a formula would be run as one. Also in the middle of a text: a spreadsheet
 * that parts cells at another sign than the comma lets a cell begin there, quotes or not. An apostrophe makes it a text.
 */
function harmless(text: string): string {
  return text.replace(/(^|[,;|\t\r\n])([\s"']*)(?=[=+\-@＝＋－＠])/g, "$1$2'");
}
