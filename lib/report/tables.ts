import type { FieldRecord } from '../fields/index.ts';
import type { DayRow } from '../metrics/index.ts';
import {
  type Column,
  DAY_COLUMNS,
  FIELD_COLUMNS,
  type ReportedSubmission,
  STEP_COLUMNS,
  type StepRow,
  SUBMISSION_COLUMNS,
} from './columns.ts';

export const TABLES = ['submissions', 'steps', 'fields', 'days'] as const;
export type TableName = (typeof TABLES)[number];

/** What tables are made of: the records of the file of exchange, as they may leave the machine. */
export interface Records {
  submissions: readonly ReportedSubmission[];
  fields: readonly FieldRecord[];
  days: readonly DayRow[];
}

export type Cell = string | number | boolean | null;

/** A column of a table's rows. */
interface TableColumn {
  name: string;
  type: Column<never>['type'];
  /** The cells of the rows from the one index up to the other. Numbers are whole. */
  values: (from: number, until: number) => Cell[];
}

export interface Table {
  /** How many rows. */
  length: number;
  columns: readonly TableColumn[];
}

/** A part of a file, and how many rows are written with it. */
export interface Piece {
  part: string | ArrayBuffer;
  done: number;
}

/** One table of these records. Nothing is read before its cells are asked for. */
export function tableOf(name: TableName, { submissions, fields, days }: Records): Table {
  switch (name) {
    case 'submissions':
      return table(SUBMISSION_COLUMNS, submissions);
    case 'steps':
      return table(STEP_COLUMNS, submissions.flatMap(stepsOf));
    case 'fields':
      return table(FIELD_COLUMNS, fields);
    case 'days':
      return table(DAY_COLUMNS, days);
  }
}

function stepsOf({ id: submissionId, steps }: ReportedSubmission): StepRow[] {
  return steps.map((step, index) => ({ submissionId, number: index + 1, ...step }));
}

function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Table {
  return {
    length: rows.length,
    columns: columns.map(({ name, type, of }) => ({
      name,
      type,
      values: (from, until) => rows.slice(from, until).map((row) => whole(of(row))),
    })),
  };
}

/** Parts of a millisecond are noise, and a spreadsheet set to Vietnamese reads `1.234` as a thousand and more. */
function whole(cell: Cell): Cell {
  return typeof cell === 'number' ? Math.round(cell) : cell;
}
