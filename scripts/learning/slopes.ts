import type { Parameter } from './parameter.ts';

/**
 * The way back of `added` (lib/fields/judging/vectors.ts): from slopes of its sums to those of its start, of its weights
 * and of its input.
 */
export function addBack(
  { value, slope: ofWeights }: Parameter,
  ofStart: Float32Array,
  ofSums: Float32Array,
  input: Float32Array,
  ofInput: Float32Array,
): void {
  const size = input.length;
  for (let row = 0; row < ofSums.length; row++) {
    const slope = ofSums[row] ?? 0;
    if (slope === 0) continue;
    ofStart[row] = (ofStart[row] ?? 0) + slope;
    for (let part = 0; part < size; part++) {
      const at = row * size + part;
      ofWeights[at] = (ofWeights[at] ?? 0) + slope * (input[part] ?? 0);
      ofInput[part] = (ofInput[part] ?? 0) + slope * (value[at] ?? 0);
    }
  }
}
