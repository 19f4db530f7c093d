import { describe, expect, it } from 'vitest';
import {
  earlierBy,
  type FlowEvent,
  IDLE_MS,
  nextRoad,
  openRoad,
  type Road,
  reduce,
  SILENCE_MS,
  type Source,
  sweep,
  takeBackEnd,
  takeBackSubmit,
  UNCONFIRMED_MS,
  wasPaused,
  wentUnseen,
} from '../../lib/flow/index.ts';
import { submissionSchema } from '../../lib/storage/schema.ts';

const T0 = 1_795_000_000_000;
const ID = '8f7c1f9e-3a55-4b1f-9d0c-0a6f3b1c2d3e';
const open = () => openRoad(ID, T0, 'first-page', 'helper');
const run = (road: Road, ...events: FlowEvent[]) => events.reduce((it, event) => reduce(it, event), road);
const page = (at: number): FlowEvent => ({ type: 'page', at, portal: 'national', hidden: false });
const passed = (name: Extract<FlowEvent, { type: 'milestone' }>['name'], at: number): FlowEvent => ({
  type: 'milestone',
  at,
  name,
  evidence: 'national/test',
});
const active = (from: number, to = from): FlowEvent => ({ type: 'active', from, to });
const ended = (
  at: number,
  reason: Extract<FlowEvent, { type: 'ended' }>['reason'] = 'tab-closed',
): FlowEvent => ({
  type: 'ended',
  at,
  reason,
});
const frame: Source = { tab: 0, top: false, pageAt: null };

describe('the clock', () => {
  it('starts at the login and ends with the result', () => {
    const road = run(
      open(),
      page(T0),
      passed('login-started', T0 + 1_000),
      { type: 'login-seen', at: T0 + 9_000, evidence: 'x', fromLogin: false },
      passed('form-opened', T0 + 20_000),
      passed('submit-clicked', T0 + 100_000),
      passed('submitted', T0 + 101_500),
    );
    expect(road.submission).toMatchObject({
      outcome: 'submitted',
      startedBy: 'login',
      startedAt: T0 + 9_000,
      elapsedMs: 92_500,
    });
  });

  it('starts with the first page for someone who is logged in already', () => {
    const road = run(
      open(),
      { type: 'login-seen', at: T0 + 500, evidence: 'x', fromLogin: false },
      passed('form-opened', T0 + 5_000),
      passed('submitted', T0 + 65_000),
    );
    expect(road.submission).toMatchObject({ startedBy: 'first-page', elapsedMs: 65_000 });
    expect(road.submission.milestones['login-completed']).toBeUndefined();
  });

  it('takes a document that came straight from the login host for a completed login', () => {
    const road = run(open(), { type: 'login-seen', at: T0 + 700, evidence: 'x', fromLogin: true });
    expect(road.submission).toMatchObject({ startedBy: 'login', startedAt: T0 + 700 });
  });

  it('has measured nothing where the machine’s time was set back unseen, and the end stands before the start', () => {
    const road = run(
      open(),
      page(T0 + 100),
      { type: 'login-seen', at: T0 + 9_000, evidence: 'x', fromLogin: true },
      { type: 'step', at: T0 + 10_000, id: 'national/declare', label: 'Khai' },
      passed('form-opened', T0 + 20_000),
      { type: 'wait', from: T0 + 20_000, to: T0 + 21_000, what: 'load', failed: false },
      passed('submit-clicked', T0 + 60_000),
      page(T0 - 300_000),
      passed('submitted', T0 - 299_000),
    );
    const unmeasured = { elapsedMs: null, activeMs: null, actingMs: null, waitingMs: null };
    expect(road.submission).toMatchObject({ outcome: 'submitted', startedAt: T0 + 9_000, ...unmeasured });
    expect(submissionSchema.safeParse(road.submission).error?.issues ?? []).toEqual([]);
  });

  it('starts with the page, though a frame in it had spoken before, and never with a page before the login', () => {
    const first = openRoad(ID, T0 + 300, 'first-page', 'helper');
    expect(run(first, page(T0)).submission.startedAt).toBe(T0);
    const login = (at: number): FlowEvent => ({ type: 'login-seen', at, evidence: 'x', fromLogin: true });
    const road = run(first, login(T0 + 900), page(T0), login(T0 + 5_000));
    expect(road.submission.startedAt).toBe(T0 + 900);
  });

  it('of one document that goes before another’s is taken back in moments and in stretches', () => {
    expect(earlierBy(passed('submitted', T0), 1_000)).toEqual(passed('submitted', T0 - 1_000));
    expect(earlierBy(active(T0, T0 + 50), 1_000)).toEqual(active(T0 - 1_000, T0 - 950));
  });

  it('is not set anew by a login in the middle of the declaration', () => {
    const road = run(
      open(),
      passed('form-opened', T0 + 5_000),
      passed('first-input', T0 + 9_000),
      passed('login-started', T0 + 50_000),
      {
        type: 'login-seen',
        at: T0 + 60_000,
        evidence: 'x',
        fromLogin: true,
      },
    );
    expect(road.submission).toMatchObject({ startedBy: 'first-page', startedAt: T0 });
  });
});

