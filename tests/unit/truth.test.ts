import { describe, expect, it } from 'vitest';
import { activeMs, visibleStretches } from '../citizen/active.ts';
import type { Walked } from '../citizen/citizen.ts';
import { truthOf } from '../citizen/truth.ts';
import type { Entry, FinalField, Told } from '../portal/wire.ts';

const at = (time: number, told: Told): Entry => ({ ...told, at: time, session: 's', doc: 'd' });
const acts = (...times: number[]) => at(times[0] ?? 0, { type: 'acts', times });
const hidden = (time: number) => at(time, { type: 'visibility', hidden: true });
const visible = (time: number) => at(time, { type: 'visibility', hidden: false });
const page = (began: number, path = '/') => at(began + 90, { type: 'page-shown', path, began });
const filled: FinalField = { empty: false, locked: false, visible: true };

function walk(fields: Walked['fields'] = {}, outcome: Walked['outcome'] = 'submitted'): Walked {
  return { fields, corrections: {}, typedValues: [], outcome };
}

describe('active time', () => {
  it('is all of the time while someone acts', () => {
    expect(activeMs([acts(1_000, 30_000, 80_000)], 0, 100_000)).toBe(100_000);
  });

  it('leaves out a gap of exactly 60 s, and keeps one of a millisecond less', () => {
    expect(activeMs([acts(10_000)], 0, 70_000)).toBe(10_000);
    expect(activeMs([acts(10_001)], 0, 70_000)).toBe(70_000);
  });

  it('takes start and end as marks', () => {
    expect(activeMs([], 0, 59_999)).toBe(59_999);
    expect(activeMs([], 0, 60_000)).toBe(0);
  });

  it('does not look at acts before the start or after the end', () => {
    expect(activeMs([acts(10_000, 50_000, 130_000)], 40_000, 109_999)).toBe(69_999);
    expect(activeMs([acts(10_000, 50_000, 130_000)], 40_000, 110_000)).toBe(10_000);
  });

  it('leaves out the hidden stretch, and counts up to the hiding', () => {
    const entries = [acts(1_000, 5_000), hidden(8_000), visible(20_000), acts(25_000)];
    expect(activeMs(entries, 0, 30_000)).toBe(18_000);
  });

  it('does not count up to the hiding when the last mark is 60 s back', () => {
    expect(activeMs([acts(5_000), hidden(65_000), visible(70_000)], 0, 75_000)).toBe(10_000);
  });

  it('takes the return as a mark, and never joins a gap over a hidden stretch', () => {
    // 40 s before the hiding and 50 s after the return are two gaps, not one of 90 s.
    expect(activeMs([acts(10_000), hidden(50_000), visible(55_000)], 0, 105_000)).toBe(100_000);
  });

  it('adds several hidden stretches and acts that arrive out of order', () => {
    const entries = [
      acts(30_000),
      acts(2_000),
      visible(9_000),
      hidden(4_000),
      hidden(31_000),
      visible(33_000),
    ];
    expect(activeMs(entries, 0, 40_000)).toBe(33_000);
  });

  it('knows a page that was hidden at the start or still is at the end', () => {
    expect(visibleStretches([hidden(-5), visible(10)], 0, 100)).toEqual([[10, 100]]);
    expect(visibleStretches([hidden(60)], 0, 100)).toEqual([[0, 60]]);
    expect(visibleStretches([hidden(-9), visible(-5)], 0, 100)).toEqual([[0, 100]]);
    expect(visibleStretches([hidden(-5)], 0, 100)).toEqual([]);
    expect(visibleStretches([hidden(20), hidden(30), visible(40), visible(50)], 0, 100)).toEqual([
      [0, 20],
      [40, 100],
    ]);
  });
});

