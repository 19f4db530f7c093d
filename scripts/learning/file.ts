import { join } from 'node:path';
import { NOUGHT } from '../../lib/fields/judging/learnt.ts';
import type { Network } from './network.ts';
import { writeTensors } from './tensors.ts';

/** Where what was learnt lies: the extension carries it. */
export const learntFile = join(
  import.meta.dirname,
  ...['..', '..', 'lib', 'fields', 'judging', 'learnt.safetensors'],
);

/** As many steps as four bits hold either way. */
const MOST = NOUGHT - 1;

/**
 * The file that `Learnt` reads: what was learnt of `signs`, in their order, and of questions with their answers. A sign's
 * weights are written in whole steps of a size of its own, two to a byte.
 */
export function fileOf(
  { rows, heads }: Network,
  signs: readonly string[],
  questions: Record<string, readonly string[]>,
  basis: string,
): Uint8Array {
  const width = rows.value.length / signs.length;
  const steps = new Float32Array(signs.length);
  const written = new Int8Array(rows.value.length);
  for (const place of signs.keys()) {
    const row = rows.value.subarray(place * width, (place + 1) * width);
    const step = row.reduce((most, it) => Math.max(most, Math.abs(it)), 0) / MOST || 1;
    steps[place] = step;
    written.set(
      row.map((it) => Math.round(it / step)),
      place * width,
    );
  }
  const tensors = Object.keys(questions).flatMap((name, at) => {
    const { field, section, form, bias, out, outBias } = heads[at] as Network['heads'][number];
    const parts = { field, section, form, bias, out, 'out-bias': outBias };
    return Object.entries(parts).map(([part, { value }]) => [`${name}.${part}`, value] as const);
  });
  const answers = Object.entries(questions).map(([name, classes]) => [name, classes.join(' ')] as const);
  return writeTensors(
    {
      signs: new TextEncoder().encode(signs.join('\n')),
      steps,
      rows: packed(written),
      ...Object.fromEntries(tensors),
    },
    { basis, ...Object.fromEntries(answers) },
  );
}

/** Steps two by two in a byte each, the first in its lower half. */
function packed(steps: Int8Array): Uint8Array {
  const at = (place: number) => (steps[place] ?? 0) + NOUGHT;
  return Uint8Array.from({ length: steps.length / 2 }, (_, pair) => at(2 * pair) | (at(2 * pair + 1) << 4));
}
