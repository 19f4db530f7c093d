const FIRST = 0.9;
const SECOND = 0.999;
const LEAST = 1e-8;

/** Weights that are moved down the slope of a loss, by the rule called Adam. */
export class Parameter {
  readonly value: Float32Array;
  /** How many of them make a row, which has a say together. */
  readonly width: number;
  /** How the loss grows with each weight: added up by whoever learns, forgotten with each step. */
  readonly slope: Float32Array;
  readonly #first: Float32Array;
  readonly #second: Float32Array;
  readonly #mean: Float32Array;

  constructor(rows: number, width: number, start: () => number) {
    const size = rows * width;
    this.width = width;
    this.value = Float32Array.from({ length: size }, start);
    this.slope = new Float32Array(size);
    this.#first = new Float32Array(size);
    this.#second = new Float32Array(size);
    this.#mean = new Float32Array(size);
  }

  /** Moves some of the weights, or all; `times` is how often any have been moved, this time included. */
  step(rate: number, times: number, from = 0, to = this.value.length): void {
    const { value, slope } = this;
    const [first, second] = [this.#first, this.#second];
    const sure = (rate * Math.sqrt(1 - SECOND ** times)) / (1 - FIRST ** times);
    for (let at = from; at < to; at++) {
      const down = slope[at] ?? 0;
      const mean = FIRST * (first[at] ?? 0) + (1 - FIRST) * down;
      const square = SECOND * (second[at] ?? 0) + (1 - SECOND) * down * down;
      first[at] = mean;
      second[at] = square;
      value[at] = (value[at] ?? 0) - (sure * mean) / (Math.sqrt(square) + LEAST);
      slope[at] = 0;
    }
  }

  /** Takes the weights as they are now into their mean, as the so-manieth. */
  average(count: number): void {
    const [value, mean] = [this.value, this.#mean];
    for (let at = 0; at < mean.length; at++)
      mean[at] = (mean[at] ?? 0) + ((value[at] ?? 0) - (mean[at] ?? 0)) / count;
  }

  /** Has the weights be their mean from now on. */
  settle(): void {
    this.value.set(this.#mean);
  }
}