describe('a login asked for by the submit of a form that the portal filled in as a whole', () => {
  const road = run(
    open(),
    page(T0),
    passed('form-opened', T0 + 1_000),
    passed('submit-clicked', T0 + 60_000),
    passed('login-started', T0 + 62_000),
    page(T0 + 90_000),
    { type: 'login-seen', at: T0 + 90_100, evidence: 'x', fromLogin: true },
  );

  it('leaves the clock as it is: the result comes after all of it', () => {
    expect(run(road, passed('submitted', T0 + 99_000)).submission).toMatchObject({
      startedBy: 'first-page',
      elapsedMs: 99_000,
    });
  });

  it('leaves no time below nothing where no result comes', () => {
    const closed = run(road, { type: 'ended', at: T0 + 120_000, reason: 'tab-closed' });
    expect(closed.submission).toMatchObject({ outcome: 'submitted-unconfirmed', elapsedMs: 60_000 });
  });
});

describe('a login asked for by the declaration', () => {
  it('starts the clock though the form stands on the page before the name does', () => {
    const login: FlowEvent = { type: 'login-seen', at: T0 + 30_003, evidence: 'x', fromLogin: true };
    const road = run(open(), passed('form-opened', T0 + 30_000), login);
    expect(road.submission).toMatchObject({ startedBy: 'login', startedAt: T0 + 30_003 });
  });
});

describe('active time', () => {
  const submitted = (...events: FlowEvent[]) =>
    run(open(), passed('form-opened', T0), ...events, passed('submitted', T0 + 200_000)).submission.activeMs;

  it('joins acts with short pauses and leaves long ones out whole', () => {
    const acts = [active(T0 + 10_000, T0 + 50_000), active(T0 + 100_000), active(T0 + 165_000, T0 + 190_000)];
    // 0–100 s and 165–200 s; the pause of 65 s is idle from its first second on.
    expect(submitted(...acts)).toBe(135_000);
  });

  it.each([
    [IDLE_MS - 1, 200_000],
    [IDLE_MS, 200_000 - IDLE_MS],
  ])('counts a pause of %i ms so that %i ms are active', (pause, expected) => {
    expect(submitted(active(T0, T0 + 100_000 - pause), active(T0 + 100_000, T0 + 199_000))).toBe(expected);
  });

  it('leaves out the time behind another tab', () => {
    const hidden: FlowEvent[] = [
      active(T0, T0 + 40_000),
      { type: 'hidden', at: T0 + 50_000 },
      { type: 'shown', at: T0 + 80_000 },
      active(T0 + 90_000, T0 + 199_000),
    ];
    expect(submitted(...hidden)).toBe(170_000);
  });

  it('goes to a step anew each time one comes back to it, in whatever order that is told', () => {
    const step = (id: string, at: number): FlowEvent => ({ type: 'step', at, id, label: id });
    const { steps } = run(
      open(),
      ...[step('a', T0), step('b', T0 + 10), step('a', T0 + 20), step('a', T0 + 20), step('a', T0 + 30)],
      ...[step('c', T0 + 15), step('b', T0 + 12)],
    ).submission;
    expect(steps.map(({ id, enteredAt }) => [id, enteredAt - T0])).toEqual([
      ['a', 0],
      ['b', 10],
      ['c', 15],
      ['a', 20],
    ]);
  });

  it('is in one step where the page before a reload tells late that it was in it already', () => {
    const step = (at: number): FlowEvent => ({ type: 'step', at, id: 'a', label: 'A' });
    const { steps } = run(open(), step(T0 + 10_000), active(T0, T0 + 12_000), step(T0)).submission;
    expect(steps).toMatchObject([{ id: 'a', enteredAt: T0, activeMs: 12_000 }]);
  });

  it('is credited to the steps, and their sum is the whole', () => {
    const { submission } = run(
      open(),
      { type: 'step', at: T0, id: 'a', label: 'A' },
      passed('form-opened', T0),
      active(T0, T0 + 10_000),
      { type: 'step', at: T0 + 10_000, id: 'b', label: 'B' },
      active(T0 + 12_000, T0 + 30_000),
      passed('submitted', T0 + 31_000),
    );
    expect(submission.steps.map(({ id, activeMs }) => [id, activeMs])).toEqual([
      ['a', 10_000],
      ['b', 21_000],
    ]);
    expect(submission.activeMs).toBe(31_000);
  });

  it('takes a stretch that overlaps an earlier one only once', () => {
    expect(submitted(active(T0, T0 + 100_000), active(T0 + 50_000, T0 + 199_000))).toBe(200_000);
  });
});

