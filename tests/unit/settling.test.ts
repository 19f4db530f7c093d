import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeSettling } from '../../entrypoints/companion/guide/settling.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('takes a form for whole once no field was added for a while, and says when', () => {
  const changed = vi.fn();
  const life = new AbortController();
  const settling = makeSettling(changed, life.signal);
  expect(settling(0)).toBe(false);
  expect(settling(3)).toBe(true);
  vi.advanceTimersByTime(1_000);
  expect(settling(12)).toBe(true);
  vi.advanceTimersByTime(1_000);
  expect(settling(12)).toBe(true);
  expect(changed).not.toHaveBeenCalled();
  vi.advanceTimersByTime(300);
  expect(changed).toHaveBeenCalledOnce();
  expect(settling(12)).toBe(false);
});

it('does not call a form young again for a question that an answer brought', () => {
  const settling = makeSettling(() => {}, new AbortController().signal);
  settling(12);
  vi.advanceTimersByTime(6_000);
  expect(settling(14)).toBe(false);
  // Another form on the same page begins anew.
  settling(0);
  expect(settling(5)).toBe(true);
});
