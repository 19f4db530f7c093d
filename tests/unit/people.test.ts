import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FieldFacts } from '../../lib/fields/index.ts';
import { openQuestions } from '../../lib/flow/index.ts';
import type { Fact } from '../../lib/messages/index.ts';
import { nextPerson, samePerson, tellOf } from '../../lib/storage/after.ts';
import { type Database, type Origin, openDatabase, STORES } from '../../lib/storage/database.ts';
import { dayAt, saveRound } from '../../lib/storage/day.ts';
import { keepNote, notesOf } from '../../lib/storage/notes.ts';
import {
  counts,
  exportFile,
  hasRecords,
  hasWritten,
  listSubmissions,
  readAll,
} from '../../lib/storage/reading.ts';
import { closeTab, sweepRoads, writeReport } from '../../lib/storage/recorder.ts';
import { begin } from '../../lib/storage/roads.ts';
import { erasedSchema, submissionSchema } from '../../lib/storage/schema.ts';
import { field } from '../fixtures/field.ts';

// The polyfill refuses to load outside an extension; only the name of this installation is asked of it here.
const local = { get: async () => ({ device: 'd' }) };
vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      get local() {
        return local;
      },
    },
  },
}));

const T0 = Date.parse('2026-11-22T10:00:00+07:00');
const ORIGIN: Origin = {
  tabId: 7,
  role: 'volunteer',
  session: 'now',
  host: 'h',
  top: true,
  place: null,
};
let db: Database;
beforeEach(async () => {
  db = await openDatabase();
  for (const store of STORES) await db.clear(store);
});

/** One document's report, each of a visit of its own. */
const write = (facts: Fact[], origin: Partial<Origin> = {}) =>
  writeReport(
    db,
    {
      name: 'report',
      document: crypto.randomUUID(),
      arrival: 'opened',
      facts: facts.map((fact, index) => ({ n: index + 1, fact })),
    },
    { ...ORIGIN, ...origin },
  );
const page = (at: number): Fact => ({ type: 'page', at, portal: 'national', hidden: false });
const passed = (
  name: 'form-opened' | 'first-input' | 'submit-clicked' | 'submitted' | 'login-started',
  at: number,
): Fact => ({ type: 'milestone', at, name, evidence: 'national/test' });
const declared = (at: number) => [page(at), passed('form-opened', at + 1_000)];
const filed = (at: number) => [
  ...declared(at),
  passed('submit-clicked', at + 60_000),
  passed('submitted', at + 61_000),
];
const all = () => db.getAllFromIndex('submissions', 'startedAt');

