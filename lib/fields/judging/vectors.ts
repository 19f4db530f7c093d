/** The number at a place that is there. */
export const at = (numbers: Float32Array, place: number) => numbers[place] as number;

/** What comes to `bias` by rows of weights, each over all of `input`. Where that is nought it is passed over. */
export function added(bias: Float32Array, rows: Float32Array, input: Float32Array): Float32Array {
  const sums = bias.slice();
  const size = input.length;
  const places = new Uint16Array(size);
  let some = 0;
  for (let part = 0; part < size; part++) if (input[part] !== 0) places[some++] = part;
  for (let row = 0; row < sums.length; row++) {
    const start = row * size;
    let sum = at(sums, row);
    for (let one = 0; one < some; one++) {
      const part = places[one] as number;
      sum += at(rows, start + part) * at(input, part);
    }
    sums[row] = sum;
  }
  return sums;
}
