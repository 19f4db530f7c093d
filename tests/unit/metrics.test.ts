import { describe, expect, it } from 'vitest';
import { openRoad, type Submission } from '../../lib/flow/index.ts';
import {
  clockOf,
  dayOf,
  overviewOf,
  shownSplit,
  spanOfDay,
  summariseDays,
  tallyOf,
  targetAt,
} from '../../lib/metrics/index.ts';

const at = (text: string) => Date.parse(`${text}+07:00`);
const blank = openRoad('8f7c1f9e-3a55-4b1f-9d0c-0a6f3b1c2d3e', 0, 'login', 'helper').submission;
const filed = (startedAt: number, minutes: number, more: Partial<Submission> = {}): Submission => ({
  ...blank,
  startedAt,
  outcome: 'submitted',
  elapsedMs: minutes * 60_000,
  activeMs: minutes * 30_000,
  ...more,
});

describe('the target', () => {
  it.each([
    ['2024-06-01T00:00:00', 8],
    ['2025-12-31T23:59:59', 8],
    ['2026-01-01T00:00:00', 5],
    ['2027-03-01T00:00:00', 5],
  ])('of %s is under %i minutes', (day, minutes) => expect(targetAt(at(day)).underMs).toBe(minutes * 60_000));
});

describe('the overview', () => {
  const day = at('2026-11-22T09:00:00');

  it('of nothing has no numbers, not zeros', () => {
    const { submissions, ...rest } = overviewOf([]);
    expect(submissions).toBe(0);
    expect(
      Object.entries(rest)
        .filter(([name]) => name !== 'timed')
        .every(([, value]) => value === null),
    ).toBe(true);
  });

  it('takes times of filed submissions only, confirmed or not', () => {
    const overview = overviewOf([
      filed(day, 4),
      filed(day + 1, 6, { outcome: 'submitted-unconfirmed' }),
      { ...blank, startedAt: day + 2, outcome: 'abandoned' },
      { ...blank, startedAt: day + 3 },
    ]);
    expect(overview).toMatchObject({
      submissions: 4,
      timed: 2,
      meanElapsed: 300_000,
      medianElapsed: 300_000,
      lastElapsed: 360_000,
      shareWithinTarget: 0.5,
    });
  });

  it('takes no time of one of which a person says that it was not filed', () => {
    const denied = filed(day, 4, {
      outcome: 'submitted-unconfirmed',
      endToEnd: { ...blank.endToEnd, 'filed-online': 'no' },
      autofill: { ...blank.autofill, expected: 4, byPortal: 1 },
    });
    expect(overviewOf([denied])).toMatchObject({ submissions: 1, timed: 0, meanElapsed: null });
    expect(overviewOf([denied])).toMatchObject({ autofillShare: null, endToEndShare: null });
  });

  it('takes one that was filed in a pause for filed, but not for timed', () => {
    const autofill = { ...blank.autofill, expected: 4, byPortal: 1 };
    const untimed = filed(day, 0, { elapsedMs: null, activeMs: null, autofill });
    expect(overviewOf([untimed, filed(day, 4)])).toMatchObject({
      timed: 1,
      meanElapsed: 240_000,
      medianElapsed: 240_000,
      lastElapsed: 240_000,
      shareWithinTarget: 1,
      autofillShare: 0.25,
    });
  });

  it('takes for the last one that which was filed last, whenever it began', () => {
    const began = filed(day, 60);
    expect(overviewOf([began, filed(day + 600_000, 4)]).lastElapsed).toBe(3_600_000);
  });

  it('takes for when one was filed what the machine’s clock said then, should that have been set on the way', () => {
    const hour = 3_600_000;
    const setBack = filed(day + 7 * hour, 30, { clockShiftMs: -7 * hour });
    expect(overviewOf([setBack, filed(day + hour, 4)]).lastElapsed).toBe(240_000);
    const setRight = filed(at('2025-01-01T00:05:00'), 7, { clockShiftMs: day - at('2025-01-01T00:05:00') });
    expect(overviewOf([setRight]).shareWithinTarget).toBe(0);
  });

  it('counts exactly the target as not under it', () => {
    expect(overviewOf([filed(day, 5)]).shareWithinTarget).toBe(0);
  });

  it('judges each by the year in which it ended', () => {
    expect(overviewOf([filed(at('2025-12-31T23:50:00'), 7), filed(day, 7)]).shareWithinTarget).toBe(0.5);
    expect(overviewOf([filed(at('2025-12-31T23:58:00'), 7)]).shareWithinTarget).toBe(0);
  });

  it('takes the middle of an odd number for the median, in whatever order they were filed', () => {
    expect(overviewOf([filed(day, 9), filed(day, 1), filed(day, 2)]).medianElapsed).toBe(120_000);
    const hours = (count: number) => day + count * 3_600_000;
    expect(overviewOf([filed(day, 9), filed(hours(1), 1), filed(hours(2), 2)]).medianElapsed).toBe(120_000);
  });

  it('takes for the mean of the active time that of those of which it was measured', () => {
    const active = [60_000, null, 120_000].map((activeMs) => filed(day, 3, { activeMs }));
    expect(overviewOf(active).meanActive).toBe(90_000);
  });

  it('takes four stars of five for satisfied and three not, of those that were rated', () => {
    const stars = [5, 4, 4, 3, 1, null].map((satisfaction) => filed(day, 1, { satisfaction }));
    expect(overviewOf(stars).satisfactionShare).toBe(0.6);
  });

  it('adds up fields for the share of autofill rather than averaging forms', () => {
    const autofill = (expected: number, byPortal: number) => ({
      autofill: { ...blank.autofill, expected, byPortal },
    });
    expect(overviewOf([filed(day, 1, autofill(1, 1)), filed(day, 1, autofill(3, 0))]).autofillShare).toBe(
      0.25,
    );
  });

  it('takes one no for decided and an unknown for undecided', () => {
    const answers = (first: 'yes' | 'no', rest: 'yes' | 'unknown') => ({
      endToEnd: Object.fromEntries(
        Object.keys(blank.endToEnd).map((name, index) => [name, index === 0 ? first : rest]),
      ) as Submission['endToEnd'],
    });
    const yes = answers('yes', 'yes');
    const no = [answers('no', 'unknown'), answers('no', 'yes')];
    const all = [yes, yes, ...no, answers('yes', 'unknown')];
    expect(overviewOf(all.map((more) => filed(day, 1, more))).endToEndShare).toBe(0.5);
  });
});

