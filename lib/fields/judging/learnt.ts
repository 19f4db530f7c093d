/** So many steps of a written weight make one. */
export const STEPS = 8;

/** A class, how likely it is, and the signs that spoke for it, the strongest first. */
export interface Opinion<Class> {
  is: Class;
  likely: number;
  because: string[];
}

/**
 * Weights that were learnt (scripts/learn.ts), by which signs speak for a class or against it: a multinomial logistic
 * regression.
 */
export class Learnt<Class extends string> {
  readonly #classes: readonly Class[];
  /** What is written of a sign, until somebody asks. */
  readonly #rows: Map<string, string | readonly (readonly [at: number, weight: number])[]>;

  /** `table` has a line for each sign: a tab behind it, then places of classes with their weights, `3:12 7:-4`. */
  constructor(classes: readonly Class[], table: string) {
    this.#classes = classes;
    this.#rows = new Map(
      table
        .trim()
        .split('\n')
        .map((line) => line.split('\t') as [string, string]),
    );
  }

  /** What signs of a field say of it: the likeliest class, and why it is that rather than `other`. */
  of(signs: readonly string[], other: Class): Opinion<Class> {
    const all = new Set(signs);
    const sums = this.#classes.map(() => 0);
    const met: [string, readonly (readonly [number, number])[]][] = [];
    for (const sign of all) {
      const row = this.#rowOf(sign);
      if (!row) continue;
      met.push([sign, row]);
      for (const [at, weight] of row) sums[at] = (sums[at] ?? 0) + weight;
    }
    // A field of which much is seen is no surer than others.
    const scale = STEPS * Math.sqrt(all.size);
    const most = Math.max(...sums);
    const best = sums.indexOf(most);
    const against = this.#classes.indexOf(other);
    const speaks = (row: readonly (readonly [number, number])[]) =>
      row.reduce((sum, [at, weight]) => sum + (at === best ? weight : at === against ? -weight : 0), 0);
    return {
      is: this.#classes[best] ?? other,
      likely: 1 / sums.reduce((total, sum) => total + Math.exp((sum - most) / scale), 0),
      because: met
        .map(([sign, row]) => ({ sign, for: speaks(row) }))
        .filter((it) => it.for > 0)
        .sort((a, b) => b.for - a.for)
        .map(({ sign }) => sign),
    };
  }

  #rowOf(sign: string) {
    const row = this.#rows.get(sign);
    if (typeof row !== 'string') return row;
    const read = row.split(' ').map((pair) => pair.split(':').map(Number) as [number, number]);
    this.#rows.set(sign, read);
    return read;
  }
}
