import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeYoung } from '../../entrypoints/companion/young.ts';
import type { FieldFacts } from '../../lib/fields/index.ts';
import { field } from '../fixtures/field.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const view = (...fields: FieldFacts[]) => ({ road: null, step: null, fields });
const first = field({ key: 'national/1/a' });
const next = field({ key: 'national/1/b' });

it('a field is young for five seconds of its own, and a look is asked for when they are over', () => {
  const ask = vi.fn();
  const young = makeYoung(ask, new AbortController().signal);
  expect([...young(view(first))]).toEqual([first.key]);
  vi.advanceTimersByTime(5_000);
  expect(ask).toHaveBeenCalledOnce();
  expect(young(view(first)).size).toBe(0);
  vi.advanceTimersByTime(60_000);
  // A later step of the same form: what it shows has only come.
  const later = view({ ...first, visible: false }, next);
  expect([...young(later)]).toEqual([next.key]);
  vi.advanceTimersByTime(4_999);
  expect(young(later).size).toBe(1);
  vi.advanceTimersByTime(1);
  expect(ask).toHaveBeenCalledTimes(2);
  expect(young(later).size).toBe(0);
});

it('what is told of the same fields stays the same', () => {
  const young = makeYoung(() => {}, new AbortController().signal);
  const told = young(view(first));
  vi.advanceTimersByTime(1_000);
  expect(young(view({ ...first, focusCount: 1 }))).toBe(told);
});

it('asks for no look after its end', () => {
  const ask = vi.fn();
  const life = new AbortController();
  makeYoung(ask, life.signal)(view(first));
  life.abort();
  vi.advanceTimersByTime(10_000);
  expect(ask).not.toHaveBeenCalled();
});

it('no field is young for longer where the machine’s clock is set back', () => {
  const young = makeYoung(() => {}, new AbortController().signal);
  young(view(first));
  vi.setSystemTime(Date.now() - 3_600_000);
  vi.advanceTimersByTime(5_000);
  expect(young(view(first)).size).toBe(0);
});
