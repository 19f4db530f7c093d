import { describe, expect, it } from 'vitest';
import { type FlowEvent, openRoad, type Road, reduce, type Submission } from '../../lib/flow/index.ts';
import { randomFrom } from '../citizen/random.ts';

const T0 = 1_795_000_000_000;
const ID = '8f7c1f9e-3a55-4b1f-9d0c-0a6f3b1c2d3e';
type Told = { event: FlowEvent; tab: number };

const run = (told: readonly Told[], road = openRoad(ID, T0, 'first-page', 'helper')): Road =>
  told.reduce((it, { event, tab }) => reduce(it, event, { tab, top: true, pageAt: null }), road);
const at = (ms: number) => T0 + ms;
const passed = (name: 'form-opened' | 'submit-clicked' | 'submitted', ms: number): FlowEvent => ({
  type: 'milestone',
  at: at(ms),
  name,
  evidence: 'x/y',
});
const wait = (from: number, to: number, what: 'load' | 'upload' = 'load', failed = false): FlowEvent => ({
  type: 'wait',
  from: at(from),
  to: at(to),
  what,
  failed,
});
const END = 600_000;
const submitted = (...events: FlowEvent[]): Submission =>
  run([passed('form-opened', 0), ...events, passed('submitted', END)].map((event) => ({ event, tab: 1 })))
    .submission;

/** What two tabs of one road tell in ten minutes, each in its own order. */
function story(seed: number): Told[] {
  const { next } = randomFrom(seed);
  return [1, 2].flatMap((tab) => {
    let now = 0;
    const told: Told[] = [{ event: { type: 'page', at: T0, portal: 'national', hidden: tab === 2 }, tab }];
    while (now < END - 90_000) {
      now += Math.round(next() * 70_000);
      const to = now + Math.round(next() * 20_000);
      const events: FlowEvent[] = [
        { type: 'active', from: at(now), to: at(to) },
        { type: 'step', at: at(now), id: `s${Math.floor(next() * 4)}`, label: 'S' },
        wait(now, to),
        wait(now, to, 'upload', next() < 0.5),
        { type: next() < 0.5 ? 'hidden' : 'shown', at: at(now) },
      ];
      const event = events[Math.floor(next() * events.length)];
      if (event) told.push({ event, tab });
      now = to;
    }
    return told;
  });
}

/** Mixes the two tabs' stories at random; each tab keeps its own order. */
function interleaved(told: readonly Told[], seed: number): Told[] {
  const { next } = randomFrom(seed * 31 + 7);
  const queues = [1, 2].map((tab) => told.filter((it) => it.tab === tab));
  const mixed: Told[] = [];
  while (queues.some((queue) => queue.length > 0)) {
    const ready = queues.filter((queue) => queue.length > 0);
    const one = ready[Math.floor(next() * ready.length)]?.shift();
    if (one) mixed.push(one);
  }
  return mixed;
}

const filed = (told: readonly Told[]) =>
  run([
    { event: passed('form-opened', 0), tab: 1 },
    ...told,
    { event: passed('submit-clicked', END - 1_000), tab: 1 },
    { event: passed('submitted', END), tab: 1 },
  ]);

describe('in two hundred stories of two tabs, however their messages interleave', () => {
  const seeds = Array.from({ length: 200 }, (_, seed) => seed);

  it('acting, waiting and idle are all of the time and no more', () => {
    for (const seed of seeds) {
      const { submission: it } = filed(interleaved(story(seed), seed));
      const { activeMs, actingMs, waitingMs } = it;
      if (actingMs === null || waitingMs === null || activeMs === null) throw new Error(`${seed}: no waits`);
      expect(it.elapsedMs).toBe(END);
      expect(actingMs + waitingMs).toBeLessThanOrEqual(END);
      expect(actingMs).toBeLessThanOrEqual(activeMs);
      expect(activeMs).toBeLessThanOrEqual(actingMs + waitingMs);
      for (const step of it.steps) expect(step.actingMs).toBeGreaterThanOrEqual(0);
      const first = it.steps[0]?.enteredAt ?? at(END);
      const [before, inSteps] = [first - T0, it.steps.reduce((sum, step) => sum + (step.waitingMs ?? 0), 0)];
      expect(inSteps).toBeLessThanOrEqual(waitingMs);
      expect(inSteps).toBeGreaterThanOrEqual(waitingMs - before);
    }
  });

  it('waiting, uploads and milestones do not depend on the order', () => {
    for (const seed of seeds) {
      const one = filed(interleaved(story(seed), seed)).submission;
      const other = filed(interleaved(story(seed), seed + 1_000)).submission;
      expect(other.waitingMs).toBe(one.waitingMs);
      expect(other.uploads).toEqual(one.uploads);
      expect(other.milestones).toEqual(one.milestones);
    }
  });

  it('milestones stand in the order of the road', () => {
    for (const seed of seeds) {
      const { milestones } = filed(interleaved(story(seed), seed)).submission;
      const times = (['portal-opened', 'form-opened', 'submit-clicked', 'submitted'] as const).map(
        (name) => milestones[name]?.at ?? 0,
      );
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    }
  });

  it('what is told once more adds no time', () => {
    for (const seed of seeds) {
      const told = story(seed).filter(({ event }) => event.type === 'active' || event.type === 'wait');
      const { activeMs, actingMs, waitingMs } = filed(told).submission;
      expect(filed([...told, ...told]).submission).toMatchObject({ activeMs, actingMs, waitingMs });
    }
  });
});

