import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPulse } from '../../lib/watch/pulse.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { hidden: false });
  // The page has been there for a while.
  vi.advanceTimersByTime(1_000);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A pulse whose looks take so many ms, and when it looked. */
function stage(cost: number) {
  const looks: number[] = [];
  const from = performance.now();
  const ended = new AbortController();
  const pulse = createPulse(
    () => {
      looks.push(performance.now() - from);
      vi.advanceTimersByTime(cost);
    },
    [60, 500],
    ended.signal,
  );
  return { pulse, looks, ended };
}

it('looks soon after the first change, and takes in what comes meanwhile', () => {
  const { pulse, looks } = stage(0);
  for (let times = 0; times < 3; times++) pulse.soon();
  vi.advanceTimersByTime(1_000);
  expect(looks).toEqual([16]);
});

it('looks again the more rarely the dearer a look is, within bounds', () => {
  const gapAfter = (cost: number, share?: number) => {
    const { pulse, looks } = stage(cost);
    for (let times = 0; times < 2; times++) {
      pulse.soon(share);
      vi.runAllTimers();
    }
    return (looks[1] ?? 0) - (looks[0] ?? 0) - cost;
  };
  expect(gapAfter(1)).toBe(60);
  expect(gapAfter(10)).toBe(120);
  expect(gapAfter(100)).toBe(500);
  expect(gapAfter(1, 100)).toBe(100);
});

it('looks earlier where somebody cannot wait as long as who asked before', () => {
  const { pulse, looks } = stage(10);
  pulse.soon();
  vi.advanceTimersByTime(16);
  pulse.soon(40);
  pulse.soon();
  pulse.soon(40);
  vi.advanceTimersByTime(1_000);
  expect(looks).toEqual([16, 16 + 10 + 120]);
});

it('looks no more once it has ended', () => {
  const { pulse, looks, ended } = stage(0);
  pulse.soon();
  ended.abort();
  vi.advanceTimersByTime(1_000);
  expect(looks).toEqual([]);
});