describe('submit and result', () => {
  const declared = () => run(open(), passed('form-opened', T0 + 1_000));

  it('counts no submit before a declaration was opened', () => {
    const road = run(open(), passed('submit-clicked', T0 + 1), passed('submitted', T0 + 2));
    expect(road.submission).toMatchObject({ outcome: 'open', elapsedMs: null });
    const declared = run(road, passed('form-opened', T0 + 3), ended(T0 + 4));
    expect(declared.submission).toMatchObject({ outcome: 'abandoned', elapsedMs: null });
  });

  it('lets a click after a rejection replace the earlier one, and counts the rejection', () => {
    const { submission } = run(
      declared(),
      passed('submit-clicked', T0 + 10_000),
      passed('submit-rejected', T0 + 11_000),
      passed('submit-clicked', T0 + 30_000),
      passed('submitted', T0 + 31_000),
    );
    expect(submission.milestones['submit-clicked']?.at).toBe(T0 + 30_000);
    expect(submission).toMatchObject({ rejections: 1, elapsedMs: 31_000, outcome: 'submitted' });
  });

  it('counts a rejection only where a click stands, and once', () => {
    const click = run(declared(), passed('submit-clicked', T0 + 10_000));
    const { submission } = run(
      click,
      passed('submit-rejected', T0 + 11_000),
      passed('submit-rejected', T0 + 11_500),
    );
    expect(submission.rejections).toBe(1);
    expect(run(declared(), passed('submit-rejected', T0 + 9_000)).submission.rejections).toBe(0);
  });

  it('takes a result without a click as it stands', () => {
    expect(run(declared(), passed('submitted', T0 + 5_000)).submission.outcome).toBe('submitted');
  });

  it('ends unconfirmed with the last standing click when the tab is closed', () => {
    const road = run(
      declared(),
      passed('submit-clicked', T0 + 10_000),
      passed('submit-clicked', T0 + 12_000),
      { type: 'ended', at: T0 + 20_000, reason: 'tab-closed' },
    );
    expect(road.submission).toMatchObject({ outcome: 'submitted-unconfirmed', elapsedMs: 12_000 });
    expect(road.submission.milestones['submit-clicked']?.at).toBe(T0 + 10_000);
  });

  it('ends abandoned when the only click was rejected', () => {
    const road = run(
      declared(),
      passed('submit-clicked', T0 + 10_000),
      passed('submit-rejected', T0 + 11_000),
      { type: 'ended', at: T0 + 20_000, reason: 'tab-closed' },
    );
    expect(road.submission).toMatchObject({ outcome: 'abandoned', elapsedMs: null });
  });

  it.each([
    [1_999, 'submitted-unconfirmed'],
    [2_000, 'abandoned'],
  ])('takes a click back by an act in the form %i ms after it, or not: %s', (after, outcome) => {
    const clicked = run(declared(), passed('submit-clicked', T0 + 10_000));
    const back = takeBackSubmit(clicked, T0 + 10_000 + after);
    expect(run(back, ended(T0 + 20_000)).submission.outcome).toBe(outcome);
    const closed = run(clicked, ended(T0 + 11_000));
    expect(takeBackSubmit(closed, T0 + 20_000)).toBe(closed);
  });

  it('knows the dossier by its mark once there is a declaration, and not by what a visit looked up', () => {
    const seen = (mark: string): FlowEvent => ({ type: 'dossier', at: T0 + 5_000, mark });
    const visit = run(open(), page(T0), seen('another'));
    expect(run(visit, passed('form-opened', T0 + 6_000)).submission.dossierMark).toBeNull();
    const own = run(declared(), seen('own'));
    expect(own.submission.dossierMark).toBe('own');
    expect(run(own, passed('submitted', T0 + 7_000), seen('own too')).submission.dossierMark).toBe('own too');
    expect(run(declared(), ended(T0 + 7_000), seen('late')).submission.dossierMark).toBeNull();
  });

  it('names every portal once, in the order in which they came', () => {
    const at = (portal: string): FlowEvent => ({ type: 'page', at: T0, portal, hidden: false });
    const visited = ['national', 'igate', 'national', 'justice'].map(at);
    expect(run(open(), ...visited).submission.portals).toEqual(['national', 'igate', 'justice']);
  });

  it('counts a toast and a result screen as one result', () => {
    const road = run(declared(), passed('submitted', T0 + 5_000), passed('submitted', T0 + 6_000));
    expect(road.submission.elapsedMs).toBe(5_000);
  });
});

