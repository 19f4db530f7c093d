/** The number at a place that is there. */
export const at = (numbers: Float32Array, place: number) => numbers[place] as number;

/**
 * What comes to `bias` by rows of weights, each over all of `input`. Where that is nought it is passed over. Four rows are
 * gone through at a time, whose sums need not wait for each other.
 */
export function added(bias: Float32Array, rows: Float32Array, input: Float32Array): Float32Array {
  const sums = bias.slice();
  const size = input.length;
  const places = new Uint16Array(size);
  let some = 0;
  for (let part = 0; part < size; part++) if (input[part] !== 0) places[some++] = part;
  let row = 0;
  for (; row + 3 < sums.length; row += 4) {
    const start = row * size;
    let [one, two, three, four] = [at(sums, row), at(sums, row + 1), at(sums, row + 2), at(sums, row + 3)];
    for (let place = 0; place < some; place++) {
      const part = places[place] as number;
      const it = at(input, part);
      one += at(rows, start + part) * it;
      two += at(rows, start + size + part) * it;
      three += at(rows, start + 2 * size + part) * it;
      four += at(rows, start + 3 * size + part) * it;
    }
    sums[row] = one;
    sums[row + 1] = two;
    sums[row + 2] = three;
    sums[row + 3] = four;
  }
  for (; row < sums.length; row++) {
    let sum = at(sums, row);
    for (let place = 0; place < some; place++) {
      const part = places[place] as number;
      sum += at(rows, row * size + part) * at(input, part);
    }
    sums[row] = sum;
  }
  return sums;
}