describe('days', () => {
  it('are days in Việt Nam', () => {
    expect(dayOf(Date.parse('2026-11-21T17:00:00Z'))).toBe('2026-11-22');
    expect(dayOf(Date.parse('2026-11-21T16:59:59Z'))).toBe('2026-11-21');
    const { from, until } = spanOfDay('2026-11-22');
    expect([from - 1, from, until - 1, until].map(dayOf)).toEqual([
      '2026-11-21',
      '2026-11-22',
      '2026-11-22',
      '2026-11-23',
    ]);
  });
  it('tell a time by the clock of Việt Nam to the millisecond', () => {
    expect(clockOf(Date.parse('2026-11-21T17:00:05.120Z'))).toBe('2026-11-22T00:00:05.120');
  });
  it('sum up what ended on them: times and fields of what was filed, and how many of the rest', () => {
    const day = at('2026-11-22T09:00:00');
    const fields = (expected: number, byPortal: number) => ({ ...blank.autofill, expected, byPortal });
    const ended: Submission[] = [
      filed(day, 4, { autofill: fields(7, 5) }),
      filed(day, 6, { autofill: fields(4, 1), activeMs: null }),
      filed(day, 9, { autofill: fields(2, 1), outcome: 'submitted-unconfirmed' }),
      filed(day, 0, { autofill: fields(1, 1), elapsedMs: null, activeMs: null, notSeen: ['paused'] }),
      filed(day, 30, { autofill: fields(50, 20), outcome: 'abandoned' }),
    ];
    expect(summariseDays(ended)).toEqual([
      {
        day: '2026-11-22',
        procedureCode: '',
        submissions: 5,
        submitted: 3,
        unconfirmed: 1,
        abandoned: 1,
        timed: 3,
        elapsedSumMs: 19 * 60_000,
        activeSumMs: 6.5 * 60_000,
        expected: 14,
        byPortal: 8,
      },
    ]);
  });
  it('are told at a glance by what began on them, with the mean of the times of what was filed', () => {
    const day = at('2026-11-22T00:00:00');
    const around = [
      filed(day - 1, 30),
      filed(day, 4),
      filed(day + 86_399_999, 9),
      filed(day + 86_400_000, 30),
    ];
    const untimed = filed(day, 0, { elapsedMs: null });
    expect(tallyOf([...around, untimed], at('2026-11-22T15:00:00'))).toEqual({
      submitted: 3,
      unconfirmed: 0,
      abandoned: 0,
      meanElapsedMs: 6.5 * 60_000,
    });
    expect(tallyOf([untimed], day).meanElapsedMs).toBeNull();
  });
  it('count what went on unseen as neither filed nor given up, in their sums and at a glance', () => {
    const day = at('2026-11-22T09:00:00');
    const over = { ...blank, startedAt: day, outcome: 'abandoned' as const };
    const both = [over, { ...over, notSeen: ['elsewhere'] }];
    expect(summariseDays(both)).toMatchObject([{ submissions: 2, submitted: 0, abandoned: 1 }]);
    expect(tallyOf(both, day)).toMatchObject({ submitted: 0, unconfirmed: 0, abandoned: 1 });
  });
  it('count as given up what a person says was not filed, though submit was clicked', () => {
    const day = at('2026-11-22T09:00:00');
    const unconfirmed = filed(day, 4, { outcome: 'submitted-unconfirmed' });
    const denied = { ...unconfirmed, endToEnd: { ...blank.endToEnd, 'filed-online': 'no' as const } };
    const both = [unconfirmed, denied];
    const counted = { submitted: 0, unconfirmed: 1, abandoned: 1 };
    expect(summariseDays(both)).toMatchObject([{ ...counted, elapsedSumMs: 240_000 }]);
    expect(tallyOf([unconfirmed, { ...denied, elapsedMs: 1_000 }], day)).toEqual({
      ...counted,
      meanElapsedMs: 240_000,
    });
  });
  it('count how many their sums of times are of: what was filed in a pause has none', () => {
    const day = at('2026-11-22T09:00:00');
    const paused = filed(day, 4, { elapsedMs: null, activeMs: null, notSeen: ['paused'] });
    expect(summariseDays([filed(day, 4), paused])).toMatchObject([
      { submitted: 2, timed: 1, elapsedSumMs: 240_000 },
    ]);
  });
  it('count a dossier once it has ended, whatever else of their day ends before it', () => {
    const day = at('2026-11-22T09:00:00');
    const open = { ...blank, startedAt: day, procedure: { code: '2.000635', name: '' } };
    expect(summariseDays([open])).toEqual([]);
    expect(summariseDays([open, filed(day, 1)])).toMatchObject([{ procedureCode: '', submissions: 1 }]);
  });
  it('keep procedures apart', () => {
    const day = at('2026-11-22T09:00:00');
    const other = { procedure: { code: '2.000635', name: '' } };
    expect(summariseDays([filed(day, 1), filed(day, 2), filed(day, 3, other)])).toMatchObject([
      { submissions: 2, elapsedSumMs: 180_000 },
      { procedureCode: '2.000635', elapsedSumMs: 180_000 },
    ]);
  });
});

