import { join } from 'node:path';
import { NOUGHT } from '../../lib/fields/judging/learnt.ts';
import type { Numbers } from '../../lib/fields/judging/tensors.ts';
import type { Head, Network } from './network.ts';
import type { Parameter } from './parameter.ts';
import { writeTensors } from './tensors.ts';

/** Where what was learnt lies: the extension carries it. */
export const learntFile = join(
  import.meta.dirname,
  ...['..', '..', 'lib', 'fields', 'judging', 'learnt.safetensors'],
);

/** As many steps as four bits hold either way, and as eight. */
const FEW = NOUGHT - 1;
const MANY = 127;

/**
 * The file that `Learnt` reads: what was learnt of `signs`, in their order, and of questions with their answers. Weights
 * are written in whole steps of a size that each row has for itself, those of signs two to a byte.
 */
export function fileOf(
  { rows, before, after, heads }: Network,
  signs: readonly string[],
  questions: Record<string, readonly string[]>,
  basis: string,
): Uint8Array {
  const { written, steps } = inSteps(rows, FEW);
  const tensors: Record<string, Numbers> = {
    signs: new TextEncoder().encode(signs.join('\n')),
    rows: packed(written),
    'rows.steps': steps,
  };
  const named = Object.keys(questions).map((name, at) => [name, heads[at] as Head] as const);
  for (const [name, weights] of [['before', before] as const, ['after', after] as const, ...named])
    for (const [part, parameter] of Object.entries(weights)) {
      const { written, steps } = inSteps(parameter, MANY);
      tensors[`${name}.${part}`] = written;
      tensors[`${name}.${part}.steps`] = steps;
    }
  const answers = Object.entries(questions).map(([name, classes]) => [name, classes.join(' ')] as const);
  return writeTensors(tensors, { basis, ...Object.fromEntries(answers) });
}

/** Weights as whole steps, of which there are `most` either way, and the size of the steps of each row. */
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
