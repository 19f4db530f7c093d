/** So many steps of a written weight make one. */
export const STEPS = 8;

/** Letters begin with `#`, and the weight nought is in the middle of them. */
const FIRST_PLACE = 35;
const NOTHING = 79;
const MOST = 44;

/** How a weight is written, of the class at a place: one letter says which, the other how much. */
export function pair(place: number, steps: number): string {
  const held = Math.max(-MOST, Math.min(steps, MOST));
  return String.fromCharCode(FIRST_PLACE + place, NOTHING + held);
}

/** The likeliest class of a field. */
export interface Opinion<Class> {
  is: Class;
  likely: number;
  /** The signs that spoke for it and not for `other`, the strongest first. */
  over(other: Class): string[];
}

/** What a sign says: places of classes, each followed by its weight. */
type Row = readonly number[];

/**
 * Weights that were learnt (scripts/learn.ts): how much each sign of a field speaks for a class or against it. A
 * multinomial logistic regression.
 */
export class Learnt<Class extends string> {
  readonly #classes: readonly Class[];
  readonly #table: string;
  /** What was read of signs so far: a worker that sleeps most of the time is not to take in all of them each time. */
  readonly #rows = new Map<string, Row>();
  readonly #shared = new WeakMap<readonly string[], readonly number[]>();

  /**
   * `table` has a line for each sign, in order: a tab behind it, then two letters for each class it speaks of, see
   * {@link pair}.
   */
  constructor(classes: readonly Class[], table: string) {
    this.#classes = classes;
    this.#table = table.trim();
  }

  /** What the signs of a field say, together with a list of those that others share with it. */
  of(signs: readonly string[], shared: readonly string[]): Opinion<Class> {
    const own = new Set(signs);
    const sums = this.#sumOf(own, this.#sumOfShared(shared));
    // Many signs make a field no surer than few.
    const scale = STEPS * Math.sqrt(own.size + shared.length);
    const most = Math.max(...sums);
    const best = sums.indexOf(most);
    return {
      is: this.#classes[best] as Class,
      likely: 1 / sums.reduce((total, sum) => total + Math.exp((sum - most) / scale), 0),
      over: (other) => this.#strongest([...own, ...shared], best, this.#classes.indexOf(other)),
    };
  }

  #sumOf(signs: Iterable<string>, from: readonly number[]): number[] {
    const sums = [...from];
    for (const sign of signs) {
      const row = this.#rowOf(sign);
      for (let at = 0; at < row.length; at += 2) {
        const place = row[at] ?? 0;
        sums[place] = (sums[place] ?? 0) + (row[at + 1] ?? 0);
      }
    }
    return sums;
  }

  #sumOfShared(signs: readonly string[]): readonly number[] {
    const before = this.#shared.get(signs);
    if (before) return before;
    const nothing = this.#classes.map(() => 0);
    const sums = this.#sumOf(signs, nothing);
    this.#shared.set(signs, sums);
    return sums;
  }

  #strongest(signs: readonly string[], best: number, other: number): string[] {
    return signs
      .map((sign) => {
        const row = this.#rowOf(sign);
        return { sign, says: weightOf(row, best) - weightOf(row, other) };
      })
      .filter(({ says }) => says > 0)
      .sort((a, b) => b.says - a.says)
      .map(({ sign }) => sign);
  }

  #rowOf(sign: string): Row {
    const known = this.#rows.get(sign);
    if (known) return known;
    const read = [...this.#written(sign)].map(
      (letter, at) => letter.charCodeAt(0) - (at % 2 === 0 ? FIRST_PLACE : NOTHING),
    );
    this.#rows.set(sign, read);
    return read;
  }

  /** What is written of a sign, by halving; empty where nothing is. */
  #written(sign: string): string {
    const table = this.#table;
    const wanted = `${sign}\t`;
    let [low, high] = [0, table.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = middle === 0 ? 0 : table.lastIndexOf('\n', middle - 1) + 1;
      const next = table.indexOf('\n', middle);
      const line = table.slice(start, next < 0 ? table.length : next);
      if (line.startsWith(wanted)) return line.slice(wanted.length);
      if (line < wanted) low = start + line.length + 1;
      else high = start;
    }
    return '';
  }
}

function weightOf(row: Row, place: number): number {
  for (let at = 0; at < row.length; at += 2) if (row[at] === place) return row[at + 1] ?? 0;
  return 0;
}