describe('an elapsed time by who spent it', () => {
  const of = (elapsedMs: number | null, actingMs: number | null, waitingMs: number | null) =>
    shownSplit({ elapsedMs, actingMs, waitingMs });

  it('is told in whole seconds that sum to the whole as it is shown, no part a second off', () => {
    for (let acting = 0; acting < 3_000; acting += 173)
      for (let waiting = 0; waiting < 3_000; waiting += 191)
        for (let idle = 0; idle < 3_000; idle += 211) {
          const split = of(acting + waiting + idle, acting, waiting);
          const parts = [split?.acting ?? -1, split?.waiting ?? -1, split?.idle ?? -1];
          const whole = Math.floor((acting + waiting + idle) / 1_000) * 1_000;
          expect(parts.reduce((sum, part) => sum + part)).toBe(whole);
          for (const [index, exact] of [acting, waiting, idle].entries()) {
            const part = parts[index] ?? -1;
            expect(part % 1_000).toBe(0);
            expect(part).toBeGreaterThan(exact - 1_000);
            expect(part).toBeLessThan(exact + 1_000);
          }
        }
  });

  it('gives the second that is left to where most of one was cut off', () => {
    expect(of(10_000, 4_300, 5_400)).toEqual({ acting: 4_000, waiting: 6_000, idle: 0 });
    expect(of(10_000, 4_600, 5_400)).toEqual({ acting: 5_000, waiting: 5_000, idle: 0 });
  });

  it('takes nothing from what was measured where that overlaps, and tells nothing of what was not', () => {
    expect(of(10_000, 6_000, 5_000)).toEqual({ acting: 6_000, waiting: 5_000, idle: 0 });
    expect([of(null, 1, 1), of(1, null, 1), of(1, 1, null)]).toEqual([null, null, null]);
  });
});