describe('"Người tiếp theo"', () => {
  it('leaves a filed dossier filed, and what follows in the tab is no next dossier of the same login', async () => {
    await write(filed(T0));
    await nextPerson(db, 7, T0 + 70_000, 'now');
    await write(declared(T0 + 90_000));
    expect((await all()).map(({ outcome, startedBy }) => [outcome, startedBy])).toEqual([
      ['submitted', 'first-page'],
      ['open', 'first-page'],
    ]);
  });

  it('abandons what was under way; a click on submit leaves it unconfirmed', async () => {
    await write(declared(T0));
    await nextPerson(db, 7, T0 + 30_000, 'now');
    await write([...declared(T0 + 60_000), passed('submit-clicked', T0 + 80_000)]);
    await nextPerson(db, 7, T0 + 90_000, 'now');
    expect((await all()).map(({ outcome }) => outcome)).toEqual(['abandoned', 'submitted-unconfirmed']);
  });

  it('keeps a result that comes late, and the next person stays another one', async () => {
    await write([...declared(T0), passed('submit-clicked', T0 + 20_000)]);
    await nextPerson(db, 7, T0 + 21_000, 'now');
    await write([passed('submitted', T0 + 22_000)]);
    await write(declared(T0 + 60_000));
    expect((await all()).map(({ outcome, startedBy }) => [outcome, startedBy])).toEqual([
      ['submitted', 'first-page'],
      ['open', 'first-page'],
    ]);
  });

  it('is taken back by one press, and the dossier goes on to its end', async () => {
    await write(declared(T0));
    await nextPerson(db, 7, T0 + 30_000, 'now');
    await samePerson(db, 7, 'now');
    await write([passed('submit-clicked', T0 + 60_000), passed('submitted', T0 + 61_000)]);
    await nextPerson(db, 7, T0 + 70_000, 'now');
    await samePerson(db, 7, 'now');
    await write([...declared(T0 + 90_000), passed('first-input', T0 + 92_000)]);
    expect((await all()).map(({ outcome, startedBy }) => [outcome, startedBy])).toEqual([
      ['submitted', 'first-page'],
      ['open', 'next-dossier'],
    ]);
  });

  it('is taken back with all that was filled in meanwhile, which no page tells twice', async () => {
    const fields = (at: number, ...told: FieldFacts[]): Fact => ({
      type: 'fields',
      at,
      form: 1,
      fields: told,
    });
    const tell = async (...facts: Fact[]) => void (await write(facts));
    const states = async () => (await db.getAll('fields')).map(({ state }) => state);
    await tell(...declared(T0), fields(T0 + 2_000, field({ state: 'empty' })));
    await nextPerson(db, 7, T0 + 30_000, 'now');
    await tell(fields(T0 + 31_000, field({ state: 'typed' })));
    expect(await states()).toEqual(['empty']);
    await samePerson(db, 7, 'now');
    expect(await states()).toEqual(['typed']);
    expect((await all()).map(({ outcome, autofill }) => [outcome, autofill.byHand])).toEqual([['open', 1]]);
    // When a later press is taken back, that of before is no news any more.
    await tell(fields(T0 + 35_000, field({ state: 'chosen' })));
    await nextPerson(db, 7, T0 + 40_000, 'now');
    await samePerson(db, 7, 'now');
    expect(await states()).toEqual(['chosen']);
  });

  it('is not in the sums of its day once it is taken back, nor is a silence after which the person goes on', async () => {
    const sums = async () =>
      (await db.getAll('days')).map(({ submissions, abandoned }) => [submissions, abandoned]);
    await write(declared(T0));
    await nextPerson(db, 7, T0 + 30_000, 'now');
    expect(await sums()).toEqual([[1, 1]]);
    await samePerson(db, 7, 'now');
    expect(await sums()).toEqual([]);
    const late = T0 + 60 * 60_000;
    await sweepRoads(db, late, { id: 'now', at: T0 }, new Set());
    expect(await sums()).toEqual([[1, 1]]);
    await write([{ type: 'active', from: late + 1_000, to: late + 2_000 }]);
    expect(await sums()).toEqual([]);
  });

  it('leaves nothing of a mere visit when it is taken back, whatever that was taken for', async () => {
    await write([page(T0), { type: 'handed-over', at: T0 + 10_000 }]);
    await write([{ type: 'active', from: T0 + 20_000, to: T0 + 25_000 }]);
    await nextPerson(db, 7, T0 + 30_000, 'now');
    expect(await all()).toHaveLength(1);
    await samePerson(db, 7, 'now');
    for (const store of ['submissions', 'events', 'days'] as const) expect(await db.count(store)).toBe(0);
    await write([page(T0 + 40_000), passed('form-opened', T0 + 41_000)]);
    expect(await all()).toMatchObject([{ startedAt: T0, outcome: 'open', notSeen: [] }]);
    expect((await db.getAll('events')).map(({ seq, event }) => [seq, event.type])).toEqual([
      [1, 'page'],
      [2, 'handed-over'],
      [3, 'active'],
      [4, 'ended'],
      [5, 'page'],
      [6, 'milestone'],
    ]);
  });

  it('tells the page nothing more of that road', async () => {
    const before = await write(declared(T0));
    expect(before.road).not.toBeNull();
    await nextPerson(db, 7, T0 + 30_000, 'now');
    const after = await write([{ type: 'active', from: T0 + 31_000, to: T0 + 32_000 }]);
    expect(after.road).toBeNull();
    expect((await all())[0]?.outcome).toBe('abandoned');
  });

  it('means the road that was acted in last where the tab has none', async () => {
    await write(declared(T0));
    await write(declared(T0 + 5_000), { tabId: 8 });
    expect(await nextPerson(db, 99, T0 + 30_000, 'now')).toEqual([8]);
    expect((await all()).map(({ outcome }) => outcome)).toEqual(['open', 'abandoned']);
  });

  it('is forty roads for forty people', async () => {
    for (let i = 0; i < 40; i++) {
      await write(i % 4 === 0 ? declared(T0 + i * 100_000) : filed(T0 + i * 100_000));
      await nextPerson(db, 7, T0 + i * 100_000 + 70_000, 'now');
    }
    const { tally } = await dayAt(T0);
    expect(tally).toEqual({ submitted: 30, unconfirmed: 0, abandoned: 10, meanElapsedMs: 61_000 });
    expect((await all()).every(({ startedBy }) => startedBy === 'first-page')).toBe(true);
  });
});

