import type { Expectation, Kind, Subject } from '../field.ts';
import { type Gru, read, type Step } from './gru.ts';
import { type Numbers, readTensors } from './tensors.ts';
import { added, at } from './vectors.ts';

/** What is seen of a field: signs of its own, and those that it shares with all fields of its section, in one list. */
export interface Seen {
  own: readonly string[];
  shared: readonly string[];
}

/** The likeliest answer to a question about a field. */
export interface Opinion<Class extends string = string> {
  is: Class;
  likely: number;
  /** The signs that spoke for it and not for `other`, the strongest first. */
  over(other: Class): string[];
}

/** The likeliest answers to all questions about a field. */
export interface Opinions {
  kind: Opinion<Kind>;
  subject: Opinion<Subject>;
  expectation: Opinion<Expectation>;
}

/** A question to all fields. Weights stand in rows: of hidden units, and for `out` of classes. */
interface Head {
  name: string;
  classes: readonly string[];
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

/** What signs say together, and where those of them that are known stand. */
interface Said {
  sum: Float32Array;
  signs: ReadonlyMap<string, number>;
}

/** A field as what its own signs and the shared ones say of each part of it; nought where that is negative. */
interface State {
  parts: Float32Array;
  own: Said;
  shared: Said;
}

/**
 * A small neural network, learnt from labelled forms (scripts/learn.ts). It sees a field beside the mean of its section,
 * the mean of all fields asked about, and what it has kept of the fields before and of those after: whose day of birth it
 * is, the others tell.
 */
export class Learnt {
  /** A sum of what it was learnt from, see scripts/learning/basis.ts. */
  readonly basis: string | undefined;
  /** Where each sign stands among the rows. */
  readonly #signs: ReadonlyMap<string, number>;
  /** What each sign says, in whole steps of its own size. */
  readonly #rows: Int8Array;
  readonly #steps: Float32Array;
  readonly #width: number;
  /** They read the fields from the first to the last, and from the last to the first. */
  readonly #before: Gru;
  readonly #after: Gru;
  readonly #heads: readonly Head[];

  /** Throws where `file` is not what scripts/learn.ts has written. */
  constructor(file: ArrayBuffer) {
    const { tensor, about } = readTensors(file);
    const { basis, ...questions } = about;
    const weights = (name: string) => wholeOf(tensor(name), tensor(`${name}.steps`) as Float32Array);
    const gru = (name: string): Gru => ({
      input: weights(`${name}.input`),
      hidden: weights(`${name}.hidden`),
      bias: weights(`${name}.bias`),
    });
    this.basis = basis;
    const signs = new TextDecoder().decode(tensor('signs')).split('\n');
    this.#signs = new Map(signs.map((sign, row) => [sign, row]));
    this.#rows = unpacked(tensor('rows') as Uint8Array);
    this.#steps = tensor('rows.steps') as Float32Array;
    this.#width = this.#rows.length / this.#steps.length;
    this.#before = gru('before');
    this.#after = gru('after');
    this.#heads = Object.entries(questions).map(([name, classes]) => ({
      name,
      classes: classes.split(' '),
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

  /** What it makes of the fields of one form, in their order. */
  of(fields: readonly Seen[]): Opinions[] {
    const lists = [...new Set(fields.map(({ shared }) => shared))];
    const said = new Map(lists.map((shared) => [shared, this.#said(shared)]));
    const states = fields.map(({ own, shared }) => stateOf(this.#said(own), said.get(shared) as Said));
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
    const all = states.map(({ parts }) => parts);
    const before = read(this.#before, all);
    const after = read(this.#after, all.toReversed()).toReversed();
    return fields.map(({ shared }, place) => {
      const state = states[place] as State;
      const opinions = asked.map(({ head, above }) => {
        const early = added(above.get(shared) as Float32Array, head.before, (before[place] as Step).after);
        const around = added(early, head.after, (after[place] as Step).after);
        return [head.name, this.#opinion(head, state, around)];
      });
      // The file names the questions and their answers as they were when it was learnt.
      return Object.fromEntries(opinions) as Opinions;
    });
  }

  #said(all: readonly string[]): Said {
    const sum = new Float32Array(this.#width);
    const signs = new Map<string, number>();
    for (const sign of new Set(all)) {
      const row = this.#signs.get(sign);
      if (row === undefined) continue;
      signs.set(sign, row);
      const step = at(this.#steps, row);
      const says = this.#rows.subarray(row * sum.length, (row + 1) * sum.length);
      for (let part = 0; part < sum.length; part++) sum[part] = at(sum, part) + step * (says[part] as number);
    }
    return { sum, signs };
  }

  #meanOf(states: readonly State[]): Float32Array {
    const mean = new Float32Array(this.#width);
    for (const { parts } of states)
      for (let part = 0; part < mean.length; part++)
        mean[part] = at(mean, part) + at(parts, part) / states.length;
    return mean;
  }

  #opinion(head: Head, { parts, own, shared }: State, around: Float32Array): Opinion {
    const hidden = added(around, head.field, parts).map((it) => Math.max(0, it));
    const says = added(head.outBias, head.out, hidden);
    const most = Math.max(...says);
    const best = says.indexOf(most);
    return {
      is: head.classes[best] ?? '',
      likely: 1 / says.reduce((total, it) => total + Math.exp(it - most), 0),
      over: (other) => {
        const against = head.classes.indexOf(other);
        // How much more each hidden unit, and through these each part, speaks for the one than for the other.
        const slopes = new Float32Array(parts.length);
        for (const [unit, it] of hidden.entries()) {
          if (it === 0) continue;
          const more =
            at(head.out, best * hidden.length + unit) - at(head.out, against * hidden.length + unit);
          for (let part = 0; part < slopes.length; part++)
            if (at(parts, part) > 0)
              slopes[part] = at(slopes, part) + more * at(head.field, unit * slopes.length + part);
        }
        return [...own.signs, ...shared.signs]
          .map(([sign, row]) => ({ sign, speaks: this.#dot(row, slopes) }))
          .filter(({ speaks }) => speaks > 0)
          .sort((a, b) => b.speaks - a.speaks)
          .map(({ sign }) => sign);
      },
    };
  }

  #dot(row: number, slopes: Float32Array): number {
    let sum = 0;
    const says = this.#rows.subarray(row * slopes.length, (row + 1) * slopes.length);
    for (let part = 0; part < slopes.length; part++) sum += at(slopes, part) * (says[part] as number);
    return sum * at(this.#steps, row);
  }
}

function stateOf(own: Said, shared: Said): State {
  // Many signs make a field no surer than few.
  const scale = 1 / Math.sqrt(Math.max(1, own.signs.size + shared.signs.size));
  const parts = own.sum.map((it, part) => Math.max(0, (it + at(shared.sum, part)) * scale));
  return { parts, own, shared };
}

/** So much was added to each step, which makes it a number of four bits. */
export const NOUGHT = 8;

/** Steps that were written two to a byte, the first in its lower half. */
function unpacked(pairs: Uint8Array): Int8Array {
  const steps = new Int8Array(2 * pairs.length);
  for (let at = 0; at < pairs.length; at++) {
    const pair = pairs[at] as number;
    steps[2 * at] = (pair & 15) - NOUGHT;
    steps[2 * at + 1] = (pair >> 4) - NOUGHT;
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