describe('what time ends', () => {
  it('is idle after a minute, silent after thirty, and unconfirmed after ten', () =>
    expect([IDLE_MS, SILENCE_MS, UNCONFIRMED_MS]).toEqual([60_000, 1_800_000, 600_000]));

  const clicked = run(open(), passed('form-opened', T0), passed('submit-clicked', T0 + 1_000));

  it('leaves a click unconfirmed after ten minutes, and a late result confirms it', () => {
    expect(sweep(clicked, T0 + 1_000 + UNCONFIRMED_MS - 1)).toBe(clicked);
    const ended = sweep(clicked, T0 + 1_000 + UNCONFIRMED_MS);
    expect(ended.submission.outcome).toBe('submitted-unconfirmed');
    const late = reduce(ended, passed('submitted', T0 + 700_000));
    expect(late.submission).toMatchObject({ outcome: 'submitted', elapsedMs: 700_000 });
  });

  it('leaves a click alone while its fee is being paid, for half an hour at most', () => {
    const paying = run(clicked, passed('payment-started', T0 + 5_000));
    expect(sweep(paying, T0 + 5_000 + SILENCE_MS - 1)).toBe(paying);
    expect(nextRoad(paying, page(T0 + 900_000))).toBeNull();
    const back = run(paying, page(T0 + 900_000), passed('payment-returned', T0 + 900_000));
    expect(reduce(back, passed('submitted', T0 + 901_000)).submission).toMatchObject({
      outcome: 'submitted',
      elapsedMs: 901_000,
    });
    expect(sweep(back, T0 + 901_000).submission.outcome).toBe('submitted-unconfirmed');
    expect(sweep(paying, T0 + 5_000 + SILENCE_MS).submission.outcome).toBe('submitted-unconfirmed');
  });

  it('leaves a click unconfirmed after ten minutes where its fee was paid before it', () => {
    const paid = run(
      open(),
      passed('form-opened', T0),
      passed('payment-started', T0 + 500),
      passed('submit-clicked', T0 + 1_000),
    );
    expect(sweep(paid, T0 + 1_000 + UNCONFIRMED_MS).submission.outcome).toBe('submitted-unconfirmed');
  });

  it('knows a fee for paid by what is said of it after a payment was begun, and by nothing before', () => {
    const said: FlowEvent = { type: 'payment', at: T0 + 2_000, payment: 'portal', onlyIfBegun: true };
    const declared = run(open(), passed('form-opened', T0));
    expect(reduce(declared, said).submission.payment).toBeNull();
    const begun = reduce(declared, passed('payment-started', T0 + 1_000));
    expect(reduce(begun, said).submission.payment).toBe('portal');
    const free: FlowEvent = { type: 'payment', at: T0 + 2_000, payment: 'free' };
    expect(reduce(declared, free).submission.payment).toBe('free');
  });

  it('abandons after half an hour of silence, and goes on when the person does', () => {
    const ended = sweep(run(open(), passed('form-opened', T0)), T0 + SILENCE_MS);
    expect(ended.submission.outcome).toBe('abandoned');
    const back = run(ended, active(T0 + SILENCE_MS + 5_000), passed('submitted', T0 + SILENCE_MS + 60_000));
    expect(back.submission.outcome).toBe('submitted');
  });

  // "Fields stand as they were at the end": RULES.md, Ends.
  it.each([
    ['an act', active(T0 + 4_000_000), 'open', 'submitted-unconfirmed'],
    ['a step further', passed('documents-opened', T0 + 4_000_000), 'open', 'submitted-unconfirmed'],
    ['another click', passed('submit-clicked', T0 + 4_000_000), 'open', 'open'],
    ['a rejection', passed('submit-rejected', T0 + 4_000_000), 'open', 'open'],
    ['a result', passed('submitted', T0 + 4_000_000), 'submitted', 'submitted'],
    [
      'a wait',
      { type: 'wait', from: T0, to: T0 + 1, what: 'load', failed: false },
      'abandoned',
      'submitted-unconfirmed',
    ],
  ] as const)(
    'is opened again by %s after it was abandoned, or left unconfirmed',
    (_what, event, ...outcomes) => {
      const silent = [run(open(), passed('form-opened', T0)), clicked].map((it) => sweep(it, T0 + 3_000_000));
      expect(silent.map((it) => reduce(it, event).submission.outcome)).toEqual(outcomes);
    },
  );

  it.each([
    ['a result where no click stands', [], passed('submitted', T0 + 9_000), 'abandoned'],
    [
      'a step further',
      [passed('submit-clicked', T0 + 1)],
      passed('fee-opened', T0 + 9_000),
      'submitted-unconfirmed',
    ],
  ] as const)('is not undone in a closed tab by %s', (_what, before, event, outcome) => {
    const road = run(open(), passed('form-opened', T0), ...before, ended(T0 + 5_000), event);
    expect(road.submission.outcome).toBe(outcome);
  });

  it('knows no return from a payment that never began', () => {
    const { milestones } = run(clicked, passed('payment-returned', T0 + 5_000)).submission;
    expect(milestones).not.toHaveProperty('payment-returned');
  });

  it('says by how much the machine’s clock was set though its leap was taken for silence at first', () => {
    const leapt = sweep(run(open(), passed('form-opened', T0)), T0 + SILENCE_MS);
    const set: FlowEvent = { type: 'clock', at: T0 + 5_000, shiftMs: SILENCE_MS };
    const back = run(leapt, set, active(T0 + 6_000), passed('submitted', T0 + 60_000));
    expect(back.submission).toMatchObject({ outcome: 'submitted', clockShiftMs: SILENCE_MS });
  });

  it('does not go on after the tab was closed', () => {
    const closed = reduce(run(open(), passed('form-opened', T0)), {
      type: 'ended',
      at: T0 + 1,
      reason: 'tab-closed',
    });
    expect(reduce(closed, active(T0 + 5_000)).submission.outcome).toBe('abandoned');
  });
});

