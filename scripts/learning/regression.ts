import { pair, STEPS } from '../../lib/fields/judging/learnt.ts';

/** One field to learn from: what is seen of it, what it is, and the form that it stands in. */
export interface Example {
  signs: readonly string[];
  is: string;
  form: string;
}

/** How weights are learnt. */
export interface Manner {
  /** A sign that fewer forms have says more of them than of others. */
  forms: number;
  /** How strongly weights are pulled to nothing. */
  decay: number;
  /** A class moves no weight where it is wrong by less than this. */
  least: number;
  /** Weights below this are left out. */
  cut: number;
}

const ROUNDS = 30;
const RATE = 0.3;

/**
 * The table of `Learnt`, by logistic regression with steps that grow smaller for each weight as it has been moved
 * (AdaGrad). The same examples give the same table.
 */
export function learn(
  classes: readonly string[],
  examples: readonly Example[],
  { forms: enough, decay, least, cut }: Manner,
): string {
  const forms = new Map<string, Set<string>>();
  for (const { signs, form } of examples)
    for (const sign of signs) forms.set(sign, (forms.get(sign) ?? new Set()).add(form));
  const kept = [...forms].filter(([, its]) => its.size >= enough).map(([sign]) => sign);
  const places = new Map(kept.map((sign, place) => [sign, place * classes.length]));
  const fields = examples.map(({ signs, is }) => {
    const all = new Set(signs);
    const rows = [...all].flatMap((sign) => places.get(sign) ?? []);
    return { rows, scale: 1 / Math.sqrt(all.size), is: classes.indexOf(is) };
  });
  const weights = new Float64Array(kept.length * classes.length);
  const moved = new Float64Array(weights.length).fill(0.01);
  const likely = new Float64Array(classes.length);
  const random = numbers();
  for (let round = 0; round < ROUNDS; round++) {
    for (const { rows, scale, is } of shuffled(fields, random)) {
      estimate(weights, rows, scale, likely);
      for (const [at, share] of likely.entries()) {
        const error = (share - Number(at === is)) * scale;
        if (Math.abs(error) < least) continue;
        for (const row of rows) {
          const place = row + at;
          const slope = error + decay * (weights[place] ?? 0);
          moved[place] = (moved[place] ?? 0) + slope * slope;
          weights[place] = (weights[place] ?? 0) - (RATE * slope) / Math.sqrt(moved[place] ?? 1);
        }
      }
    }
  }
  return tableOf(kept, weights, classes.length, cut);
}

/** How likely each class is, into `likely`. */
function estimate(weights: Float64Array, rows: readonly number[], scale: number, likely: Float64Array): void {
  likely.fill(0);
  for (const row of rows)
    for (let at = 0; at < likely.length; at++) likely[at] = (likely[at] ?? 0) + (weights[row + at] ?? 0);
  const most = Math.max(...likely);
  let total = 0;
  for (const [at, sum] of likely.entries()) {
    likely[at] = Math.exp((sum - most) * scale);
    total += likely[at] ?? 0;
  }
  for (const [at, part] of likely.entries()) likely[at] = part / total;
}

/** Weights in whole steps. What is the same for all classes says nothing, so most of them are nought. */
function tableOf(signs: readonly string[], weights: Float64Array, width: number, cut: number): string {
  const lines = signs.map((sign, place) => {
    const row = [...weights.subarray(place * width, (place + 1) * width)];
    const usual = row.toSorted((a, b) => a - b)[Math.floor(width / 2)] ?? 0;
    const pairs = row.flatMap((weight, at) => {
      const steps = Math.round((weight - usual) * STEPS);
      return steps === 0 || Math.abs(weight - usual) < cut ? [] : pair(at, steps);
    });
    return pairs.length > 0 ? `${sign}\t${pairs.join('')}` : '';
  });
  return lines.filter(Boolean).sort().join('\n');
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const all = [...items];
  for (let last = all.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [all[last], all[other]] = [all[other] as Item, all[last] as Item];
  }
  return all;
}

/** Numbers from 0 to 1 that look like chance and are always the same. */
function numbers(): () => number {
  let state = 1;
  return () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}
