import type { Expectation, Kind, Subject } from '../field.ts';
import { type Answer, Network, type Signs } from './network.ts';
import { readTensors } from './tensors.ts';
import { at } from './vectors.ts';

/** What is seen of a field: signs of its own, and those that it shares with all fields of its section, in one list. */
export interface Seen {
  own: readonly string[];
  shared: readonly string[];
}

/** The likeliest answer to a question about a field. */
export interface Opinion<Class extends string = string> {
  is: Class;
  likely: number;
  /** How many times likelier it is than `other`. */
  odds(other: Class): number;
  /** The signs that spoke for it and not for `other`, the strongest first. */
  over(other: Class): string[];
}

/** The likeliest answers to all questions about a field. */
export interface Opinions {
  kind: Opinion<Kind>;
  subject: Opinion<Subject>;
  expectation: Opinion<Expectation>;
}

/**
 * What was learnt from labelled forms: networks that differ by the chance they were learnt with, and are asked together.
 * What one has wrong by chance, the others mostly have not.
 */
export class Learnt {
  /** A sum of what it was learnt from, see scripts/learning/basis.ts. */
  readonly basis: string | undefined;
  readonly #signs: readonly string[];
  /** The number of each sign. */
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #questions: readonly { name: string; classes: readonly string[] }[];
  readonly #networks: readonly Network[];

  /** Throws where `file` is not what scripts/learn.ts has written. */
  constructor(file: ArrayBuffer) {
    const { tensor, about } = readTensors(file);
    const { basis, networks, ...questions } = about;
    this.basis = basis;
    this.#signs = new TextDecoder().decode(tensor('signs')).split('\n');
    this.#numbers = new Map(this.#signs.map((sign, number) => [sign, number]));
    this.#questions = Object.entries(questions).map(([name, it]) => ({ name, classes: it.split(' ') }));
    const names = this.#questions.map(({ name }) => name);
    this.#networks = Array.from(
      { length: Number(networks) },
      (_, number) => new Network((name) => tensor(`${number}.${name}`), names),
    );
    if (this.#networks.length === 0) throw new Error('no network was learnt');
  }

  /** What it makes of the fields of one form, in their order. */
  of(fields: readonly Seen[]): Opinions[] {
    const known = new Map<readonly string[], number[]>();
    const signs = fields.map(({ own, shared }): Signs => {
      const ofShared = known.get(shared) ?? this.#knownOf(shared);
      known.set(shared, ofShared);
      return { own: this.#knownOf(own), shared: ofShared };
    });
    const answers = this.#networks.map((network) => network.of(signs));
    return signs.map((it, place) => {
      const opinions = this.#questions.map(({ name, classes }, question) => {
        const all = answers.map((ofNetwork) => ofNetwork[place]?.[question] as Answer);
        return [name, this.#opinion(classes, it, all)];
      });
      // The file names the questions and their answers as they were when it was learnt.
      return Object.fromEntries(opinions) as Opinions;
    });
  }

  /** The numbers of those signs that are known, each once. */
  #knownOf(signs: readonly string[]): number[] {
    return [...new Set(signs)].flatMap((sign) => this.#numbers.get(sign) ?? []);
  }

  #opinion(classes: readonly string[], { own, shared }: Signs, answers: readonly Answer[]): Opinion {
    const shares = classes.map(
      (_, one) => answers.reduce((sum, answer) => sum + at(answer.shares, one), 0) / answers.length,
    );
    const likely = Math.max(...shares);
    const best = shares.indexOf(likely);
    return {
      is: classes[best] ?? '',
      likely,
      odds: (other) => likely / (shares[classes.indexOf(other)] ?? 0),
      over: (other) => {
        const speak = answers.map((answer) => answer.speaks(best, classes.indexOf(other)));
        return [...own, ...shared]
          .map((sign) => ({ sign, speaks: speak.reduce((sum, speaks) => sum + speaks(sign), 0) }))
          .filter(({ speaks }) => speaks > 0)
          .sort((a, b) => b.speaks - a.speaks)
          .map(({ sign }) => this.#signs[sign] ?? '');
      },
    };
  }
}