describe('a portal page that stood open for hours before anyone began to declare', () => {
  const back = T0 + 3 * 3_600_000;
  const visited = run(
    open(),
    page(T0),
    passed('login-started', T0 + 1_000),
    { type: 'login-seen', at: T0 + 9_000, evidence: 'x', fromLogin: true },
    { type: 'step', at: T0 + 9_500, id: 'national/search', label: 'Tìm thủ tục' },
    { type: 'step', at: T0 + 10_000, id: 'national/procedure', label: 'Thủ tục' },
    passed('procedure-opened', T0 + 10_000),
    { type: 'procedure', at: T0 + 10_000, code: '1.000656', name: 'A' },
    active(T0 + 10_000, T0 + 12_000),
  );
  const declared: FlowEvent[] = [
    page(back + 5_000),
    passed('form-opened', back + 8_000),
    passed('submitted', back + 60_000),
  ];
  const began = { startedAt: back, startedBy: 'first-page', elapsedMs: 60_000 };

  it.each([
    ['was noted', sweep(visited, T0 + SILENCE_MS + 60_000)],
    ['nobody noted, for the machine slept', visited],
  ])('is another visit from the first act on, where its silence %s', (_how, before) => {
    const { submission } = run(before, active(back, back + 1_000), ...declared);
    expect(submission).toMatchObject({ ...began, procedure: { code: '1.000656' } });
    expect(submission.milestones).toMatchObject({
      'portal-opened': { at: back },
      'procedure-opened': { at: back },
    });
    expect(submission.milestones).not.toHaveProperty('login-completed');
    expect(submission.steps).toMatchObject([{ id: 'national/procedure', enteredAt: back }]);
    expect(submissionSchema.safeParse(submission).error?.issues ?? []).toEqual([]);
  });

  it('is another visit from when its tab came into sight, or its next page began to load', () => {
    expect(
      run(visited, { type: 'shown', at: back }, active(back + 1_000), ...declared).submission,
    ).toMatchObject(began);
    expect(run(visited, page(back), ...declared).submission).toMatchObject(began);
  });

  it('is another visit too where a step is told before the act that led to it', () => {
    const swept = sweep(visited, T0 + SILENCE_MS + 60_000);
    const step: FlowEvent = { type: 'step', at: back, id: 'national/search', label: 'Tìm thủ tục' };
    const { submission } = run(swept, step, active(back - 1_000, back + 1_000), ...declared);
    expect(submission).toMatchObject({ ...began, elapsedMs: 60_000 });
  });

  it('has a login of its own where one is completed then', () => {
    const login: FlowEvent = { type: 'login-seen', at: back + 6_000, evidence: 'x', fromLogin: true };
    expect(
      run(visited, active(back), page(back + 5_000), login, ...declared.slice(1)).submission,
    ).toMatchObject({
      startedAt: back + 6_000,
      startedBy: 'login',
    });
  });

  it('is the same visit after less, and what is told late of before is no coming back', () => {
    const near = T0 + 12_000 + SILENCE_MS - 1;
    expect(run(visited, active(near)).submission.startedAt).toBe(T0 + 9_000);
    expect(run(visited, active(T0 + 5_000)).submission.startedAt).toBe(T0 + 9_000);
  });

  it('is the same dossier where it holds a declaration', () => {
    const road = run(
      open(),
      page(T0),
      passed('form-opened', T0 + 1_000),
      active(back),
      passed('submitted', back),
    );
    expect(road.submission).toMatchObject({ startedAt: T0, elapsedMs: back - T0 });
  });
});

