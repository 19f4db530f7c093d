import type { ContenderId } from './contenders.ts';

export const WORKLOADS = [
  'load',
  'key',
  'churn',
  'plain-churn',
  'big',
  'idle',
  'own',
  'own-tasks',
  'own-churns',
] as const;
export type Workload = (typeof WORKLOADS)[number];

/** In which questions come and go: those of the declaration, and those of a plain form. */
export const CHURNS = ['churn', 'plain-churn'] as const;
export type Churn = (typeof CHURNS)[number];

/** What one workload in one fresh tab of one contender came to. */
export type Sample = {
  workload: Workload;
  contender: ContenderId;
  /** Samples of one round were taken one after the other, and only those are compared. */
  round: number;
  /** By name of measure; what each is stands where it is taken. */
  values: Record<string, number>;
  /** What shows that the contender really worked. */
  evidence: string;
  /** What shows that it did not, or that the sample is spoilt. */
  faults: string[];
};

export type Spread = { median: number; min: number; max: number };

/** One measure of one contender: as it is, and what it is more than the page alone of the same round. */
export type Row = { contender: ContenderId; value: Spread; extra: Spread | null; ratio: number | null };

/** The rows of one measure, in the order of the contenders. */
export function rowsOf(samples: readonly Sample[], workload: Workload, measure: string): Row[] {
  const ids = [...new Set(samples.map(({ contender }) => contender))];
  return ids.flatMap((contender): Row[] => {
    const values = valuesOf(samples, workload, contender, measure);
    if (values.size === 0) return [];
    const base = valuesOf(samples, workload, 'page', measure);
    const value = spread([...values.values()]);
    if (contender === 'page' || base.size === 0) return [{ contender, value, extra: null, ratio: null }];
    const ratio = value.median / spread([...base.values()]).median;
    return [{ contender, value, extra: spread(differences(values, base)), ratio }];
  });
}

/** How much more one contender takes than another, round by round; null where they share no round. */
export function compared(
  samples: readonly Sample[],
  workload: Workload,
  measure: string,
  [one, other]: [ContenderId, ContenderId],
): Spread | null {
  const more = differences(
    valuesOf(samples, workload, one, measure),
    valuesOf(samples, workload, other, measure),
  );
  return more.length > 0 ? spread(more) : null;
}

/**
 * What the scripts of a contender themselves take in one of the churns, ms; what laying out the page took beside them;
 * and how much they take per ms of that, which a machine that is slow just then does not change. Null: not measured.
 */
export function ownIn(
  samples: readonly Sample[],
  churn: Churn,
  contender: ContenderId,
): Record<'own' | 'layout' | 'paced', Spread> | null {
  const of = (name: string) => valuesOf(samples, 'own-churns', contender, `${churn}.${name}`);
  const [own, layout] = [of('own'), of('layout')];
  if (own.size === 0) return null;
  const paced = [...own].map(([round, ms]) => ms / (layout.get(round) ?? Number.NaN));
  return { own: spread([...own.values()]), layout: spread([...layout.values()]), paced: spread(paced) };
}

/** The range includes zero: the difference cannot be told from none. */
export const isNoise = ({ min, max }: Spread) => min <= 0 && max >= 0;

export function spread(values: readonly number[]): Spread {
  return { median: quantile(values, 0.5), min: Math.min(...values), max: Math.max(...values) };
}

/** The value below which that share of the values lies; between two neighbours it is drawn straight. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (low === undefined || high === undefined) return Number.NaN;
  return low + (high - low) * (place % 1);
}

function valuesOf(samples: readonly Sample[], workload: Workload, contender: ContenderId, measure: string) {
  const values = new Map<number, number>();
  for (const sample of samples) {
    const value = sample.values[measure];
    const fits = sample.workload === workload && sample.contender === contender;
    // A spoilt sample is reported as such, not mixed in.
    if (fits && value !== undefined && sample.faults.length === 0) values.set(sample.round, value);
  }
  return values;
}

function differences(values: ReadonlyMap<number, number>, base: ReadonlyMap<number, number>): number[] {
  return [...values].flatMap(([round, value]) => {
    const other = base.get(round);
    return other === undefined ? [] : [value - other];
  });
}