describe('a volunteer’s day', () => {
  const round = { outreach: 'Thứ bảy tình nguyện', commune: 'Chiềng Ngần', team: 'Đội 2' };

  it('names its submissions, those too that were begun before it was said', async () => {
    await write(declared(T0));
    await saveRound(db, round, T0 + 10_000);
    await write(declared(T0 + 20_000), { tabId: 8 });
    await write(declared(T0 + 30_000), { tabId: 9, role: 'helper' });
    expect((await all()).map(({ outreach }) => outreach)).toEqual([round.outreach, round.outreach, null]);
    await saveRound(db, { ...round, outreach: 'Chủ nhật xanh' }, T0 + 40_000);
    // The road that lives must not write the old name back.
    await write([{ type: 'active', from: T0 + 41_000, to: T0 + 42_000 }]);
    expect((await all()).map(({ outreach }) => outreach)).toEqual(['Chủ nhật xanh', 'Chủ nhật xanh', null]);
    expect((await dayAt(T0)).round).toEqual({
      day: '2026-11-22',
      ...round,
      outreach: 'Chủ nhật xanh',
    });
    expect((await dayAt(T0 + 86_400_000)).round).toBeNull();
  });

  it('names none anew that has the name of another round', async () => {
    await saveRound(db, round, T0);
    for (const [tabId, outreach] of [null, round.outreach, 'Mùa hè xanh'].entries()) {
      await write(declared(T0 + tabId), { tabId });
      const [it] = (await all()).filter(({ startedAt }) => startedAt === T0 + tabId);
      if (it) await db.put('submissions', { ...it, outreach });
    }
    await saveRound(db, { ...round, outreach: 'Chủ nhật xanh' }, T0 + 10_000);
    const names = (await all()).map(({ outreach }) => outreach);
    expect(names).toEqual(['Chủ nhật xanh', 'Chủ nhật xanh', 'Mùa hè xanh']);
  });

  it('is that of the clock as it goes now, though it was set right in a visit of the same tab', async () => {
    const days = 2 * 86_400_000;
    await saveRound(db, round, T0);
    await write([page(T0 - days), { type: 'clock', at: T0 - days + 5_000, shiftMs: days }]);
    for (const at of [0, 1, 2].map((nth) => T0 + 100_000 + nth * 200_000)) {
      await write(filed(at));
      await nextPerson(db, 7, at + 90_000, 'now');
    }
    // The first one began before the clock was set, and keeps its beginning.
    expect((await all()).map(({ startedAt, outreach }) => [startedAt, outreach])).toEqual([
      [T0 - days, null],
      [T0 + 300_000, round.outreach],
      [T0 + 500_000, round.outreach],
    ]);
    expect((await dayAt(T0)).tally).toMatchObject({ submitted: 2, meanElapsedMs: 61_000 });
  });

  it.each([
    ['the next person', () => nextPerson(db, 7, T0 + 90_000, 'now')],
    ['the closing of its tab', () => closeTab(db, 7, T0 + 90_000, 'now')],
    ['silence', () => sweepRoads(db, T0 + 3_600_000, { id: 'now', at: T0 }, new Set())],
    ['a restart', () => sweepRoads(db, T0 + 600_000, { id: 'next', at: T0 + 200_000 }, new Set())],
  ])('names a dossier that goes on out of sight and ends by %s, and keeps its events', async (_end, end) => {
    await saveRound(db, round, T0);
    await write([page(T0)], { role: 'helper' });
    await write([{ type: 'handed-over', at: T0 + 10_000 }]);
    await write([{ type: 'active', from: T0 + 20_000, to: T0 + 25_000 }]);
    await end();
    expect(await all()).toMatchObject([
      { role: 'volunteer', outreach: round.outreach, notSeen: ['elsewhere'] },
    ]);
    expect((await db.getAll('events')).map(({ event }) => event.type)).toEqual([
      'page',
      'handed-over',
      'active',
      'ended',
    ]);
  });

  it('gives a dossier the role of the moment in which its declaration opens', async () => {
    await write([page(T0)], { role: 'helper' });
    await write([passed('form-opened', T0 + 1_000)]);
    expect((await all())[0]?.role).toBe('volunteer');
  });
});