describe('waiting', () => {
  it('is not known where no wait was told, and then nor is acting', () => {
    expect(submitted()).toMatchObject({ waitingMs: null, actingMs: null, uploads: { failed: null } });
  });

  it('counts what overlaps once, and only within the clock', () => {
    const it = submitted(wait(-5_000, 2_000), wait(10_000, 20_000), wait(15_000, 30_000));
    expect(it.waitingMs).toBe(22_000);
  });

  it("is the portal's time though the person types on meanwhile", () => {
    const typing: FlowEvent = { type: 'active', from: at(0), to: at(END) };
    const it = submitted(typing, wait(100_000, 160_000, 'upload'));
    expect(it).toMatchObject({ activeMs: END, actingMs: END - 60_000, waitingMs: 60_000 });
  });

  it("of an upload that fails three times shows as the portal's minutes", () => {
    const tries = [0, 1, 2, 3].map((n) => wait(n * 60_000, n * 60_000 + 50_000, 'upload', n < 3));
    const it = submitted(...tries);
    expect(it.uploads).toEqual({ files: 0, failed: 3, waitingMs: 200_000 });
    expect(it.waitingMs).toBe(200_000);
  });

  it('is credited to the step in which it fell', () => {
    const step = (id: string, ms: number): FlowEvent => ({ type: 'step', at: at(ms), id, label: id });
    const it = submitted(step('a', 0), step('b', 50_000), wait(45_000, 60_000));
    expect(it.steps.map(({ waitingMs }) => waitingMs)).toEqual([5_000, 10_000]);
  });
});

describe('being in sight', () => {
  const acts = (from: number, to: number): FlowEvent => ({ type: 'active', from: at(from), to: at(to) });
  const looks = (type: 'hidden' | 'shown', ms: number): FlowEvent => ({ type, at: at(ms) });
  const page = (ms: number, hidden = false): FlowEvent => ({ type: 'page', at: at(ms), portal: 'x', hidden });
  const [S, one, two] = [1_000, 1, 2];
  const all = acts(0, END);

  // Each tells what two tabs say, in the order of telling, and how many of the 600 s are active.
  it.each<[string, [number, FlowEvent][], number]>([
    [
      'is that of any tab',
      [
        [one, page(0)],
        [one, all],
        [two, page(50 * S)],
        [one, looks('hidden', 100 * S)],
        [two, looks('hidden', 150 * S)],
        [one, looks('shown', 200 * S)],
      ],
      550,
    ],
    [
      'is not lost by a tab that opens in the background',
      [
        [one, page(0)],
        [one, all],
        [two, page(50 * S, true)],
      ],
      600,
    ],
    [
      'comes back with whoever acts, though nobody told of a return',
      [
        [one, page(0)],
        [one, acts(0, 90 * S)],
        [one, looks('hidden', 100 * S)],
        [one, acts(300 * S, END)],
      ],
      400,
    ],
    [
      'is not had before the act that tells of it',
      [
        [one, page(0, true)],
        [one, acts(100 * S, END)],
      ],
      500,
    ],
    [
      'counts a hiding and a return as acts, so that the pauses beside them are short',
      [
        [one, page(0)],
        [one, acts(0, 60 * S)],
        [one, looks('hidden', 100 * S)],
        [one, looks('shown', 130 * S)],
        [one, acts(170 * S, END)],
      ],
      570,
    ],
    [
      'is no act where it is only told again, or with a page that loads',
      [
        [one, page(0)],
        [one, acts(0, 100 * S)],
        [one, looks('shown', 150 * S)],
        [one, acts(200 * S, 300 * S)],
        [two, page(350 * S)],
        [one, acts(400 * S, END)],
      ],
      400,
    ],
    [
      'is told late for the time before it was lost again',
      [
        [one, page(0)],
        [one, all],
        [one, looks('hidden', 100 * S)],
        [one, looks('shown', 200 * S)],
        [one, looks('hidden', 300 * S)],
        [one, looks('shown', 400 * S)],
        [one, looks('hidden', 100 * S)],
        [one, looks('shown', 200 * S)],
      ],
      400,
    ],
  ])('%s', (_what, told, seconds) => {
    const [first, last] = [passed('form-opened', 0), passed('submitted', END)];
    const events = [[one, first], ...told, [one, last]] as [number, FlowEvent][];
    const { activeMs } = run(events.map(([tab, event]) => ({ tab, event }))).submission;
    expect(activeMs).toBe(seconds * S);
  });
});

describe('what a submission can answer by itself', () => {
  const conditions = (...events: FlowEvent[]) => submitted(...events).endToEnd;

  it.each([
    ['portal', 'yes'],
    ['free', 'yes'],
    ['elsewhere', 'no'],
  ] as const)('payment %s: %s', (payment, answer) => {
    expect(conditions({ type: 'payment', at: at(5), payment })['paid-on-portal-or-free']).toBe(answer);
  });

  it.each([
    ['post', 'yes'],
    ['network', 'yes'],
    ['counter', 'no'],
  ] as const)('result by %s: %s', (method, answer) => {
    expect(conditions({ type: 'result-method', at: at(5), method })['returned-over-network']).toBe(answer);
  });

  it('leaves open what nobody saw', () => {
    expect(Object.values(conditions()).filter((answer) => answer !== 'unknown')).toEqual(['yes']);
  });
});
