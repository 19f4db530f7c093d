import { type ContenderId, NAMES } from './contenders.ts';
import { range } from './report.ts';
import { CHURNS, type Churn, compared, ownIn, rowsOf, type Sample, type Workload } from './samples.ts';
import type { Sizes } from './sizes.ts';

/** An aim of the project, whether this run meets it, and the numbers. `hard` ones fail the run. */
export type Verdict = { met: boolean; hard: boolean; text: string };

const MOST_WATCHER = 24 * 1_024;
/** The longest task of our own, ms: while the page and its form come, and with forms of so many questions. */
const MOST_OWN_TASK = [
  { where: 'on the declaration page', parts: ['load', 'settle', 'key'], ms: 16 },
  { where: 'at 1,000 questions', parts: ['thousand'], ms: 16 },
  { where: 'at 5,000 questions', parts: ['five-thousand'], ms: 50 },
];
/** What an open panel may add to a key press, ms. */
const MOST_PANEL_KEY_MS = 0.5;
const MOST_HEAP_MB = 1;
/** While questions come and go: times the time of one that only walks and watches, and of rrweb. */
const MOST_WALKS = 2;
const MOST_RRWEBS = 0.4;

/** What the run says of each aim. */
export function verdictsOf(samples: readonly Sample[], sizes: Sizes): Verdict[] {
  const { gzip } = sizes.watcher;
  const faults = samples.filter((sample) => sample.faults.length > 0);
  return [
    {
      met: gzip <= MOST_WATCHER,
      hard: false,
      text: `watcher with all readers at most 24 kB gzip: ${(gzip / 1_024).toFixed(1)} kB (the vocabulary lies in the background)`,
    },
    ...ownTaskVerdicts(samples),
    ...(['off', 'on'] as const).flatMap((id) => [
      likeEmpty(samples, id, { workload: 'load', what: 'load cost', unit: 'ms', digits: 0, grain: 0 }),
      likeEmpty(samples, id, { workload: 'key', what: 'cost of a key', unit: 'ms', digits: 2, grain: 0 }),
      likeEmpty(samples, id, { workload: 'idle', what: 'idle cost', unit: 'ms/s', digits: 2, grain: 0.2 }),
      ...CHURNS.flatMap((workload) => [
        share(samples, workload, [id, 'walk'], MOST_WALKS),
        share(samples, workload, [id, 'rrweb'], MOST_RRWEBS),
      ]),
      atMost(samples, ['big', 'heap'], [id, 'empty'], MOST_HEAP_MB, 'heap at 1,000 questions, MB'),
    ]),
    atMost(samples, ['key', 'task'], ['on', 'pill'], MOST_PANEL_KEY_MS, 'a key with the panel open, ms'),
    atMost(samples, ['key', 'task'], ['on', 'off'], MOST_PANEL_KEY_MS, 'a key with the companion, ms'),
    {
      met: faults.length === 0,
      hard: true,
      text: `evidence that everyone worked: ${faults.length} of ${samples.length} samples lack it`,
    },
  ];
}

function ownTaskVerdicts(samples: readonly Sample[]): Verdict[] {
  const longest = (workload: Workload, parts: readonly string[]) => {
    const own = samples.filter((sample) => sample.workload === workload && sample.faults.length === 0);
    const all = own.flatMap(({ values }) => parts.flatMap((part) => values[`${part}.longest`] ?? []));
    return all.length > 0 ? Math.max(...all) : Number.NaN;
  };
  return MOST_OWN_TASK.map(({ where, parts, ms }) => {
    const [most, profiled] = [longest('own-tasks', parts), longest('own', parts)];
    return {
      met: most <= ms,
      hard: false,
      text: `no own task over ${ms} ms ${where}: the longest took ${most.toFixed(1)} ms (${profiled.toFixed(1)} under a profiler)`,
    };
  });
}

/** `grain` is what the measure of a page without any extension varies by, so that less means nothing. */
type Aim = { workload: Workload; what: string; unit: string; digits: number; grain: number };

/** Met when the difference to the empty extension, round by round, is not above zero throughout. */
function likeEmpty(samples: readonly Sample[], id: ContenderId, aim: Aim): Verdict {
  const { workload, what, unit, digits, grain } = aim;
  const more = compared(samples, workload, 'task', [id, 'empty']);
  const who = id === 'on' ? 'with companion' : 'watcher only';
  const lowest = (of: ContenderId) =>
    rowsOf(samples, workload, 'task').find(({ contender }) => contender === of)?.value.min ?? Number.NaN;
  // What else runs on the machine only ever adds: the lowest of each is the steadiest comparison there is.
  const least = `lowest against lowest ${(lowest(id) - lowest('empty')).toFixed(digits)}`;
  const floor = compared(samples, workload, 'task', ['empty', 'page']);
  const noise = floor ? `${floor.min.toFixed(digits)}–${floor.max.toFixed(digits)}` : 'unknown';
  const numbers = more
    ? `${range(more, digits)} ${unit} more, ${least} (noise: the empty extension to the page ${noise})`
    : 'not measured';
  return {
    met: more !== null && more.min <= grain,
    hard: false,
    text: `${what} not to be told from the empty extension, ${who}: ${numbers}`,
  };
}

/** Met when the median difference between two contenders, round by round, is not above `most`. */
function atMost(
  samples: readonly Sample[],
  [workload, measure]: [Workload, string],
  pair: [ContenderId, ContenderId],
  most: number,
  what: string,
): Verdict {
  const more = compared(samples, workload, measure, pair);
  const [one, other] = pair.map((id) => NAMES[id]);
  return {
    met: more !== null && more.median <= most,
    hard: false,
    text: `${what}, ${one} against ${other}: at most ${most} more; ${more ? range(more, 2) : 'not measured'}`,
  };
}

/** Met when one's own scripts take at most so many times another's while questions come and go, at the same pace. */
function share(
  samples: readonly Sample[],
  churn: Churn,
  [id, other]: [ContenderId, ContenderId],
  most: number,
): Verdict {
  const ours = ownIn(samples, churn, id);
  const theirs = ownIn(samples, churn, other);
  const ratio = ours && theirs ? ours.paced.median / theirs.paced.median : Number.NaN;
  const told = ({ own, layout }: NonNullable<typeof ours>) =>
    `${range(own, 0)} ms beside ${range(layout, 0)} ms of layout`;
  const numbers = ours && theirs ? `${told(ours)} to ${told(theirs)}` : 'not measured';
  return {
    met: ratio <= most && ratio > 0,
    hard: false,
    text: `${churn} at most ${most}× of ${NAMES[other]}, ${NAMES[id]}: ${ratio.toFixed(2)}× (${numbers})`,
  };
}

/** A line for each contender and workload whose evidence was missing. */
export function faultLines(samples: readonly Sample[]): string[] {
  return samples.flatMap(({ workload, contender, round, faults }) =>
    faults.map((fault) => `${contender}, ${workload}, round ${round + 1}: ${fault}`),
  );
}