describe('what is told after the result', () => {
  it('is kept, survives what the road still brings, and can be taken back', async () => {
    await write(filed(T0));
    const [it] = await all();
    const id = it?.id ?? '';
    await tellOf(db, id, { satisfaction: 2, endToEnd: { 'no-visit': 'yes' } }, T0 + 70_000);
    await write([{ type: 'dossier', at: T0 + 71_000, mark: 'a'.repeat(64) }]);
    const [told] = await all();
    expect(told).toMatchObject({ satisfaction: 2, endToEnd: { 'filed-online': 'yes', 'no-visit': 'yes' } });
    const rated = { at: T0 + 70_000, evidence: 'companion/faces' };
    expect(told?.milestones).toEqual({ ...it?.milestones, rated });
    expect(submissionSchema.safeParse(told).error?.issues ?? []).toEqual([]);
    await tellOf(db, id, { satisfaction: null, endToEnd: { 'no-visit': 'unknown' } }, T0 + 80_000);
    const [back] = await all();
    expect(back?.satisfaction).toBeNull();
    expect(back?.milestones).toEqual(it?.milestones);
    expect(back?.endToEnd['no-visit']).toBe('unknown');
  });

  it('is timed by the road’s own clock, should the machine’s have been set on the way', async () => {
    const hour = 3_600_000;
    await write([...filed(T0).slice(0, 2), { type: 'clock', at: T0 + 3_000, shiftMs: -hour }]);
    await write(filed(T0).slice(2));
    const [it] = await all();
    await tellOf(db, it?.id ?? '', { satisfaction: 5 }, T0 + 70_000 - hour);
    expect((await all())[0]?.milestones.rated?.at).toBe(T0 + 70_000);
  });

  it('cannot deny what was seen, and asks for nothing that is known or decided', async () => {
    await write([...filed(T0).slice(0, 2), { type: 'payment', at: T0 + 2_000, payment: 'free' }]);
    await write(filed(T0).slice(2));
    const [it] = await all();
    expect(it && openQuestions(it)).toEqual([
      'processed-electronically',
      'result-electronic',
      'returned-over-network',
      'no-visit',
    ]);
    const denied = await tellOf(db, it?.id ?? '', { endToEnd: { 'filed-online': 'no' } }, T0 + 70_000);
    expect(denied?.endToEnd['filed-online']).toBe('yes');
    const decided = await tellOf(db, it?.id ?? '', { endToEnd: { 'no-visit': 'no' } }, T0 + 71_000);
    expect(decided && openQuestions(decided)).toEqual([]);
  });

  it('decides whether one counts as filed of which no result was seen, though its road is long forgotten', async () => {
    await write([...declared(T0), passed('submit-clicked', T0 + 60_000)]);
    await closeTab(db, 7, T0 + 70_000, 'now');
    await sweepRoads(db, T0 + 600_000, { id: 'now', at: T0 }, new Set());
    expect(await db.count('meta')).toBe(0);
    const [it] = await all();
    const tell = (answer: 'no' | 'unknown') =>
      tellOf(db, it?.id ?? '', { endToEnd: { 'filed-online': answer } }, T0 + 700_000);
    await tell('no');
    expect(await db.getAll('days')).toMatchObject([{ unconfirmed: 0, abandoned: 1, elapsedSumMs: 0 }]);
    expect((await dayAt(T0)).tally).toMatchObject({ unconfirmed: 0, abandoned: 1, meanElapsedMs: null });
    // Neither the lists nor a file give it a time that no sum takes; it is kept for a change of mind.
    const untimed = { outcome: 'submitted-unconfirmed', elapsedMs: null, activeMs: null };
    expect([...(await listSubmissions()), ...(await exportFile()).submissions]).toMatchObject([
      untimed,
      untimed,
    ]);
    await tell('unknown');
    expect(await db.getAll('days')).toMatchObject([{ unconfirmed: 1, abandoned: 0, elapsedSumMs: 60_000 }]);
    expect((await dayAt(T0)).tally).toMatchObject({ unconfirmed: 1, abandoned: 0, meanElapsedMs: 60_000 });
    expect(await listSubmissions()).toMatchObject([{ elapsedMs: 60_000 }]);
  });

  it('asks nothing of a dossier that was not filed', async () => {
    await write(declared(T0));
    await nextPerson(db, 7, T0 + 30_000, 'now');
    expect((await all()).flatMap(openQuestions)).toEqual([]);
  });
});