describe('the clock', () => {
  const login = [
    page(0),
    at(400, { type: 'login-clicked', via: 'header' }),
    at(9_000, { type: 'login-granted' }),
    page(9_010),
    at(9_500, { type: 'login-shown' }),
  ];
  const end = [at(50_000, { type: 'submit-clicked' }), at(51_000, { type: 'result-shown' })];

  it('starts when the portal shows who has logged in', () => {
    const truth = truthOf([...login, ...end], walk());
    expect(truth).toMatchObject({
      startedBy: 'login',
      startAt: 9_500,
      submittedAt: 51_000,
      elapsedMs: 41_500,
    });
  });

  it('starts with the first page of someone who was logged in already', () => {
    const shown = at(600, { type: 'login-shown' });
    const truth = truthOf([page(100), shown, page(5_000), ...end], walk());
    expect(truth).toMatchObject({
      startedBy: 'first-page',
      startAt: 100,
      loginCompletedAt: null,
      elapsedMs: 50_900,
    });
  });

  it('does not take an older login-shown for the login, nor a later one', () => {
    const early = at(300, { type: 'login-shown' });
    const late = at(20_000, { type: 'login-shown' });
    expect(truthOf([early, ...login, late, ...end], walk()).loginCompletedAt).toBe(9_500);
  });

  it('ends with the first result screen, whatever comes after', () => {
    const after = [
      at(70_000, { type: 'submit-clicked' }),
      at(71_000, { type: 'result-shown' }),
      page(80_000),
    ];
    const truth = truthOf([...login, ...end, ...after], walk());
    expect(truth).toMatchObject({ submittedAt: 51_000, submitClicks: [50_000] });
  });

  it('does not end where nothing was submitted', () => {
    const truth = truthOf(login, walk({}, 'abandoned'));
    expect(truth).toMatchObject({ submittedAt: null, elapsedMs: null, activeMs: null, fields: {} });
  });

  it('refuses a walk that the log contradicts', () => {
    expect(() => truthOf(login, walk())).toThrow('saw no result');
    expect(() => truthOf([...login, ...end], walk({}, 'abandoned'))).toThrow('saw a result');
  });

  it('counts rejections, and lets a later click replace an earlier one', () => {
    const rejected = [
      at(30_000, { type: 'submit-clicked' }),
      at(30_100, { type: 'submit-invalid' }),
      at(35_000, { type: 'submit-clicked' }),
      at(36_000, { type: 'submit-rejected' }),
      at(40_000, { type: 'submit-clicked' }),
      at(41_000, { type: 'submit-rejected' }),
    ];
    const truth = truthOf([...login, ...rejected, ...end], walk());
    expect(truth.rejections).toBe(2);
    expect(truth.submitClicks).toEqual([30_000, 35_000, 40_000, 50_000]);
    expect(truth.milestones).toEqual([
      { name: 'portal-opened', at: 0 },
      { name: 'login-started', at: 400 },
      { name: 'login-completed', at: 9_500 },
      { name: 'submit-rejected', at: 36_000 },
      { name: 'submit-clicked', at: 50_000 },
      { name: 'submitted', at: 51_000 },
    ]);
  });

  it('has no submit where every press was taken back', () => {
    const takenBack = [at(30_000, { type: 'submit-clicked' }), at(30_020, { type: 'submit-withdrawn' })];
    const names = (more: Entry[]) =>
      truthOf([...login, ...takenBack, ...more], walk({}, 'abandoned')).milestones.map(({ name }) => name);
    expect(names([])).not.toContain('submit-clicked');
    expect(names([at(31_000, { type: 'submit-clicked' })])).toContain('submit-clicked');
  });

  it('has the milestones of the way in order, each the first time', () => {
    const road = [
      at(12_000, { type: 'agency-chosen', box: 'province', complete: false }),
      at(11_000, { type: 'procedure-shown', code: '1.000656' }),
      at(13_000, { type: 'agency-chosen', box: 'ward', complete: true }),
      at(15_000, { type: 'form-shown' }),
      at(16_000, { type: 'first-input' }),
      at(20_000, { type: 'form-shown' }),
      at(21_000, { type: 'first-input' }),
      at(30_000, { type: 'documents-acted' }),
    ];
    const { milestones } = truthOf([...login, ...road, ...end], walk());
    expect(milestones.slice(3, -2)).toEqual([
      { name: 'procedure-opened', at: 11_000 },
      { name: 'agency-chosen', at: 13_000 },
      { name: 'form-opened', at: 15_000 },
      { name: 'first-input', at: 16_000 },
      { name: 'documents-opened', at: 30_000 },
    ]);
  });
});