describe('where one road ends and the next begins', () => {
  const submitted = run(open(), passed('form-opened', T0), passed('submitted', T0 + 9_000));

  it('keeps what the result screen still sends with what it ended', () => {
    expect(nextRoad(submitted, active(T0 + 10_000))).toBeNull();
    expect(nextRoad(submitted, passed('submitted', T0 + 10_000))).toBeNull();
  });

  it('begins the next dossier of the same login with the next page', () => {
    expect(nextRoad(submitted, page(T0 + 20_000))).toMatchObject({
      at: T0 + 20_000,
      startedBy: 'next-dossier',
      split: false,
    });
  });

  it('begins no dossier before the one that was filed before it ended, though its page was loaded earlier', () => {
    expect(nextRoad(submitted, page(T0 - 5_000))?.at).toBe(T0 + 9_000);
  });

  it('begins a new visit after a logout', () => {
    const out = reduce(run(open(), passed('form-opened', T0)), {
      type: 'ended',
      at: T0 + 1,
      reason: 'logged-out',
    });
    expect(nextRoad(out, page(T0 + 20_000))?.startedBy).toBe('first-page');
  });

  it('begins a new visit where the person has gone after the result, or never had a declaration', () => {
    const gone = run(submitted, ended(T0 + 10_000, 'next-person'));
    const visit = sweep(run(open(), page(T0)), T0 + SILENCE_MS);
    for (const road of [gone, visit])
      expect(nextRoad(road, page(T0 + 2_000_000))).toMatchObject({ startedBy: 'first-page', split: false });
  });

  it('begins by a frame with a declaration alone, and after an end by no frame', () => {
    const begun = { at: T0, startedBy: 'first-page', split: false };
    expect(nextRoad(null, page(T0), frame)).toBeNull();
    expect(nextRoad(null, passed('form-opened', T0), frame)).toEqual(begun);
    expect(nextRoad(null, page(T0))).toEqual(begun);
    expect(nextRoad(submitted, page(T0 + 20_000), frame)).toBeNull();
    const elsewhere = { ...frame, tab: 5, top: true };
    expect(nextRoad(submitted, passed('form-opened', T0 + 20_000), elsewhere)).toBeNull();
  });

  it('goes on where its declaration loads anew while another procedure is looked at in another tab', () => {
    const [here, beside] = [0, 1].map((tab): Source => ({ tab, top: true, pageAt: T0 }));
    const procedure = (code: string, at: number): FlowEvent => ({ type: 'procedure', at, code, name: 'A' });
    const first = run(open(), procedure('1.000656', T0), passed('form-opened', T0 + 1));
    const looked = reduce(first, procedure('2.000635', T0 + 5_000), beside);
    expect(nextRoad(looked, passed('form-opened', T0 + 9_000), here)).toBeNull();
    expect(nextRoad(looked, passed('form-opened', T0 + 9_000), beside)).toMatchObject({ split: true });
  });

  it('takes back the end that was meant and no other, and leaves what was filed filed', () => {
    const out = run(open(), passed('form-opened', T0), ended(T0 + 1, 'logged-out'));
    expect(takeBackEnd(out, 'next-person')).toBe(out);
    const back = takeBackEnd(run(submitted, ended(T0 + 10_000, 'next-person')), 'next-person');
    expect(back).toMatchObject({ endReason: null, submission: { outcome: 'submitted', elapsedMs: 9_000 } });
  });

  it('goes on over a reload', () => {
    expect(nextRoad(run(open(), passed('form-opened', T0)), page(T0 + 20_000))).toBeNull();
  });

  it('is superseded only when the other procedure opens its declaration', () => {
    const first = run(
      open(),
      { type: 'procedure', at: T0, code: '1.000656', name: 'A' },
      passed('form-opened', T0 + 1),
    );
    const looked = reduce(first, { type: 'procedure', at: T0 + 5_000, code: '2.000635', name: 'B' });
    expect(looked.submission.procedure.code).toBe('1.000656');
    expect(nextRoad(looked, passed('form-opened', T0 + 9_000))).toEqual({
      at: T0 + 5_000,
      startedBy: 'next-dossier',
      split: false,
    });
    const back = reduce(looked, { type: 'procedure', at: T0 + 6_000, code: '1.000656', name: 'A' });
    expect(nextRoad(back, passed('form-opened', T0 + 9_000))).toBeNull();
  });
});

