import { type ContenderId, NAMES } from './contenders.ts';
import {
  CHURNS,
  type Churn,
  isNoise,
  ownIn,
  type Row,
  rowsOf,
  type Sample,
  type Spread,
  spread,
  WORKLOADS,
  type Workload,
} from './samples.ts';
import type { Sizes } from './sizes.ts';

/** A table: a title, what is to be known to read it, and cells with a head row. */
export type Table = { title: string; note: string; head: string[]; rows: string[][] };

type Measure = { workload: Workload; name: string; head: string; digits: number; extra: boolean };

const measure = (workload: Workload, name: string, head: string, digits = 0, extra = true): Measure => ({
  workload,
  name,
  head,
  digits,
  extra,
});

/** What is measured while questions come and go, in whatever form. */
const churnOf = (workload: Churn): Measure[] => [
  measure(workload, 'task', 'main thread ms'),
  measure(workload, 'whole', 'whole browser ms'),
  measure(workload, 'longest', 'longest task ms', 0, false),
];

const TABLES: { title: string; note: string; measures: Measure[] }[] = [
  {
    title: 'Load',
    note: 'Main thread from navigation until the declaration stands filled from the account and a second has passed. Whole browser: CPU of all its processes in that time, so also of the worker that writes. Settling: the 6 s after that, in which the companion marks fields.',
    measures: [
      measure('load', 'task', 'load ms'),
      measure('load', 'whole', 'whole browser ms'),
      measure('load', 'longest', 'longest task ms', 0, false),
      measure('idle', 'settle', 'settling ms'),
    ],
  },
  {
    title: 'Typing',
    note: 'Real key presses 25 ms apart in several text fields of the declaration, all per key.',
    measures: [
      measure('key', 'task', 'main thread ms', 2),
      measure('key', 'whole', 'whole browser ms', 1),
      measure('key', 'p50', 'key → frame p50 ms', 1, false),
      measure('key', 'p95', 'key → frame p95 ms', 1, false),
    ],
  },
  {
    title: 'Churn',
    note: 'Of some 300 questions 50 come and 50 go every 100 ms for 3 s, each that comes a new one; then 1 s.',
    measures: churnOf('churn'),
  },
  {
    title: 'Churn of a plain form',
    note: "The same on 1,000 of the browser's own controls in plain HTML: each tick takes the 50 that the last one brought.",
    measures: churnOf('plain-churn'),
  },
  {
    title: 'Idle',
    note: 'Main thread per quiet second on the declaration with an open submission; JavaScript heap after collecting garbage, of the declaration as it is and with 1,000 questions.',
    measures: [
      measure('idle', 'task', 'main thread ms/s', 2),
      measure('idle', 'heap', 'heap MB', 2),
      measure('big', 'heap', 'heap at 1,000 MB', 2),
    ],
  },
];

/** All tables of a run. */
export function tablesOf(samples: readonly Sample[], sizes: Sizes): Table[] {
  const measured = TABLES.map(({ title, note, measures }) => ({
    title,
    note,
    ...side(measures, samples),
  }));
  return [sizeTable(sizes), ...measured, churnTable(samples), ownTable(samples), evidenceTable(samples)];
}

export const range = ({ median, min, max }: Spread, digits: number) =>
  `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;

/** Measures beside each other, a contender a line. */
function side(measures: readonly Measure[], samples: readonly Sample[]) {
  const columns = measures.map((one) => ({ ...one, rows: rowsOf(samples, one.workload, one.name) }));
  const ids = [...new Set(columns.flatMap(({ rows }) => rows.map(({ contender }) => contender)))];
  const head = columns.flatMap((column) => (column.extra ? [column.head, 'extra', '×'] : [column.head]));
  const cells = (id: ContenderId) =>
    columns.flatMap((column) =>
      cellsOf(
        column,
        column.rows.find(({ contender }) => contender === id),
      ),
    );
  return { head: ['contender', ...head], rows: ids.map((id) => [NAMES[id], ...cells(id)]) };
}

function cellsOf({ digits, extra }: Measure, row: Row | undefined): string[] {
  const value = row ? range(row.value, digits) : '–';
  if (!extra) return [value];
  if (!row?.extra) return [value, '', ''];
  const mark = isNoise(row.extra) ? ' ~' : '';
  return [value, range(row.extra, digits) + mark, row.ratio?.toFixed(2) ?? ''];
}

function sizeTable({ watcher, companion, rrweb }: Sizes): Table {
  const kB = (bytes: number) => (bytes / 1_000).toFixed(1);
  const row = (name: string, { bytes, gzip }: Sizes['watcher']) => [name, kB(bytes), kB(gzip)];
  return {
    title: 'Size',
    note: '1 kB is 1,000 bytes; gzip at level 9.',
    head: ['script', 'kB', 'kB gzip'],
    rows: [row('watcher', watcher), row('companion', companion), row('rrweb (record)', rrweb)],
  };
}

function ownTable(samples: readonly Sample[]): Table {
  const sound = samples.filter(({ faults }) => faults.length === 0);
  const cell = (of: Workload, name: string) => {
    const values = sound.flatMap(({ workload, values }) => (workload === of ? (values[name] ?? []) : []));
    return values.length > 0 ? range(spread(values), 1) : '–';
  };
  const parts = { load: 'load', settle: 'settling', key: 'typing, 78 keys', churn: 'churn' };
  const row = (part: string) => [
    ...['watcher', 'companion'].map((name) => cell('own', `${part}.${name}`)),
    ...['longest', 'longestWall'].map((name) => cell('own-tasks', `${part}.${name}`)),
  ];
  return {
    title: 'Our own scripts',
    note: 'From traces of Đồng hành with its companion (samples of their own, since tracing costs): CPU time inside our functions, under a profiler, with which all takes longer; without it the most in one task, and the same with waiting for a processor.',
    head: ['workload', 'watcher ms', 'companion ms', 'longest own task ms', 'by the clock ms'],
    rows: Object.entries(parts).map(([part, title]) => [title, ...row(part)]),
  };
}

/** The page alone, and an extension that does nothing, have no scripts to tell of. */
function churnTable(samples: readonly Sample[]): Table {
  const ids = [...new Set(samples.map(({ contender }) => contender))];
  const cells = (id: ContenderId) =>
    CHURNS.flatMap((churn) => {
      const found = ownIn(samples, churn, id);
      if (!found) return ['–', '–', '–'];
      return [range(found.own, 0), range(found.layout, 0), range(found.paced, 3)];
    });
  return {
    title: 'Own scripts in the churns',
    note: "From traces: CPU time inside each contender's functions, and what the page's layout took beside it, which tells how fast the machine was just then. What the difference of whole pages says above is less than what a page varies by, but for the dearest.",
    head: ['contender', ...CHURNS.flatMap((it) => [`${it} ms`, 'layout ms', 'per ms of it'])],
    rows: ids.filter((id) => ownIn(samples, 'churn', id)).map((id) => [NAMES[id], ...cells(id)]),
  };
}

function evidenceTable(samples: readonly Sample[]): Table {
  const ids = [...new Set(samples.map(({ contender }) => contender))];
  const cell = (id: ContenderId, workload: Workload) =>
    samples.findLast((sample) => sample.contender === id && sample.workload === workload)?.evidence ?? '–';
  return {
    title: 'Evidence that each contender worked',
    note: 'Of the last sample; every sample was checked.',
    head: ['contender', ...WORKLOADS],
    rows: ids.map((id) => [NAMES[id], ...WORKLOADS.map((workload) => cell(id, workload))]),
  };
}
