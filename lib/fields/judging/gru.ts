import { added, at } from './vectors.ts';

/**
 * Weights of a gated recurrent unit (Cho et al. 2014, in the form of cuDNN), which reads one thing after another and keeps
 * what matters of them. Rows of the reset gate, of the update gate and of the candidate, each as many as it keeps numbers.
 */
export interface Gru {
  input: Float32Array;
  hidden: Float32Array;
  bias: Float32Array;
}

/** How it came from one thing to the next; what it learns by goes back the same way. */
export interface Step {
  reset: Float32Array;
  update: Float32Array;
  candidate: Float32Array;
  /** What the candidate had of before, but for the reset gate. */
  recalled: Float32Array;
  before: Float32Array;
  after: Float32Array;
}

/** What it keeps after each of these, which it reads in their order. */
export function read({ input, hidden, bias }: Gru, all: readonly Float32Array[]): Step[] {
  const size = bias.length / 3;
  const nothing = new Float32Array(bias.length);
  let before: Float32Array = new Float32Array(size);
  return all.map((it) => {
    const ofInput = added(bias, input, it);
    const ofHidden = added(nothing, hidden, before);
    const parts = { reset: noughts(), update: noughts(), candidate: noughts() };
    const recalled = ofHidden.subarray(2 * size);
    const after = noughts();
    for (let unit = 0; unit < size; unit++) {
      const reset = sigmoid(at(ofInput, unit) + at(ofHidden, unit));
      const update = sigmoid(at(ofInput, size + unit) + at(ofHidden, size + unit));
      const candidate = Math.tanh(at(ofInput, 2 * size + unit) + reset * at(recalled, unit));
      parts.reset[unit] = reset;
      parts.update[unit] = update;
      parts.candidate[unit] = candidate;
      after[unit] = update * at(before, unit) + (1 - update) * candidate;
    }
    const step = { ...parts, recalled, before, after };
    before = after;
    return step;
  });

  function noughts() {
    return new Float32Array(size);
  }
}

const sigmoid = (it: number) => 1 / (1 + Math.exp(-it));