describe('fill states', () => {
  const shown = (name: string, time = 10_000) => at(time, { type: 'question-shown', name });
  const written = (type: 'prefilled' | 'copied', time: number, name: string) =>
    at(time, { type, names: [name] });
  const looked = (time: number, ...names: string[]) =>
    at(time, { type: 'lookup-answered', subject: 'deceased', names });

  function stateOf(entries: Entry[], final: FinalField = filled, hand?: Walked['fields'][string]) {
    const road = [
      page(0),
      at(10_000, { type: 'form-shown' }),
      ...entries,
      at(50_000, { type: 'submit-clicked' }),
      at(50_000, { type: 'final', fields: { name__17: final } }),
      at(51_000, { type: 'result-shown' }),
    ];
    return truthOf(road, walk(hand ? { name: hand } : {})).fields.name;
  }

  it('is on load before the first act, however late', () => {
    expect(stateOf([shown('name__17'), written('prefilled', 19_000, 'name__17'), acts(20_000)])?.state).toBe(
      'portal-on-load',
    );
  });

  it('is on load within 5 s of the appearing, though someone acts', () => {
    const act = acts(10_500);
    expect(stateOf([shown('name__17'), act, written('prefilled', 15_000, 'name__17')])?.state).toBe(
      'portal-on-load',
    );
    expect(stateOf([shown('name__17'), act, written('prefilled', 15_001, 'name__17')])?.state).toBe(
      'portal-late',
    );
  });

  it('is not late because of acts on the way to the form', () => {
    expect(stateOf([acts(2_000), shown('name__17'), written('prefilled', 17_000, 'name__17')])?.state).toBe(
      'portal-on-load',
    );
  });

  it('is by look-up, also for a question that the look-up made appear', () => {
    expect(stateOf([looked(30_000, 'name__17'), shown('name__17', 30_010)])?.state).toBe('portal-on-lookup');
  });

  it('is the hand’s, even where the portal wrote too', () => {
    expect(
      stateOf([shown('name__17'), written('prefilled', 10_100, 'name__17')], filled, 'typed')?.state,
    ).toBe('typed');
    expect(stateOf([shown('name__17'), looked(20_000, 'name__17')], filled, 'chosen')?.state).toBe('chosen');
  });

  it('is empty when nothing stands there at the end, whoever wrote', () => {
    const empty = { empty: true, locked: false, visible: true };
    expect(stateOf([shown('name__17')], empty, 'untouched')?.state).toBe('empty');
    expect(stateOf([shown('name__17')], empty, 'typed')?.state).toBe('empty');
  });

  it('is late when copied', () => {
    expect(stateOf([shown('name__17'), acts(11_000), written('copied', 30_000, 'name__17')])?.state).toBe(
      'portal-late',
    );
  });

  it('knows the lock, and leaves out what never appeared', () => {
    const locked = { empty: false, locked: true, visible: true };
    expect(stateOf([shown('name__17'), written('prefilled', 10_100, 'name__17')], locked)).toEqual({
      state: 'portal-on-load',
      locked: true,
      visible: true,
    });
    expect(stateOf([], { empty: true, locked: false, visible: false })).toBeUndefined();
  });

  it('takes the state at the last submit', () => {
    const early = at(40_000, {
      type: 'final',
      fields: { name__17: { empty: true, locked: false, visible: true } },
    });
    expect(stateOf([shown('name__17'), early], filled, 'typed')?.state).toBe('typed');
  });

  it('refuses a value that came from nowhere', () => {
    expect(() => stateOf([shown('name__17')])).toThrow('neither the citizen nor the portal');
  });
});
