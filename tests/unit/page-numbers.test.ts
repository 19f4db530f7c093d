import { expect, it, vi } from 'vitest';
import { common, stepName } from '../../components/common.ts';
import { lastTimed, within } from '../../components/last-timed.ts';
import {
  formatClock,
  formatDuration,
  formatPercent,
  type Language,
  translator,
} from '../../lib/i18n/index.ts';
import { overviewOf } from '../../lib/metrics/index.ts';
import { NOW, submissions } from '../fixtures/submissions.ts';

it.each([0, 1, 5, 60])('speaks of the same last submission as the overview does, of %d', (count) => {
  const list = submissions(count);
  for (const order of [list, list.toReversed()]) {
    expect(lastTimed(order)?.elapsedMs ?? null).toBe(overviewOf(order).lastElapsed);
  }
});

it('takes for the last one that which was filed last, of two that went on side by side', () => {
  const [quick, slow] = submissions(2);
  if (!quick || !slow) throw new Error('the fixture is too short');
  const long = { ...slow, startedAt: quick.startedAt - 600_000, elapsedMs: 3_600_000 };
  expect(lastTimed([quick, long])?.id).toBe(long.id);
});

it('does not take one for the last because the clock went hours before when it began', () => {
  const [late, early] = submissions(2);
  if (!late || !early) throw new Error('the fixture is too short');
  const ahead = late.startedAt - early.startedAt + 7_200_000;
  const wrong = { ...early, startedAt: early.startedAt + ahead, clockShiftMs: -ahead };
  expect(lastTimed([late, wrong])?.id).toBe(late.id);
  expect(overviewOf([late, wrong]).lastElapsed).toBe(late.elapsedMs);
});

it('passes over abandoned submissions to the last one with a time', () => {
  const [, , , , abandoned, ...older] = submissions(8);
  if (!abandoned) throw new Error('the fixture is too short');
  expect(abandoned.outcome).toBe('abandoned');
  expect(lastTimed([abandoned, ...older])?.id).toBe(older[0]?.id);
});

it('takes the last 30 days only', () => {
  const list = submissions(60);
  const recent = within(list, 30, NOW);
  expect(recent.length).toBeGreaterThan(0);
  expect(recent.length).toBeLessThan(list.length);
  expect(recent.every((it) => it.startedAt > NOW - 30 * 86_400_000)).toBe(true);
});

it('says the same time as a clock and in words', () => {
  expect(formatClock(80_600)).toBe('1:20');
  expect(formatDuration(80_600, 'vi')).toBe('1 phút 20 giây');
});

it.each([
  [0, '0 %'],
  [0.29, '29 %'],
  [0.946, '94 %'],
  [0.9499, '94 %'],
  [0.99, '99 %'],
  [0.995, '99,5 %'],
  [0.9996, '99,9 %'],
  [1, '100 %'],
])('writes a share of %d as %s, never over a mark that it has not reached', (share, words) =>
  expect(formatPercent(share, 'vi')).toBe(words),
);

it("names a step by its profile's label, by its own words in English, and by its id at the worst", () => {
  const declare = { id: 'national/declare', label: 'Kê khai và nộp' };
  expect(stepName(declare, translator(common, 'vi'), 'vi')).toBe('Kê khai và nộp');
  expect(stepName(declare, translator(common, 'en'), 'en')).toBe('Declaration');
  expect(stepName({ id: 'x/unheard-of', label: '' }, translator(common, 'vi'), 'vi')).toBe('x/unheard-of');
});

it('a number that every language writes alike is written without the words of a locale', () => {
  const said = (count: number, language: Language) =>
    translator({ vi: { n: '{count}' }, en: { n: '{count}' } }, language)('n', { count });
  const asked = vi.spyOn(Intl, 'NumberFormat');
  expect([0, 7, 999, -3].map((it) => said(it, 'vi'))).toEqual(['0', '7', '999', '-3']);
  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
  expect([said(1_200, 'vi'), said(0.5, 'vi'), said(1_200, 'en')]).toEqual(['1.200', '0,5', '1,200']);
});
