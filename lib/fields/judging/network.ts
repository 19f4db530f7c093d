import { type Gru, read, type Step } from './gru.ts';
import type { Numbers } from './tensors.ts';
import { added, at } from './vectors.ts';

/** The signs of a field by their numbers: its own, and those that it shares with all fields of its section, in one list. */
export interface Signs {
  own: readonly number[];
  shared: readonly number[];
}

/** What a network answers to a question about a field. */
export interface Answer {
  /** How likely each class is. */
  shares: Float32Array;
  /** How much a sign speaks for one class and not for another. */
  speaks(best: number, against: number): (sign: number) => number;
}

/** A question to all fields. Weights stand in rows: of hidden units, and for `out` of classes. */
interface Head {
  /** What a hidden unit takes of the field itself, of what was read before and after it, of its section, and of the form. */
  field: Float32Array;
  before: Float32Array;
  after: Float32Array;
  section: Float32Array;
  form: Float32Array;
  bias: Float32Array;
  out: Float32Array;
  outBias: Float32Array;
}

/**
 * A small neural network, learnt from labelled forms (scripts/learn.ts). It sees a field beside the mean of its section,
 * the mean of all fields asked about, and what it has kept of the fields before and of those after: whose day of birth it
 * is, the others tell.
 */
export class Network {
  /** What each sign says of each part of a field, in whole steps of its own size. */
  readonly #rows: Int8Array;
  readonly #steps: Float32Array;
  readonly #width: number;
  /** They read the fields from the first to the last, and from the last to the first. */
  readonly #before: Gru;
  readonly #after: Gru;
  readonly #heads: readonly Head[];

  /** `tensor` gives its weights by their names, `questions` are the names of what is asked. */
  constructor(tensor: (name: string) => Numbers, questions: readonly string[]) {
    const weights = (name: string) => wholeOf(tensor(name), tensor(`${name}.steps`) as Float32Array);
    const gru = (name: string): Gru => ({
      input: weights(`${name}.input`),
      hidden: weights(`${name}.hidden`),
      bias: weights(`${name}.bias`),
    });
    this.#rows = unpacked(tensor('rows') as Uint8Array);
    this.#steps = tensor('rows.steps') as Float32Array;
    this.#width = this.#rows.length / this.#steps.length;
    this.#before = gru('before');
    this.#after = gru('after');
    this.#heads = questions.map((name) => ({
      field: weights(`${name}.field`),
      before: weights(`${name}.before`),
      after: weights(`${name}.after`),
      section: weights(`${name}.section`),
      form: weights(`${name}.form`),
      bias: weights(`${name}.bias`),
      out: weights(`${name}.out`),
      outBias: weights(`${name}.outBias`),
    }));
  }

  /** What it answers about the fields of one form, in their order: to each question in turn. */
  of(fields: readonly Signs[]): Answer[][] {
    const lists = [...new Set(fields.map(({ shared }) => shared))];
    const said = new Map(lists.map((shared) => [shared, this.#sumOf(shared)]));
    const states = fields.map((it) => this.#stateOf(it, said.get(it.shared) as Float32Array));
    const form = this.#meanOf(states);
    const means = lists.map((shared) => {
      const its = states.filter((_, place) => fields[place]?.shared === shared);
      return [shared, this.#meanOf(its)] as const;
    });
    const asked = this.#heads.map((head) => {
      const ofForm = added(head.bias, head.form, form);
      const above = means.map(([shared, mean]) => [shared, added(ofForm, head.section, mean)] as const);
      return { head, above: new Map(above) };
    });
    const before = read(this.#before, states);
    const after = read(this.#after, states.toReversed()).toReversed();
    return fields.map(({ shared }, place) =>
      asked.map(({ head, above }) => {
        const early = added(above.get(shared) as Float32Array, head.before, (before[place] as Step).after);
        const around = added(early, head.after, (after[place] as Step).after);
        return this.#answer(head, states[place] as Float32Array, around);
      }),
    );
  }

  /** A field as what its signs say of each part of it; nought where that is negative. */
  #stateOf({ own, shared }: Signs, ofShared: Float32Array): Float32Array {
    // Many signs make a field no surer than few.
    const scale = 1 / Math.sqrt(Math.max(1, own.length + shared.length));
    return this.#sumOf(own).map((it, part) => Math.max(0, (it + at(ofShared, part)) * scale));
  }

  #sumOf(signs: readonly number[]): Float32Array {
    const sum = new Float32Array(this.#width);
    for (const sign of signs) {
      const step = at(this.#steps, sign);
      const says = this.#rowOf(sign);
      for (let part = 0; part < sum.length; part++) sum[part] = at(sum, part) + step * (says[part] as number);
    }
    return sum;
  }

  #rowOf(sign: number): Int8Array {
    return this.#rows.subarray(sign * this.#width, (sign + 1) * this.#width);
  }

  #meanOf(states: readonly Float32Array[]): Float32Array {
    const mean = new Float32Array(this.#width);
    for (const state of states)
      for (let part = 0; part < mean.length; part++)
        mean[part] = at(mean, part) + at(state, part) / states.length;
    return mean;
  }

  #answer(head: Head, state: Float32Array, around: Float32Array): Answer {
    const hidden = added(around, head.field, state).map((it) => Math.max(0, it));
    const says = added(head.outBias, head.out, hidden);
    const most = Math.max(...says);
    const sizes = says.map((it) => Math.exp(it - most));
    const all = sizes.reduce((sum, it) => sum + it, 0);
    return {
      shares: sizes.map((it) => it / all),
      speaks: (best, against) => {
        // How much more each hidden unit, and through these each part, speaks for the one than for the other.
        const slopes = new Float32Array(state.length);
        for (const [unit, it] of hidden.entries()) {
          if (it === 0) continue;
          const more =
            at(head.out, best * hidden.length + unit) - at(head.out, against * hidden.length + unit);
          for (let part = 0; part < slopes.length; part++)
            if (at(state, part) > 0)
              slopes[part] = at(slopes, part) + more * at(head.field, unit * slopes.length + part);
        }
        return (sign) => {
          let sum = 0;
          const row = this.#rowOf(sign);
          for (let part = 0; part < slopes.length; part++) sum += at(slopes, part) * (row[part] as number);
          return sum * at(this.#steps, sign);
        };
      },
    };
  }
}

/** So much was added to each step, which makes it a number of four bits. */
export const NOUGHT = 8;

/** Steps that were written two to a byte, the first in its lower half. */
function unpacked(pairs: Uint8Array): Int8Array {
  const steps = new Int8Array(2 * pairs.length);
  for (let place = 0; place < pairs.length; place++) {
    const pair = pairs[place] as number;
    steps[2 * place] = (pair & 15) - NOUGHT;
    steps[2 * place + 1] = (pair >> 4) - NOUGHT;
  }
  return steps;
}

/** Weights that were written in whole steps, a size of step for each row of them. */
function wholeOf(written: Numbers, steps: Float32Array): Float32Array {
  const width = written.length / steps.length;
  const all = Float32Array.from(written);
  for (const [row, step] of steps.entries())
    for (let place = row * width; place < (row + 1) * width; place++) all[place] = at(all, place) * step;
  return all;
}
