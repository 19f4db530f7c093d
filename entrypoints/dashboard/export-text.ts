import { dayOf } from '../../lib/metrics/index.ts';
import { type Piece, ROWS } from '../../lib/report/index.ts';
import type { ExportFile } from '../../lib/storage/index.ts';

/** The file's name, by what is in it and the day of its making: `dong-hanh-20261122.json`. */
export function exportName(
  { exportedAt }: Pick<ExportFile, 'exportedAt'>,
  what = '',
  ending = 'json',
): string {
  return `dong-hanh-${what && `${what}-`}${dayOf(exportedAt).replaceAll('-', '')}.${ending}`;
}

/**
 * The file as JSON in pieces, each with the number of rows written so far, so that a page can write a hundred
 * thousand rows and still answer. One row a line, for those who look into it with a text tool.
 */
export function* exportPieces(file: ExportFile): Generator<Piece> {
  const { submissions, fields, days, rounds, notes, ...head } = file;
  const tables = { submissions, fields, days, ...(rounds && { rounds }), ...(notes && { notes }) };
  let done = 0;
  yield { part: JSON.stringify(head).slice(0, -1), done };
  for (const [name, rows] of Object.entries(tables)) {
    yield { part: `,\n"${name}": [`, done };
    for (let from = 0; from < rows.length; from += ROWS) {
      const lines = rows.slice(from, from + ROWS).map((row) => JSON.stringify(row));
      done += lines.length;
      yield { part: `${from > 0 ? ',\n' : '\n'}${lines.join(',\n')}`, done };
    }
    yield { part: ']', done };
  }
  yield { part: '}\n', done };
}