it('a dossier of which the code alone was told is listed under the name that another one of it has', async () => {
  const procedure = (at: number, code: string, name: string): Fact => ({ type: 'procedure', at, code, name });
  await write([...declared(T0), procedure(T0 + 2_000, '1.000656', 'A')]);
  await write([...declared(T0 + 60_000), procedure(T0 + 62_000, '1.000656', '')], { tabId: 8 });
  await write([...declared(T0 + 90_000), procedure(T0 + 92_000, '2.000635', '')], { tabId: 9 });
  await write(declared(T0 + 95_000), { tabId: 10 });
  expect((await listSubmissions()).map((it) => it.procedure)).toEqual([
    { code: '', name: '' },
    { code: '2.000635', name: '' },
    { code: '1.000656', name: 'A' },
    { code: '1.000656', name: 'A' },
  ]);
});

it('notes belong to a submission that is there, and come back with all else after a deletion is undone', async () => {
  await write(declared(T0));
  const [it] = await all();
  const note = {
    id: crypto.randomUUID(),
    at: T0,
    about: { field: 'national/1/citizenNDK_HoVaTen' },
    text: 'x',
  };
  expect(await keepNote(db, { ...note, submissionId: it?.id ?? '' })).toBe(true);
  expect(await keepNote(db, { ...note, submissionId: crypto.randomUUID() })).toBe(false);
  expect(await notesOf(it?.id ?? '')).toEqual([{ ...note, submissionId: it?.id }]);
  await saveRound(db, { outreach: 'x', commune: '', team: '' }, T0);
  expect(erasedSchema.safeParse(await readAll(begin(db))).error?.issues ?? []).toEqual([]);
});

describe('what there is to delete', () => {
  it('has notes, named rounds and rules that did not match beside dossiers', async () => {
    await write([page(T0)]);
    // A mere visit is nothing to speak of.
    expect(await counts()).toMatchObject({ submissions: 0 });
    expect(await hasRecords()).toBe(false);
    await write(declared(T0));
    const [it] = await all();
    const note = { at: T0, about: { field: 'national/1/x' }, text: 'x', submissionId: it?.id ?? '' };
    expect([await hasRecords(), await hasWritten()]).toEqual([true, false]);
    for (let count = 0; count < 2; count++) await keepNote(db, { ...note, id: crypto.randomUUID() });
    expect(await hasWritten()).toBe(true);
    await saveRound(db, { outreach: 'x', commune: '', team: '' }, T0);
    await write([{ type: 'drift', at: T0, rule: 'national/form' }]);
    expect(await counts()).toMatchObject({ submissions: 1, notes: 2, rounds: 1, health: 1 });
  });

  it('is there where only a round was named', async () => {
    await saveRound(db, { outreach: 'x', commune: '', team: '' }, T0);
    expect(await counts()).toMatchObject({ submissions: 0, rounds: 1 });
    expect(await hasRecords()).toBe(true);
    expect(await hasWritten()).toBe(true);
  });
});