describe('the name of a procedure', () => {
  const told = (code: string, name: string, at = T0): FlowEvent => ({ type: 'procedure', at, code, name });

  it('is kept where a later page tells the same code alone', () => {
    const named = run(open(), told('1.000656', 'A'), told('1.000656', ''));
    expect(named.submission.procedure).toEqual({ code: '1.000656', name: 'A' });
    expect(reduce(named, told('1.000656', 'B')).submission.procedure.name).toBe('B');
    expect(reduce(named, told('2.000635', '')).submission.procedure.name).toBe('');
  });

  it('is kept on the way to another dossier as well', () => {
    const first = run(open(), told('1.000656', 'A'), passed('form-opened', T0 + 1));
    const looked = run(first, told('2.000635', 'B', T0 + 5_000), told('2.000635', '', T0 + 6_000));
    expect(looked.detour).toMatchObject({ code: '2.000635', name: 'B' });
  });
});

describe('a declaration of which nobody told the procedure', () => {
  const here = { tab: 0, top: true, pageAt: T0 };
  const later = { ...here, pageAt: T0 + 50_000 };
  const declared = reduce(open(), passed('form-opened', T0 + 5_000), here);
  const procedure: FlowEvent = { type: 'procedure', at: T0 + 51_000, code: '1.000656', name: 'A' };
  const form = (evidence: string): FlowEvent => ({
    type: 'milestone',
    at: T0 + 60_000,
    name: 'form-opened',
    evidence,
  });

  it('is superseded by the form of another portal after the page of a procedure', () => {
    const looked = reduce(declared, procedure, later);
    expect(looked.submission.procedure.code).toBe('');
    expect(nextRoad(looked, form('other/form'), later)).toEqual({
      at: T0 + 51_000,
      startedBy: 'next-dossier',
      split: false,
    });
  });

  it('goes on where its own form opens again, and that page was of its procedure', () => {
    const looked = reduce(declared, procedure, later);
    const again = form('national/test');
    expect(nextRoad(looked, again, later)).toBeNull();
    expect(reduce(looked, again, later)).toMatchObject({
      detour: null,
      submission: { procedure: { code: '1.000656', name: 'A' } },
    });
  });

  it('is filed to whom that page named, and to nobody as long as the page may be of another', () => {
    const chosen = reduce(
      reduce(declared, procedure, later),
      { type: 'agency', at: T0 + 52_000, name: 'UBND xã A' },
      later,
    );
    expect(chosen.submission.agency).toBeNull();
    expect(reduce(chosen, form('national/test'), later).submission.agency).toBe('UBND xã A');
  });

  it('is of the procedure that its own page tells, though it tells it late', () => {
    const told = reduce(declared, procedure, here);
    expect(told).toMatchObject({ detour: null, submission: { procedure: { code: '1.000656' } } });
  });
});

