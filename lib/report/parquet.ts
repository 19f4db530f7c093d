import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { Cell, Piece, Table } from './tables.ts';

/** Rows of one row group, which is written in one go: a tenth of a second on a weak laptop. */
const ROWS = 5_000;

/** How each type of column is stored. Times are UTC. */
const STORED = {
  text: 'STRING',
  boolean: 'BOOLEAN',
  time: 'TIMESTAMP',
  duration: 'INT64',
  count: 'INT32',
} as const;

/** The table as a Parquet file in pieces. The rows of a piece are a row group. */
export function* parquetPieces({ columns, length }: Table): Generator<Piece> {
  const dataOf = (from: number, until: number) =>
    columns.map(({ name, type, values }) => ({
      name,
      type: STORED[type],
      data: values(from, until).map(type === 'duration' ? wide : same),
    }));
  const bytes = new ByteWriter();
  /** What was written since the last time. */
  const taken = () => {
    const part = bytes.getBuffer();
    bytes.index = 0;
    return part;
  };
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaFromColumnData({ columnData: dataOf(0, 0) }),
  });
  for (let from = 0; from < length; from += ROWS) {
    const done = Math.min(from + ROWS, length);
    writer.write({ columnData: dataOf(from, done), rowGroupSize: ROWS });
    yield { part: taken(), done };
  }
  writer.finish();
  yield { part: taken(), done: length };
}

type Stored = Cell | bigint;
const same = (cell: Cell): Stored => cell;
const wide = (cell: Cell): Stored => (typeof cell === 'number' ? BigInt(cell) : cell);
