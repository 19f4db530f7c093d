import { describe, expect, it } from 'vitest';
import type { Walked } from '../citizen/citizen.ts';
import { entriesOf, type WalkedLeg } from '../citizen/sites/road.ts';
import { roadFor, systems } from '../citizen/sites/turns.ts';
import { truthOf } from '../citizen/truth.ts';
import { waitingMs } from '../citizen/waiting.ts';
import { sites } from '../portal/systems/index.ts';
import type { Entry, Told } from '../portal/wire.ts';

const at = (time: number, told: Told, more: Partial<Entry> = {}): Entry =>
  ({ ...told, at: time, session: 's', doc: 'd', ...more }) as Entry;
const wait = (wait: string, from: number, to: number): Entry[] => [
  at(from, { type: 'wait-began', what: 'step', wait }),
  at(to, { type: 'wait-ended', what: 'step', wait, failed: false }),
];
const walked = (outcome: Walked['outcome']): Walked => ({
  ...{ fields: {}, corrections: {}, typedValues: [] },
  outcome,
});

describe('waiting', () => {
  it('lays stretches over each other and cuts them to the clock', () => {
    const log = [...wait('a', 0, 300), ...wait('b', 200, 500), ...wait('c', 900, 2_000)];
    expect(waitingMs(log, 100, 1_000)).toBe(400 + 100);
  });

  it('does not count what never ended, nor what lies outside', () => {
    const open = at(100, { type: 'wait-began', what: 'step', wait: 'x' });
    expect(waitingMs([open, ...wait('a', 5_000, 6_000)], 0, 1_000)).toBe(0);
  });
});

describe('the truth of a dossier without a result screen', () => {
  const log = [
    at(50, { type: 'page-shown', path: '/', began: 0 }),
    at(1_000, { type: 'submit-clicked' }),
    at(1_200, { type: 'submit-withdrawn' }),
    at(2_000, { type: 'submit-clicked' }),
  ];

  it('ends with the last press that was not taken back', () => {
    expect(truthOf(log, walked('submitted-unconfirmed')).elapsedMs).toBe(2_000);
    const backAgain = [...log, at(2_100, { type: 'submit-withdrawn' })];
    expect(truthOf(backAgain.slice(0, 3), walked('abandoned')).elapsedMs).toBeNull();
    expect(() => truthOf(backAgain, walked('submitted-unconfirmed'))).toThrow('nobody pressed');
  });
});

describe('a session that runs out', () => {
  it('starts no clock anew once something was entered', () => {
    const log = [
      at(50, { type: 'page-shown', path: '/', began: 0 }),
      at(500, { type: 'first-input' }),
      at(900, { type: 'login-granted' }),
      at(950, { type: 'login-shown' }),
      at(2_000, { type: 'result-shown' }),
    ];
    const truth = truthOf(log, walked('submitted'));
    expect([truth.startedBy, truth.elapsedMs]).toEqual(['first-page', 2_000]);
  });
});

describe('what became of the fee', () => {
  const of = (...told: Told[]) =>
    truthOf([at(1, { type: 'page-shown', path: '/', began: 0 }), ...told.map((one, i) => at(i + 2, one))], {
      ...walked('abandoned'),
    }).payment;

  it('is known when it is free or was paid, and not when it was only shown', () => {
    expect(of({ type: 'fee-shown', fee: 'free' })).toBe('free');
    expect(of({ type: 'fee-shown', fee: 'portal' })).toBeNull();
    const paid: Told = { type: 'payment-returned', way: 'elsewhere' };
    expect(of({ type: 'fee-shown', fee: 'elsewhere' }, paid)).toBe('elsewhere');
    expect(of()).toBeNull();
  });
});

describe('two dossiers of one road', () => {
  const { first } = roadFor(1);
  const leg = (tab: string, from: number, to: number): WalkedLeg => ({
    ...{ leg: first, walked: walked('submitted'), tab, from, to },
  });
  const outer = leg('a', 0, 100);
  const inner = leg('b', 40, 60);
  const log = [
    at(10, { type: 'first-input' }, { tab: 'a' }),
    at(50, { type: 'first-input' }, { tab: 'b' }),
    at(55, { type: 'login-granted' }, { doc: '' }),
    at(80, { type: 'result-shown' }, { tab: 'a' }),
    at(120, { type: 'result-shown' }, { tab: 'a' }),
  ];

  it('share no entry', () => {
    const times = (one: WalkedLeg) => entriesOf(log, one, [outer, inner]).map((entry) => entry.at);
    expect(times(outer)).toEqual([10, 80]);
    expect(times(inner)).toEqual([50, 55]);
  });
});

describe('roads over the systems', () => {
  const roads = Array.from({ length: 400 }, (_, seed) => roadFor(seed));

  it('are the same for the same seed', () => expect(roadFor(41)).toEqual(roadFor(41)));

  it('see every system in any eight, every site and every turn in four hundred', () => {
    for (let from = 0; from < 392; from += 8) {
      const eight = roads.slice(from, from + 8).map(({ first }) => first.system);
      expect(new Set(eight).size).toBe(systems.length);
    }
    const seen = (of: (road: (typeof roads)[number]) => unknown) => new Set(roads.map(of)).size;
    expect(seen(({ first }) => first.site?.hosts[0])).toBe(sites.length + 1);
    expect(seen(({ after }) => after)).toBe(4);
    expect(seen(({ first }) => first.turns.opens)).toBe(3);
    expect(seen(({ first }) => first.turns.submitsBy)).toBe(3);
    expect(seen(({ first }) => first.turns.fee)).toBe(3);
    expect(seen(({ first }) => first.turns.goesBack)).toBe(3);
    expect(seen(({ first }) => first.turns.rejectSubmits)).toBe(3);
    expect(seen(({ first }) => first.turns.failUploads)).toBe(3);
    const flags = [
      ...(['asksGeneral', 'reloads', 'savesDraft', 'pressesDecoys', 'pressesDisabled'] as const),
      ...(['refusesConfirm', 'waitsForToast', 'expires'] as const),
    ];
    for (const flag of flags) expect(seen(({ first }) => first.turns[flag])).toBe(2);
  });

  it('have two tabs behave alike, with nothing that counts down', () => {
    const pairs = roads.flatMap(({ after, first, second }) =>
      after === 'second-tab' && second ? [[first, second] as const] : [],
    );
    expect(pairs.length).toBeGreaterThan(20);
    for (const [one, other] of pairs) {
      expect(other.plan.subject).toBe(one.plan.subject);
      for (const { turns } of [one, other])
        expect([turns.rejectSubmits, turns.failUploads, turns.expires]).toEqual([0, 0, false]);
    }
  });
});
