import type { Gru, Step } from '../../lib/fields/judging/gru.ts';
import type { Random } from '../../tests/citizen/random.ts';
import { Parameter } from './parameter.ts';
import { addBack } from './slopes.ts';

/** Weights of a {@link Gru} that are still being learnt. */
export type GruParameters = Record<keyof Gru, Parameter>;

/** One that reads so many numbers at a time and keeps so many. */
export function newGru(width: number, size: number, random: Random): GruParameters {
  const start = () => (2 * random.next() - 1) / Math.sqrt(size);
  return {
    input: new Parameter(3 * size, width, start),
    hidden: new Parameter(3 * size, size, start),
    bias: new Parameter(3 * size, 1, start),
  };
}

/** The weights as `read` takes them. */
export const asGru = ({ input, hidden, bias }: GruParameters): Gru => ({
  ...{ input: input.value, hidden: hidden.value, bias: bias.value },
});

/**
 * The way back of `read`: from slopes of what was kept after each thing to those of the weights, and of the things. `of`
 * and `all` are in the order of reading.
 */
export function readBack(
  { input, hidden, bias }: GruParameters,
  steps: readonly Step[],
  of: readonly Float32Array[],
  all: readonly Float32Array[],
  ofAll: readonly Float32Array[],
): void {
  const size = bias.value.length / 3;
  const nowhere = new Float32Array(3 * size);
  let ofKept = new Float32Array(size);
  for (let at = steps.length - 1; at >= 0; at--) {
    const { reset, update, candidate, recalled, before } = steps[at] as Step;
    const ofBefore = new Float32Array(size);
    const ofInputs = new Float32Array(3 * size);
    const ofHiddens = new Float32Array(3 * size);
    for (let unit = 0; unit < size; unit++) {
      const [opens, stays, is] = [reset[unit] ?? 0, update[unit] ?? 0, candidate[unit] ?? 0];
      const ofAfter = (of[at]?.[unit] ?? 0) + (ofKept[unit] ?? 0);
      ofBefore[unit] = ofAfter * stays;
      const ofCandidate = ofAfter * (1 - stays) * (1 - is * is);
      const ofUpdate = ofAfter * ((before[unit] ?? 0) - is) * stays * (1 - stays);
      const ofReset = ofCandidate * (recalled[unit] ?? 0) * opens * (1 - opens);
      ofInputs[unit] = ofHiddens[unit] = ofReset;
      ofInputs[size + unit] = ofHiddens[size + unit] = ofUpdate;
      ofInputs[2 * size + unit] = ofCandidate;
      ofHiddens[2 * size + unit] = ofCandidate * opens;
    }
    addBack(input, bias.slope, ofInputs, all[at] as Float32Array, ofAll[at] as Float32Array);
    addBack(hidden, nowhere, ofHiddens, before, ofBefore);
    ofKept = ofBefore;
  }
}