describe('a dossier that goes on where nothing may be seen', () => {
  const handedOver: FlowEvent = { type: 'handed-over', at: T0 + 30_000 };

  it('is a submission of which the rest is not known', () => {
    const road = run(open(), page(T0), handedOver, { type: 'ended', at: T0 + 90_000, reason: 'tab-closed' });
    expect(road.declared).toBe(true);
    expect(road.submission).toMatchObject({ outcome: 'abandoned', notSeen: ['elsewhere'], elapsedMs: null });
    expect(wentUnseen(road.submission)).toBe(true);
    expect(
      sweep(run(open(), page(T0), handedOver), T0 + 30_000 + SILENCE_MS).submission.notSeen,
    ).toHaveLength(1);
  });

  it('was seen after all where a page of it told of itself, and is none where the tab was closed at once', () => {
    const seen = run(open(), page(T0), handedOver, page(T0 + 31_000), {
      type: 'ended',
      at: T0 + 90_000,
      reason: 'tab-closed',
    });
    expect(seen).toMatchObject({ declared: false, submission: { notSeen: [] } });
    const closed = run(open(), page(T0), handedOver, {
      type: 'ended',
      at: T0 + 31_000,
      reason: 'tab-closed',
    });
    expect(closed).toMatchObject({ declared: false, submission: { notSeen: [] } });
  });

  it.each([
    [4_999, []],
    [5_000, ['elsewhere']],
  ])('went on there where its tab is closed %i ms after it was asked for, or not: %j', (after, notSeen) => {
    const road = run(open(), page(T0), handedOver, ended(T0 + 30_000 + after));
    expect(road.submission.notSeen).toEqual(notSeen);
  });

  it('is no visit that begins anew, though the machine slept meanwhile', () => {
    const back = T0 + 40_000 + SILENCE_MS;
    const road = run(open(), page(T0), handedOver, active(back), passed('form-opened', back + 1_000));
    expect(road.submission.startedAt).toBe(T0);
  });

  it('is no submission while an end that made it one is taken back, and one that was given up where it is seen', () => {
    const left = run(open(), page(T0), handedOver, {
      type: 'ended',
      at: T0 + 90_000,
      reason: 'next-person',
    });
    const back = takeBackEnd(left, 'next-person');
    expect(back).toMatchObject({ declared: false, submission: { outcome: 'open', notSeen: [] } });
    const closed: FlowEvent = { type: 'ended', at: T0 + 200_000, reason: 'tab-closed' };
    expect(run(back, closed)).toMatchObject({ declared: true, submission: { notSeen: ['elsewhere'] } });
    const seen = run(back, page(T0 + 100_000), passed('form-opened', T0 + 101_000), closed);
    expect(seen).toMatchObject({ declared: true, submission: { outcome: 'abandoned', notSeen: [] } });
  });

  it('is none either where its person acts again after the silence that ended it', () => {
    const ended = sweep(run(open(), page(T0), handedOver), T0 + 30_000 + SILENCE_MS);
    const back = run(ended, active(T0 + 40_000 + SILENCE_MS));
    expect(back).toMatchObject({ declared: false, submission: { outcome: 'open', notSeen: [] } });
  });

  it('was seen after all where its declaration opens without a load', () => {
    const road = run(open(), page(T0), handedOver, passed('form-opened', T0 + 31_000), {
      type: 'ended',
      at: T0 + 90_000,
      reason: 'tab-closed',
    });
    expect(road.submission).toMatchObject({ outcome: 'abandoned', notSeen: [] });
  });
});

describe('a dossier in the middle of which recording is paused', () => {
  const paused = (at: number): FlowEvent => ({ type: 'ended', at, reason: 'paused' });
  const declared = run(open(), page(T0), passed('form-opened', T0 + 1_000));
  const stopped = run(declared, paused(T0 + 60_000));
  const clicked = run(declared, passed('submit-clicked', T0 + 50_000), paused(T0 + 60_000));

  it('is neither filed nor given up, for nobody knows what became of it', () => {
    expect(stopped.submission).toMatchObject({ outcome: 'abandoned', elapsedMs: null, notSeen: ['paused'] });
    expect(wentUnseen(stopped.submission)).toBe(true);
  });

  it('keeps the time until a click on submit before it', () => {
    expect(clicked.submission).toMatchObject({ outcome: 'submitted-unconfirmed', elapsedMs: 50_000 });
    expect(wasPaused(clicked.submission)).toBe(false);
  });

  it('goes on with its tab when recording does, and has no time, whatever comes of it', () => {
    const later = T0 + 300_000;
    for (const before of [stopped, clicked]) {
      expect(nextRoad(before, page(later))).toBeNull();
      const road = run(
        before,
        page(later),
        passed('form-opened', later + 1),
        passed('submit-clicked', later + 9_000),
      );
      expect(road.submission).toMatchObject({ outcome: 'open', startedAt: T0, notSeen: ['paused'] });
      expect(run(road, passed('submitted', later + 10_000)).submission).toMatchObject({
        outcome: 'submitted',
        elapsedMs: null,
        activeMs: null,
      });
      expect(run(road, paused(later + 10_000)).submission).toMatchObject({
        elapsedMs: null,
        notSeen: ['paused'],
      });
    }
  });

  it('does not go on where its person has gone, nor where recording does after half an hour', () => {
    const gone = run(stopped, { type: 'ended', at: T0 + 70_000, reason: 'next-person' });
    expect(nextRoad(gone, page(T0 + 80_000))?.startedBy).toBe('first-page');
    expect(nextRoad(stopped, page(T0 + 60_000 + SILENCE_MS))?.startedBy).toBe('next-dossier');
  });
});
