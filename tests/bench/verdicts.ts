import type { ContenderId } from './contenders.ts';
import { range } from './report.ts';
import { compared, rowsOf, type Sample, type Workload } from './samples.ts';
import type { Sizes } from './sizes.ts';

/** An aim of the project, whether this run meets it, and the numbers. `hard` ones fail the run. */
export type Verdict = { met: boolean; hard: boolean; text: string };

const MOST_WATCHER = 24 * 1_024;
const MOST_OWN_TASK_MS = 50;

/** What the run says of each aim. */
export function verdictsOf(samples: readonly Sample[], sizes: Sizes): Verdict[] {
  const { gzip } = sizes.watcher;
  const faults = samples.filter((sample) => sample.faults.length > 0);
  return [
    {
      met: gzip <= MOST_WATCHER,
      hard: false,
      text: `watcher at most 24 kB gzip: ${(gzip / 1_024).toFixed(1)} kB`,
    },
    ownTaskVerdict(samples),
    ...(['off', 'on'] as const).flatMap((id) => [
      likeEmpty(samples, id, { workload: 'load', what: 'load cost', unit: 'ms', digits: 0, grain: 0 }),
      likeEmpty(samples, id, { workload: 'key', what: 'cost of a key', unit: 'ms', digits: 2, grain: 0 }),
      likeEmpty(samples, id, { workload: 'idle', what: 'idle cost', unit: 'ms/s', digits: 2, grain: 0.2 }),
    ]),
    {
      met: faults.length === 0,
      hard: true,
      text: `evidence that everyone worked: ${faults.length} of ${samples.length} samples lack it`,
    },
  ];
}

function ownTaskVerdict(samples: readonly Sample[]): Verdict {
  const own = samples.filter(({ workload }) => workload === 'own');
  const longest = own.flatMap(({ values }) =>
    ['load', 'settle', 'key'].flatMap((part) => values[`${part}.longest`] ?? []),
  );
  const most = longest.length > 0 ? Math.max(...longest) : Number.NaN;
  return {
    met: most <= MOST_OWN_TASK_MS,
    hard: false,
    text: `no own task over ${MOST_OWN_TASK_MS} ms on the declaration page: the longest took ${most.toFixed(1)} ms`,
  };
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

/** A line for each contender and workload whose evidence was missing. */
export function faultLines(samples: readonly Sample[]): string[] {
  return samples.flatMap(({ workload, contender, round, faults }) =>
    faults.map((fault) => `${contender}, ${workload}, round ${round + 1}: ${fault}`),
  );
}
