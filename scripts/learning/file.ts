import { join } from 'node:path';
import { NOUGHT } from '../../lib/fields/judging/network.ts';
import type { Numbers } from '../../lib/fields/judging/tensors.ts';
import type { Head, Network } from './network.ts';
import type { Parameter } from './parameter.ts';
import { writeTensors } from './tensors.ts';

/** Where what was learnt lies: the extension carries it. */
export const learntFile = join(import.meta.dirname, ...['..', '..', 'public', 'learnt.safetensors']);

/** As many steps as four bits hold either way, and as eight. */
const FEW = NOUGHT - 1;
const MANY = 127;

/** The tensors of a network that answers these questions: the weights of signs are written two to a byte. */
export function tensorsOf(
  { rows, before, after, heads }: Network,
  questions: readonly string[],
): Record<string, Numbers> {
  const { written, steps } = inSteps(rows, FEW);
  const tensors: Record<string, Numbers> = { rows: packed(written), 'rows.steps': steps };
  const named = questions.map((name, at) => [name, heads[at] as Head] as const);
  for (const [name, weights] of [['before', before] as const, ['after', after] as const, ...named])
    for (const [part, parameter] of Object.entries(weights)) {
      const { written, steps } = inSteps(parameter, MANY);
      tensors[`${name}.${part}`] = written;
      tensors[`${name}.${part}.steps`] = steps;
    }
  return tensors;
}

/** The file that `Learnt` reads: of networks that were learnt of the same `signs`, and of questions with their answers. */
export function fileOf(
  networks: readonly Record<string, Numbers>[],
  signs: readonly string[],
  questions: Record<string, readonly string[]>,
  basis: string,
): Uint8Array {
  const tensors = networks.flatMap((network, number) =>
    Object.entries(network).map(([name, numbers]) => [`${number}.${name}`, numbers] as const),
  );
  const answers = Object.entries(questions).map(([name, classes]) => [name, classes.join(' ')] as const);
  return writeTensors(
    { signs: new TextEncoder().encode(signs.join('\n')), ...Object.fromEntries(tensors) },
    { basis, networks: String(networks.length), ...Object.fromEntries(answers) },
  );
}

/** Weights in whole steps of a size that each row has for itself, of which there are `most` either way, and that size. */
function inSteps({ value, width }: Parameter, most: number): { written: Int8Array; steps: Float32Array } {
  const steps = new Float32Array(value.length / width);
  const written = new Int8Array(value.length);
  for (const place of steps.keys()) {
    const row = value.subarray(place * width, (place + 1) * width);
    const step = row.reduce((largest, it) => Math.max(largest, Math.abs(it)), 0) / most || 1;
    steps[place] = step;
    written.set(
      row.map((it) => Math.round(it / step)),
      place * width,
    );
  }
  return { written, steps };
}

/** Steps two by two in a byte each, the first in its lower half. */
function packed(steps: Int8Array): Uint8Array {
  const at = (place: number) => (steps[place] ?? 0) + NOUGHT;
  return Uint8Array.from({ length: steps.length / 2 }, (_, pair) => at(2 * pair) | (at(2 * pair + 1) << 4));
}
