import { describe, expect, it } from 'vitest';
import { read } from '../../lib/fields/judging/gru.ts';
import { asGru, newGru, readBack } from '../../scripts/learning/gru.ts';
import { randomFrom } from '../citizen/random.ts';

const WIDTH = 3;
const SIZE = 2;

describe('a gated recurrent unit', () => {
  const random = randomFrom(5);
  const numbers = (size: number) => Float32Array.from({ length: size }, () => 2 * random.next() - 1);
  const gru = newGru(WIDTH, SIZE, random);
  const all = [numbers(WIDTH), numbers(WIDTH), numbers(WIDTH)];
  /** How much each of what it keeps is worth. */
  const worth = all.map(() => numbers(SIZE));
  const loss = () =>
    read(asGru(gru), all).reduce(
      (sum, { after }, at) => sum + after.reduce((part, it, unit) => part + it * (worth[at]?.[unit] ?? 0), 0),
      0,
    );
  /** How the loss grows with a number, by growing it a little. */
  const slopeAt = (of: Float32Array, place: number) => {
    const was = of[place] ?? 0;
    const little = 1e-2;
    of[place] = was + little;
    const more = loss();
    of[place] = was - little;
    const less = loss();
    of[place] = was;
    return (more - less) / (2 * little);
  };

  it('keeps what is early to the last', () => {
    const [first = new Float32Array(), ...others] = all;
    const last = (start: Float32Array) => read(asGru(gru), [start, ...others]).at(-1)?.after;
    expect(last(first)).not.toEqual(last(numbers(WIDTH)));
  });

  it('is learnt down the slopes that small changes show', () => {
    const ofAll = all.map(() => new Float32Array(WIDTH));
    readBack(gru, read(asGru(gru), all), worth, all, ofAll);
    for (const { value, slope } of Object.values(gru))
      for (const place of value.keys()) expect(slope[place]).toBeCloseTo(slopeAt(value, place), 3);
    for (const [at, it] of all.entries())
      for (const place of it.keys()) expect(ofAll[at]?.[place]).toBeCloseTo(slopeAt(it, place), 3);
  });
});
