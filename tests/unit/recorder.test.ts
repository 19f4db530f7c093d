import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FieldFacts } from '../../lib/fields/index.ts';
import type { Arrival, Fact, Report } from '../../lib/messages/index.ts';
import {
  type Database,
  type LiveRoad,
  type Origin,
  openDatabase,
  STORES,
} from '../../lib/storage/database.ts';
import { counts, runningSubmissions } from '../../lib/storage/reading.ts';
import {
  closeTab as close,
  stopRoads,
  sweepRoads,
  tabOpened,
  tabRenumbered,
  writeReport,
} from '../../lib/storage/recorder.ts';
import { submissionSchema } from '../../lib/storage/schema.ts';
import { rangeOfDay } from '../../lib/storage/summing.ts';
import { field } from '../fixtures/field.ts';

// The polyfill refuses to load outside an extension; nothing here calls it.
vi.mock('webextension-polyfill', () => ({ default: {} }));

const T0 = Date.parse('2026-11-22T10:00:00+07:00');
const DOCUMENT = '0d9ba0a4-6f8e-4a39-8e4e-1d2c3b4a5f60';
const OTHER = '5b1f7c3e-2a44-4a0b-9d11-7f6e5d4c3b2a';
const ORIGIN: Origin = { tabId: 7, role: 'helper', session: 'now', host: 'h', top: true, place: 'p7' };
const THIRD = '7a2b8c4d-1e3f-4a5b-8c6d-9e0f1a2b3c4d';
let db: Database;
const closeTab = (_db: Database, tab: number, at: number) => close(db, tab, at, 'now');
const sweepAt = (now: number, session = { id: 'now', at: T0 - 1e7 }, places: string[] = []) =>
  sweepRoads(db, now, session, new Set(places));

beforeEach(async () => {
  db = await openDatabase();
  for (const store of STORES) await db.clear(store);
});

const report = (facts: Fact[], from = 1, document = DOCUMENT, arrival: Arrival = 'opened'): Report => ({
  name: 'report',
  document,
  arrival,
  facts: facts.map((fact, index) => ({ n: from + index, fact })),
});
const write = (facts: Fact[], from = 1, document = DOCUMENT) =>
  writeReport(db, report(facts, from, document), ORIGIN);
const passed = (name: Extract<Fact, { type: 'milestone' }>['name'], at: number): Fact => ({
  type: 'milestone',
  at,
  name,
  evidence: 'national/test',
});
const page = (at: number): Fact => ({ type: 'page', at, portal: 'national', hidden: false });
const fields = (at: number, ...all: FieldFacts[]): Fact => ({ type: 'fields', at, form: 1, fields: all });

describe('a report', () => {
  it('tells the page of a dossier that went on out of sight that its end was not seen', async () => {
    const opened = {
      type: 'milestone',
      at: T0 + 1,
      name: 'procedure-opened',
      evidence: 'national/test',
    } as const;
    await write([
      page(T0),
      opened,
      { type: 'handed-over', at: T0 + 10_000 },
      { type: 'hidden', at: T0 + 10_500 },
    ]);
    await sweepAt(T0 + 31 * 60_000);
    const { road } = await write([{ type: 'shown', at: T0 + 40 * 60_000 }], 5);
    expect(road).toMatchObject({ outcome: 'abandoned', notSeen: true });
  });

  it('tells the page of one that was given up that it was seen to its end', async () => {
    await write([page(T0), passed('form-opened', T0 + 1_000)]);
    await sweepAt(T0 + 31 * 60_000);
    const { road } = await write([{ type: 'shown', at: T0 + 40 * 60_000 }], 3);
    expect(road).toMatchObject({ outcome: 'abandoned', notSeen: false });
  });

  it('of a visit without a declaration leaves no submission and no event', async () => {
    await write([page(T0), { type: 'active', from: T0, to: T0 + 5_000 }]);
    await closeTab(db, 7, T0 + 9_000);
    await sweepAt(T0 + 90_000);
    for (const store of STORES) expect(await db.count(store)).toBe(0);
  });

  it('that opens a declaration takes the earlier events of the visit along', async () => {
    await write([page(T0), { type: 'active', from: T0, to: T0 + 5_000 }]);
    await write([passed('form-opened', T0 + 6_000)], 3);
    const [submission] = await db.getAll('submissions');
    expect(submission?.milestones['portal-opened']?.at).toBe(T0);
    expect((await db.getAll('events')).map(({ seq, event }) => [seq, event.type])).toEqual([
      [1, 'page'],
      [2, 'active'],
      [3, 'milestone'],
    ]);
    expect(submissionSchema.safeParse(submission).success).toBe(true);
  });

  it('that comes twice, or overlaps, is written once', async () => {
    const facts = [
      page(T0),
      passed('form-opened', T0 + 1_000),
      { type: 'upload', at: T0 + 2_000, files: 2 } as const,
    ];
    await write(facts);
    const answer = await write([...facts, passed('submit-clicked', T0 + 3_000)]);
    expect(answer.acked).toBe(4);
    expect(await db.count('events')).toBe(4);
    expect((await db.getAll('submissions'))[0]?.uploads.files).toBe(2);
  });

  it('is written as a whole or not at all', async () => {
    await write([page(T0), passed('form-opened', T0 + 1_000)]);
    const broken = { ...field({}), key: () => 'not storable' } as unknown as FieldFacts;
    const failing = write([{ type: 'upload', at: T0 + 2_000, files: 1 }, fields(T0 + 2_000, broken)], 3);
    await expect(failing).rejects.toThrow();
    expect((await db.getAll('submissions'))[0]?.uploads.files).toBe(0);
    // The frame says it again, mended, under the same numbers.
    await write([{ type: 'upload', at: T0 + 2_000, files: 1 }, fields(T0 + 2_000, field({}))], 3);
    expect((await db.getAll('submissions'))[0]?.uploads.files).toBe(1);
  });
});

describe('fields', () => {
  it('are flagged and tallied into the submission', async () => {
    await write([page(T0), passed('form-opened', T0 + 1), fields(T0 + 2, field({ state: 'chosen' }))]);
    expect((await db.getAll('fields'))[0]?.flags).toEqual(['should-have-been-filled']);
    expect((await db.getAll('submissions'))[0]?.autofill).toMatchObject({ expected: 1, byHand: 1 });
  });

  it('are told of while it is under way as they are flagged: what the browser filled is no finding', async () => {
    const seen = [
      field({ order: 1, state: 'browser' }),
      field({ order: 2, state: 'typed' }),
      field({ order: 3, state: 'empty', visible: false }),
    ];
    await write([page(T0), passed('form-opened', T0 + 1), fields(T0 + 2, ...seen)]);
    expect(await runningSubmissions()).toMatchObject([{ flagged: 1 }]);
  });

  it('of a later page that ask again are flagged, and not the first ones', async () => {
    const asked = (key: string, order: number) => field({ key: `national/1/${key}`, order });
    await write([page(T0), passed('form-opened', T0 + 1), fields(T0 + 2, asked('a', 1), asked('b', 2))]);
    const again = field({ key: 'national/2/c', order: 1 });
    await write([page(T0 + 10_000), fields(T0 + 10_001, again)], 1, OTHER);
    const stored = await db.getAll('fields');
    const flags = Object.fromEntries(
      stored.map((it) => [it.key.slice(-1), it.flags.includes('asked-again')]),
    );
    expect(flags).toEqual({ a: false, b: true, c: true });
    expect(stored.find(({ key }) => key.endsWith('c'))?.order).toBe(3);
  });

  it('keep after a reload who filled them first', async () => {
    const typed = field({ state: 'chosen', focusCount: 1 });
    await write([page(T0), passed('form-opened', T0 + 1), fields(T0 + 2, typed)]);
    const empty = fields(T0 + 10_001, field({ state: 'empty' }));
    await write([page(T0 + 10_000), empty], 1, OTHER);
    await write([fields(T0 + 11_000, field({ state: 'portal-on-load', focusCount: 1 }))], 3, OTHER);
    expect(await db.getAll('fields')).toMatchObject([{ state: 'chosen', focusCount: 2 }]);
  });

  it('are counted once where a section came before theirs by a reload', async () => {
    const child = (key: string, order: number, state: 'typed' | 'portal-on-load') =>
      field({ key, order, state, label: 'Họ tên', section: 'Người con', focusCount: 1 });
    await write([
      page(T0),
      passed('form-opened', T0 + 1),
      fields(T0 + 2, child('national/2/ten', 5, 'typed')),
    ]);
    const came = child('national/3/ten', 9, 'portal-on-load');
    await write([page(T0 + 10_000), fields(T0 + 10_001, came)], 1, OTHER);
    // A declaration that is open keeps the key, whatever becomes of the label.
    await write([fields(T0 + 11_000, { ...came, label: 'Họ tên con', focusCount: 2 })], 3, OTHER);
    expect(await db.getAll('fields')).toMatchObject([
      { key: 'national/2/ten', order: 5, state: 'typed', label: 'Họ tên con', focusCount: 3 },
    ]);
    expect((await db.getAll('submissions'))[0]?.autofill).toMatchObject({ expected: 1, askedAgain: 0 });
  });

  it('of two pages that give their boxes one name are two, each with its own state, also when one comes back', async () => {
    const phone = (label: string, state: 'typed' | 'portal-on-load') =>
      fields(T0 + 2, field({ key: 'business/1/ctl00_C_TxtPhone', label, state }));
    const [owner, shop] = ['Điện thoại chủ hộ', 'Điện thoại của hộ kinh doanh'];
    await write([page(T0), passed('form-opened', T0 + 1), phone(owner, 'typed')]);
    await write([page(T0 + 10_000), phone(shop, 'portal-on-load')], 1, OTHER);
    const both = [
      [owner, 'typed'],
      [shop, 'portal-on-load'],
    ];
    const stored = async () => (await db.getAll('fields')).map(({ label, state }) => [label, state]);
    expect(await stored()).toEqual(both);
    await write([page(T0 + 20_000), phone(owner, 'portal-on-load')], 1, THIRD);
    expect(await stored()).toEqual(both);
  });

  it('stand as they were when the submission ended', async () => {
    await write([page(T0), passed('form-opened', T0 + 1), fields(T0 + 2, field({ state: 'chosen' }))]);
    await write([passed('submitted', T0 + 9_000), fields(T0 + 9_100, field({ state: 'empty' }))], 4);
    expect((await db.getAll('fields'))[0]?.state).toBe('chosen');
  });

  it('are taken of whoever comes back to a declaration that time alone has ended', async () => {
    await write([page(T0), passed('form-opened', T0 + 1), fields(T0 + 2, field({}))]);
    await write([passed('submit-clicked', T0 + 9_000)], 4);
    const back = T0 + 11 * 60_000;
    await sweepAt(back);
    await write([fields(back + 1, field({ state: 'chosen', focusCount: 1 }))], 5);
    const tally = { expected: 1, byHand: 1, empty: 0 };
    expect(await db.getAll('submissions')).toMatchObject([
      { outcome: 'open', elapsedMs: null, autofill: tally },
    ]);
    await write([passed('submit-clicked', back + 5_000), passed('submitted', back + 6_000)], 6);
    expect(await db.getAll('submissions')).toMatchObject([{ outcome: 'submitted', autofill: tally }]);
  });

  it('of whoever goes back to them after a click that nothing answered within ten minutes were not sent by it', async () => {
    const clicked = T0 + 60_000;
    await write([page(T0), passed('form-opened', T0 + 1), fields(T0 + 100, field({}))]);
    await write([passed('submit-clicked', clicked)], 4);
    await sweepAt(clicked + 11 * 60_000);
    expect(await db.getAll('submissions')).toMatchObject([{ outcome: 'submitted-unconfirmed' }]);
    await write([fields(clicked + 12 * 60_000, field({ state: 'typed', focusCount: 1 }))], 5);
    expect(await db.getAll('submissions')).toMatchObject([{ outcome: 'open', elapsedMs: null }]);
    await closeTab(db, 7, clicked + 13 * 60_000);
    expect(await db.getAll('submissions')).toMatchObject([{ outcome: 'abandoned', elapsedMs: null }]);
    expect(await db.getAll('days')).toMatchObject([{ unconfirmed: 0, abandoned: 1 }]);
  });

  it('alone do not take a silence back', async () => {
    await write([page(T0), passed('form-opened', T0 + 1), fields(T0 + 2, field({}))]);
    await sweepAt(T0 + 31 * 60_000);
    await write([fields(T0 + 32 * 60_000, field({ state: 'chosen', focusCount: 1 }))], 4);
    expect(await db.getAll('submissions')).toMatchObject([{ outcome: 'abandoned', autofill: { byHand: 1 } }]);
  });
});

describe('endings', () => {
  const filed = async () => {
    await write([
      page(T0),
      passed('form-opened', T0 + 1),
      passed('submit-clicked', T0 + 50_000),
      passed('submitted', T0 + 60_000),
    ]);
  };

  it('sum up the day', async () => {
    await filed();
    expect(await db.getAll('days')).toMatchObject([
      { day: '2026-11-22', submissions: 1, submitted: 1, elapsedSumMs: 60_000 },
    ]);
  });

  it('let the next page of the tab begin the next dossier', async () => {
    await filed();
    const again = [passed('form-opened', T0 + 95_000), passed('first-input', T0 + 96_000)];
    await write([page(T0 + 90_000), ...again], 5);
    const all = (await db.getAllFromIndex('submissions', 'startedAt')).map(({ startedBy, outcome }) => [
      startedBy,
      outcome,
    ]);
    expect(all).toEqual([
      ['first-page', 'submitted'],
      ['next-dossier', 'open'],
    ]);
  });

  describe('after which the same form is shown once more, by going back or by loading the page anew', () => {
    const shown = T0 + 90_000;
    const filledIn = fields(shown + 5_200, field({ key: 'a' }), field({ key: 'b', state: 'typed' }));
    const shownAgain = async () => {
      await filed();
      await write([page(shown), passed('form-opened', shown + 5_000), filledIn], 5);
    };
    const all = async () => (await db.getAllFromIndex('submissions', 'startedAt')).slice(1);
    const keys = async () => (await db.getAll('fields')).map(({ key }) => key);

    it('leave nothing of it where nobody takes it up', async () => {
      await shownAgain();
      expect(await all()).toEqual([]);
      await closeTab(db, 7, shown + 60_000);
      expect(await all()).toEqual([]);
      expect(await keys()).toEqual([]);
      expect(await db.getAll('days')).toMatchObject([{ submissions: 1, submitted: 1, abandoned: 0 }]);
    });

    it('begin the next dossier as soon as it opens to who has logged in since', async () => {
      await filed();
      const login = { type: 'login-seen', at: shown + 1_000, evidence: 'x', fromLogin: true } as const;
      await write([page(shown), login, passed('form-opened', shown + 5_000)], 5);
      expect(await all()).toMatchObject([{ outcome: 'open', startedBy: 'login' }]);
    });

    it('begin the next dossier where somebody does, with all that stood in it', async () => {
      await shownAgain();
      await write([passed('first-input', shown + 30_000)], 8);
      expect(await all()).toMatchObject([
        { outcome: 'open', startedAt: shown, milestones: { 'form-opened': { at: shown + 5_000 } } },
      ]);
      expect(await keys()).toEqual(['a', 'b']);
      await closeTab(db, 7, shown + 60_000);
      expect(await all()).toMatchObject([{ outcome: 'abandoned' }]);
    });

    it('begin it with the next click on submit, should the portal have filled in everything', async () => {
      await shownAgain();
      await write([passed('submit-clicked', shown + 30_000), passed('submitted', shown + 31_000)], 8);
      expect(await all()).toMatchObject([{ outcome: 'submitted', elapsedMs: 31_000 }]);
    });

    it('begin it with the form of another procedure, as it opens', async () => {
      await shownAgain();
      await write(
        [
          { type: 'procedure', at: shown + 20_000, code: '2.000635', name: 'B' },
          passed('form-opened', shown + 40_000),
          fields(shown + 40_100, field({ key: 'c' })),
        ],
        8,
      );
      expect(await all()).toMatchObject([
        { procedure: { code: '2.000635' }, milestones: { 'form-opened': { at: shown + 40_000 } } },
      ]);
      expect(await keys()).toEqual(['c']);
    });
  });

  it('come with the closing of the tab', async () => {
    await write([page(T0), passed('form-opened', T0 + 1), passed('submit-clicked', T0 + 50_000)]);
    await closeTab(db, 7, T0 + 51_000);
    expect(await db.getAll('submissions')).toMatchObject([
      { outcome: 'submitted-unconfirmed', elapsedMs: 50_000 },
    ]);
  });

  it('are not begun anew by a message that comes after the tab was closed', async () => {
    const facts = [page(T0), passed('form-opened', T0 + 1), passed('submit-clicked', T0 + 50_000)];
    await write(facts);
    await closeTab(db, 7, T0 + 51_000);
    await write([...facts, { type: 'hidden', at: T0 + 50_900 }]);
    expect(await db.getAll('submissions')).toMatchObject([{ outcome: 'submitted-unconfirmed' }]);
    await sweepAt(T0 + 200_000);
    expect(await db.count('meta')).toBe(0);
  });

  it('wait for what a page of the closed tab still has to say, though it has never spoken before', async () => {
    await write([page(T0), passed('form-opened', T0 + 1), passed('submit-clicked', T0 + 50_000)]);
    await closeTab(db, 7, T0 + 51_000);
    const wait = { type: 'wait', from: T0 + 50_100, to: T0 + 50_400, what: 'load', failed: false } as const;
    await write([page(T0 + 50_100), wait, passed('submitted', T0 + 50_600)], 1, OTHER);
    expect(await db.getAll('submissions')).toMatchObject([
      { outcome: 'submitted', elapsedMs: 50_600, waitingMs: 300 },
    ]);
    await sweepAt(T0 + 200_000);
    expect(await db.count('meta')).toBe(0);
  });

  it('are made again after such last words, where these end nothing', async () => {
    await write([page(T0), passed('form-opened', T0 + 1)]);
    await closeTab(db, 7, T0 + 51_000);
    await write([page(T0 + 50_100), passed('fee-opened', T0 + 50_600)], 1, OTHER);
    const [it, ...others] = await db.getAll('submissions');
    expect(others).toEqual([]);
    expect(it).toMatchObject({ outcome: 'abandoned', milestones: { 'fee-opened': { at: T0 + 50_600 } } });
    await write([page(T0 + 90_000), passed('form-opened', T0 + 91_000)], 1, THIRD);
    expect(await db.count('submissions')).toBe(1);
  });

  it('come after the closing of the browser, where its tab is not brought back', async () => {
    await write([page(T0), passed('form-opened', T0 + 1)]);
    const next = { id: 'next', at: T0 + 60_000 };
    expect(await sweepAt(T0 + 61_000, next)).toBe(1);
    expect(await sweepAt(T0 + 20 * 60_000, next, ['p7'])).toBe(1);
    // Five minutes are a browser's to bring its tabs back.
    expect(await sweepAt(T0 + 6 * 60_000, next)).toBe(1);
    expect(await sweepAt(T0 + 6 * 60_000 + 1, next)).toBe(0);
    expect(await db.getAll('submissions')).toMatchObject([{ outcome: 'abandoned' }]);
  });

  it('wait for whoever is at the bank: the page that comes back after eleven minutes brings the result', async () => {
    const left = [passed('submit-clicked', T0 + 240_000), passed('payment-started', T0 + 241_000)];
    await write([page(T0), passed('form-opened', T0 + 1), ...left]);
    for (let at = T0 + 300_000; at <= T0 + 900_000; at += 60_000) await sweepAt(at);
    const back = T0 + 905_000;
    await write([page(back), passed('payment-returned', back), passed('submitted', back + 1_000)], 1, OTHER);
    expect(await db.getAll('submissions')).toMatchObject([{ outcome: 'submitted', elapsedMs: 906_000 }]);
  });

  it('leave a road known for a minute after its tab was closed, should its page have more to say', async () => {
    await write([page(T0), passed('form-opened', T0 + 1)]);
    await closeTab(db, 7, T0 + 100);
    const known = async () => (await db.getAllKeys('meta')).filter((key) => key.startsWith('road/')).length;
    await sweepAt(T0 + 60_100);
    expect(await known()).toBe(1);
    await sweepAt(T0 + 60_101);
    expect(await known()).toBe(0);
  });

  it('of silence are none for a declaration whose page the browser had put aside, and loads again', async () => {
    await write([page(T0), passed('form-opened', T0 + 1), passed('first-input', T0 + 1_000)]);
    await sweepAt(T0 + 31 * 60_000);
    const back = T0 + 50 * 60_000;
    await write(
      [page(back), passed('form-opened', back + 500), passed('submitted', back + 60_000)],
      1,
      OTHER,
    );
    expect(await db.getAll('submissions')).toMatchObject([
      { outcome: 'submitted', startedBy: 'first-page', elapsedMs: 51 * 60_000 },
    ]);
  });

  it('of silence stand where the tab goes to another page', async () => {
    await write([page(T0), passed('form-opened', T0 + 1), passed('first-input', T0 + 1_000)]);
    await sweepAt(T0 + 31 * 60_000);
    const elsewhere = { ...ORIGIN, place: 'home' };
    await writeReport(db, report([page(T0 + 50 * 60_000)], 1, OTHER), elsewhere);
    expect(await db.getAll('submissions')).toMatchObject([{ outcome: 'abandoned' }]);
  });

  it('come with silence', async () => {
    await write([page(T0), passed('form-opened', T0 + 1)]);
    expect(await sweepAt(T0 + 60_000)).toBe(1);
    expect(await sweepAt(T0 + 31 * 60_000)).toBe(0);
    expect(await db.getAll('submissions')).toMatchObject([{ outcome: 'abandoned' }]);
  });
});

describe('recording that stops', () => {
  const resumed = T0 + 300_000;

  it('leaves nothing of mere visits, and a dossier under way as one whose end nobody knows', async () => {
    await write([page(T0), passed('form-opened', T0 + 1)]);
    await writeReport(db, report([page(T0)], 1, OTHER), { ...ORIGIN, tabId: 8, place: 'p8' });
    await stopRoads(db);
    expect(await db.getAll('submissions')).toMatchObject([{ outcome: 'abandoned', notSeen: ['paused'] }]);
    expect(await db.getAll('days')).toMatchObject([{ submissions: 1, submitted: 0, abandoned: 0 }]);
    expect(await db.count('meta')).toBe(1);
    const before = await db.count('events');
    await stopRoads(db);
    await closeTab(db, 7, T0 + 90_000);
    expect(await db.count('events')).toBe(before);
  });

  it('leaves what was filed before as it was', async () => {
    await write([page(T0), passed('form-opened', T0 + 1), passed('submitted', T0 + 60_000)]);
    await stopRoads(db);
    expect(await db.getAll('submissions')).toMatchObject([
      { outcome: 'submitted', elapsedMs: 60_000, notSeen: [] },
    ]);
  });

  it('makes no quick dossier of the rest of one, when it goes on in the same tab', async () => {
    await write([page(T0), passed('form-opened', T0 + 1)]);
    await stopRoads(db);
    const rest = [page(resumed), passed('form-opened', resumed + 1), passed('submitted', resumed + 20_000)];
    await write(rest, 1, OTHER);
    expect(await db.getAll('submissions')).toMatchObject([{ outcome: 'submitted', elapsedMs: null }]);
    expect(await db.getAll('days')).toMatchObject([{ submissions: 1, submitted: 1, elapsedSumMs: 0 }]);
  });

  it('leaves none open for ever whose page’s last word came after its tab was closed', async () => {
    await write([page(T0), passed('form-opened', T0 + 1)]);
    await stopRoads(db);
    await closeTab(db, 7, resumed);
    await write([page(resumed - 1_000)], 1, OTHER);
    await sweepAt(resumed + 5 * 60_000);
    expect(await db.getAll('submissions')).toMatchObject([{ outcome: 'abandoned', notSeen: ['paused'] }]);
    expect(await db.getAll('days')).toMatchObject([{ submissions: 1, abandoned: 0 }]);
    expect(await db.count('meta')).toBe(0);
  });

  it('lets a visit begin anew when it goes on', async () => {
    await write([page(T0)]);
    await stopRoads(db);
    const facts = [page(resumed), passed('form-opened', resumed + 1), passed('submitted', resumed + 20_000)];
    await write(facts, 1, OTHER);
    expect(await db.getAll('submissions')).toMatchObject([
      { startedAt: resumed, startedBy: 'first-page', elapsedMs: 20_000 },
    ]);
  });
});

it('counts a day once, however many procedures were filed on it', async () => {
  const file = async (code: string, at: number) => {
    const facts: Fact[] = [
      page(at),
      { type: 'procedure', at, code, name: 'x' },
      passed('form-opened', at + 1),
      passed('submitted', at + 2),
    ];
    await write(facts, 1, crypto.randomUUID());
  };
  await file('1.000656', T0);
  await file('2.000635', T0 + 60_000);
  expect(await db.count('days')).toBe(2);
  expect(await counts()).toEqual({ submissions: 2, fields: 0, days: 1, notes: 0, rounds: 0, health: 0 });
});

describe('a day that was summed up while a dossier was still open', () => {
  const named = (code: string, at: number): Fact => ({ type: 'procedure', at, code, name: 'x' });
  const otherFiled = (at: number) => {
    const facts = [named('2.000635', at), passed('form-opened', at + 1), passed('submitted', at + 2)];
    return writeReport(db, report([page(at), ...facts], 1, OTHER), { ...ORIGIN, tabId: 8 });
  };

  it('knows it by the procedure under which it ended alone', async () => {
    await write([page(T0), passed('form-opened', T0 + 1)]);
    await otherFiled(T0 + 2);
    await write([named('1.000656', T0 + 5_000), passed('submitted', T0 + 9_000)], 3);
    expect((await db.getAll('days')).map((it) => [it.procedureCode, it.submissions])).toEqual([
      ['1.000656', 1],
      ['2.000635', 1],
    ]);
  });

  it('lets it go while it goes on after an end, and has it again', async () => {
    await write([page(T0), passed('form-opened', T0 + 1)]);
    await sweepAt(T0 + 2_000_000);
    const counted = async () => (await db.getAll('days')).map((it) => [it.abandoned, it.submitted]);
    expect(await counted()).toEqual([[1, 0]]);
    await write([{ type: 'active', from: T0 + 2_100_000, to: T0 + 2_100_000 }], 3);
    expect(await counted()).toEqual([]);
    await write([passed('submitted', T0 + 2_200_000)], 4);
    expect(await counted()).toEqual([[0, 1]]);
  });

  it('is from midnight to before the next', () => {
    const midnight = T0 - 10 * 3_600_000;
    const around = [midnight - 1, midnight, midnight + 86_399_999, midnight + 86_400_000];
    const day = rangeOfDay('2026-11-22');
    expect(around.map((at) => day.includes(at))).toEqual([false, true, true, false]);
  });

  it('lets it go where its clock starts anew on the next day', async () => {
    const midnight = T0 + 14 * 3_600_000;
    await write([page(midnight - 60_000), passed('form-opened', midnight - 50_000)]);
    await otherFiled(midnight - 40_000);
    await write([{ type: 'login-seen', at: midnight + 1_000, evidence: 'x', fromLogin: true }], 3);
    await write([passed('submitted', midnight + 9_000)], 4);
    expect((await db.getAll('days')).map((it) => [it.day, it.submissions])).toEqual([
      ['2026-11-22', 1],
      ['2026-11-23', 1],
    ]);
  });
});

describe('the tabs of one road', () => {
  const from = (tabId: number, facts: Fact[], n = 1, arrival: Arrival = 'opened') =>
    writeReport(db, report(facts, n, OTHER, arrival), { ...ORIGIN, tabId, place: `p${tabId}` });
  const outcomes = async () => (await db.getAll('submissions')).map(({ outcome }) => outcome).sort();

  it('are those that its pages opened: what is declared and filed there is one submission', async () => {
    await write([page(T0)]);
    await tabOpened(db, 8, 7, 'now');
    const filed = [page(T0 + 9_000), passed('form-opened', T0 + 10_000), passed('submitted', T0 + 60_000)];
    await from(8, filed);
    expect(await db.getAll('submissions')).toMatchObject([{ startedAt: T0, elapsedMs: 60_000 }]);
  });

  it('are not those that a person opened by hand', async () => {
    await write([page(T0), passed('form-opened', T0 + 1)]);
    await tabOpened(db, 8, 7, 'now');
    await from(8, [page(T0 + 9_000), passed('form-opened', T0 + 10_000)], 1, 'by-hand');
    expect(await outcomes()).toEqual(['open', 'open']);
  });

  it('part where a second declaration opens, and the first goes on', async () => {
    await write([page(T0), passed('form-opened', T0 + 1)]);
    await tabOpened(db, 8, 7, 'now');
    await from(8, [page(T0 + 9_000), passed('form-opened', T0 + 10_000), passed('first-input', T0 + 11_000)]);
    expect(await outcomes()).toEqual(['open', 'open']);
    await from(8, [passed('submitted', T0 + 20_000)], 4);
    await write([passed('submitted', T0 + 30_000)], 3);
    const times = (await db.getAllFromIndex('submissions', 'startedAt')).map((it) => it.elapsedMs);
    expect(times).toEqual([30_000, 11_000]);
  });

  it('part with what is known of the page on which the second declaration opens', async () => {
    await write([page(T0), passed('form-opened', T0 + 1)]);
    await tabOpened(db, 8, 7, 'now');
    const load: Fact = { type: 'wait', from: T0 + 9_000, to: T0 + 9_700, what: 'load', failed: false };
    await from(8, [page(T0 + 9_000), load, passed('form-opened', T0 + 10_000)]);
    await from(8, [passed('first-input', T0 + 12_000), passed('submitted', T0 + 20_000)], 4);
    const [, second] = await db.getAllFromIndex('submissions', 'startedAt');
    expect(second).toMatchObject({
      ...{ startedAt: T0 + 9_000, portals: ['national'], elapsedMs: 11_000, waitingMs: 700 },
      milestones: { 'portal-opened': { at: T0 + 9_000, evidence: 'national/page' } },
    });
  });

  it('part with the procedure that the tab of the second declaration told, or that from which it was opened', async () => {
    const told = (at: number, code: string): Fact => ({ type: 'procedure', at, code, name: code });
    await write([page(T0), told(T0, '1.000656')]);
    for (const [tab, of] of [
      [8, null],
      [9, '1.000656'],
      [10, '2.000635'],
    ] as const) {
      const at = T0 + tab * 10_000;
      if (of)
        await writeReport(db, report([page(at - 9_000), told(at - 8_000, of)], 1, `${THIRD}${tab}`), ORIGIN);
      await tabOpened(db, tab, 7, 'now');
      const facts = [page(at), passed('form-opened', at + 1_000), passed('first-input', at + 2_000)];
      const origin = { ...ORIGIN, tabId: tab, place: `p${tab}` };
      await writeReport(db, report(facts, 1, `${OTHER}${tab}`), origin);
    }
    const all = await db.getAllFromIndex('submissions', 'startedAt');
    expect(all.map(({ procedure }) => procedure.code)).toEqual(['1.000656', '1.000656', '2.000635']);
  });

  it('are of two dossiers where that form is seen filed, though nobody had to fill in anything', async () => {
    await write([page(T0), passed('form-opened', T0 + 1)]);
    await tabOpened(db, 8, 7, 'now');
    await from(8, [page(T0 + 9_000), passed('form-opened', T0 + 10_000), passed('submitted', T0 + 20_000)]);
    expect(await outcomes()).toEqual(['open', 'submitted']);
  });

  it('are those of one dossier where its form is only looked at once more in another', async () => {
    await write([page(T0), passed('form-opened', T0 + 1), passed('first-input', T0 + 2)]);
    await tabOpened(db, 8, 7, 'now');
    await from(8, [page(T0 + 9_000), passed('form-opened', T0 + 10_000)]);
    await closeTab(db, 8, T0 + 20_000);
    expect(await outcomes()).toEqual(['open']);
    await write([passed('submitted', T0 + 30_000)], 4);
    expect(await outcomes()).toEqual(['submitted']);
  });

  it('leave none open for ever whose declaration was closed after a silence, when another opens in the last of them', async () => {
    await write([page(T0)]);
    await tabOpened(db, 8, 7, 'now');
    await from(8, [page(T0 + 9_000), passed('form-opened', T0 + 10_000)]);
    const later = T0 + 40 * 60_000;
    await sweepAt(later);
    await closeTab(db, 8, later + 1_000);
    const back: Fact[] = [
      { type: 'active', from: later + 5_000, to: later + 6_000 },
      passed('form-opened', later + 9_000),
    ];
    await write(back, 2);
    expect(await outcomes()).toEqual(['abandoned', 'open']);
  });

  it('answer a submit in its own tab, or in a page that is loaded after it', async () => {
    await write([page(T0)]);
    await tabOpened(db, 8, 7, 'now');
    const opened = [page(T0 + 5_000), passed('form-opened', T0 + 6_000)];
    await from(8, [...opened, passed('submit-clicked', T0 + 60_000)]);
    // A message about something else, in the page from which the declaration was opened.
    await write([passed('submit-rejected', T0 + 70_000)], 2);
    expect(await outcomes()).toEqual(['open']);
    await write([passed('submitted', T0 + 71_000)], 3);
    expect(await outcomes()).toEqual(['open']);
    await write([page(T0 + 80_000), passed('submitted', T0 + 81_000)], 1, THIRD);
    expect(await db.getAll('submissions')).toMatchObject([
      { outcome: 'submitted', rejections: 0, elapsedMs: 81_000 },
    ]);
  });

  it('have no say in it where the road was under way before they were told apart', async () => {
    await write([page(T0), passed('form-opened', T0 + 1_000), passed('submit-clicked', T0 + 60_000)]);
    const [key] = (await db.getAllKeys('meta')).filter((it) => String(it).startsWith('road/'));
    const { value } = (await db.get('meta', key ?? '')) as { value: LiveRoad };
    const road = { ...value.road, standingSubmit: { at: T0 + 60_000 } };
    await db.put('meta', { key: key ?? '', value: { ...value, road } });
    await write([passed('submitted', T0 + 70_000)], 4);
    expect(await outcomes()).toEqual(['submitted']);
  });

  it('keep apart whom each of two procedures is filed to, while the second is chosen', async () => {
    const told = (at: number, code: string, agency: string): Fact[] => [
      { type: 'procedure', at, code, name: code },
      { type: 'agency', at: at + 1, name: agency },
    ];
    await write([page(T0), ...told(T0, '1.000656', 'UBND xã A'), passed('form-opened', T0 + 10)]);
    await tabOpened(db, 8, 7, 'now');
    await from(8, [page(T0 + 5_000), ...told(T0 + 5_000, '1.001193', 'UBND xã B')]);
    expect(await db.getAll('submissions')).toMatchObject([{ agency: 'UBND xã A' }]);
    await from(8, [passed('form-opened', T0 + 9_000)], 4);
    const all = await db.getAllFromIndex('submissions', 'startedAt');
    const procedure = (code: string) => ({ code, name: code });
    expect(all.map(({ procedure, agency }) => [procedure, agency])).toEqual([
      [procedure('1.000656'), 'UBND xã A'],
      [procedure('1.001193'), 'UBND xã B'],
    ]);
  });

  it('are those of one road though the browser numbers them anew, and it goes on where it was hidden', async () => {
    await write([page(T0), passed('form-opened', T0 + 1_000)]);
    await tabOpened(db, 8, 7, 'now');
    await from(8, [page(T0 + 9_000)]);
    await write([{ type: 'hidden', at: T0 + 9_000 }], 3);
    await tabRenumbered(db, 70, 7, 'now');
    const [live] = await db.getAll('meta');
    expect(live?.value).toMatchObject({ tabs: [70, 8], places: { 70: 'p7' }, road: { formTab: 70 } });
    await closeTab(db, 8, T0 + 20_000);
    await writeReport(db, report([page(T0 + 30_000), passed('submitted', T0 + 40_000)], 1, THIRD), {
      ...ORIGIN,
      tabId: 70,
    });
    expect(await db.getAll('submissions')).toMatchObject([{ outcome: 'submitted', activeMs: 30_000 }]);
  });

  it('outlive the closing of one of them, but not of that with the declaration', async () => {
    await write([page(T0)]);
    await tabOpened(db, 8, 7, 'now');
    await from(8, [page(T0 + 9_000), passed('form-opened', T0 + 10_000)]);
    await closeTab(db, 7, T0 + 20_000);
    expect(await outcomes()).toEqual(['open']);
    await closeTab(db, 8, T0 + 30_000);
    expect(await outcomes()).toEqual(['abandoned']);
  });
});

describe('after the browser was killed', () => {
  const back = ({ arrival = 'restored', ...origin }: Partial<Origin> & { arrival?: Arrival }) =>
    writeReport(db, report([page(T0 + 60_000), passed('form-opened', T0 + 61_000)], 1, OTHER, arrival), {
      ...ORIGIN,
      session: 'next',
      tabId: 90,
      ...origin,
    });

  it('a road goes on in the tab that is brought back', async () => {
    await write([page(T0), passed('form-opened', T0 + 1)]);
    await back({});
    expect(await db.getAll('submissions')).toMatchObject([{ startedAt: T0, outcome: 'open' }]);
    const [live] = await db.getAll('meta');
    expect(live?.value).toMatchObject({ session: 'next', tabs: [90] });
  });

  it.each([
    ['another address', { place: 'p8' }],
    ['another address, though it bears the number that its own had', { place: 'p8', tabId: 7 }],
    ['an address that was typed anew', { arrival: 'by-hand' as const }],
    ['an unknown address', { place: null }],
  ])('it does not go on in a tab of %s', async (_name, origin) => {
    await write([page(T0), passed('form-opened', T0 + 1)]);
    await back(origin);
    expect(await db.count('submissions')).toBe(2);
  });

  describe('with a payment in a tab that the declaration had opened', () => {
    const paying = (at: number) => report([page(at)], 1, THIRD);
    const payment = () => writeReport(db, paying(T0 + 20_000), { ...ORIGIN, tabId: 8, place: 'p8' });
    const paymentBack = (tabId: number) =>
      writeReport(
        db,
        { ...paying(T0 + 60_000), document: crypto.randomUUID(), arrival: 'restored' },
        {
          ...ORIGIN,
          session: 'next',
          tabId,
          place: 'p8',
        },
      );
    beforeEach(async () => {
      await write([page(T0), passed('form-opened', T0 + 1)]);
      await tabOpened(db, 8, 7, 'now');
      await payment();
    });

    it.each([
      ['first', async () => paymentBack(91).then(() => back({}))],
      ['last', async () => back({}).then(() => paymentBack(91))],
    ])('a road goes on in both tabs, though the payment comes back %s', async (_name, restore) => {
      await restore();
      expect(await db.count('submissions')).toBe(1);
      const [live] = await db.getAll('meta');
      expect(live?.value).toMatchObject({ tabs: [90, 91], waiting: [], road: { formTab: 90 } });
      // What the declaration had opened goes on without it.
      await close(db, 90, T0 + 70_000, 'next');
      expect(await db.getAll('submissions')).toMatchObject([{ outcome: 'open' }]);
    });

    it('a road goes on in both after a second restart, before which one alone had come back', async () => {
      await paymentBack(91);
      await sweepAt(T0 + 20 * 60_000, { id: 'third', at: T0 + 70_000 }, ['p7']);
      await back({ session: 'third', tabId: 95 });
      expect(await db.getAll('submissions')).toMatchObject([{ startedAt: T0, outcome: 'open' }]);
    });

    it('a road does not go on where the address of the tab that is waited for was typed anew', async () => {
      await paymentBack(91);
      await back({ arrival: 'by-hand' });
      expect(await db.count('submissions')).toBe(2);
    });
  });

  /** What lay on disk when the browser was killed: it is written in the next run, under the tab's old number. */
  const fromDisk = (facts: Fact[], from: number, document = DOCUMENT) =>
    writeReport(db, report(facts, from, document), {
      ...ORIGIN,
      session: 'next',
      place: null,
      fromDisk: true,
    });

  it('what its page had put on disk still belongs to it', async () => {
    await write([page(T0), passed('form-opened', T0 + 1)]);
    await fromDisk([page(T0), passed('form-opened', T0 + 1), passed('submit-clicked', T0 + 50_000)], 1);
    expect(await db.count('meta')).toBe(1);
    await sweepAt(T0 + 20 * 60_000, { id: 'next', at: T0 + 60_000 });
    expect(await db.getAll('submissions')).toMatchObject([
      { outcome: 'submitted-unconfirmed', elapsedMs: 50_000 },
    ]);
  });

  it('what its page had put on disk belongs to it in the tab that was brought back too', async () => {
    await write([page(T0), passed('form-opened', T0 + 1)]);
    await back({});
    await fromDisk([passed('form-opened', T0 + 40_000), passed('submit-clicked', T0 + 50_000)], 3);
    await close(db, 90, T0 + 90_000, 'next');
    expect(await db.getAll('submissions')).toMatchObject([
      { outcome: 'submitted-unconfirmed', elapsedMs: 50_000 },
    ]);
  });

  it('what begins on disk begins in the run of then', async () => {
    await write([page(T0), passed('form-opened', T0 + 1), passed('submitted', T0 + 10_000)]);
    await fromDisk([page(T0 + 20_000), passed('form-opened', T0 + 21_000)], 4);
    const [live, ...others] = (await db.getAll('meta')).map(({ value }) => value);
    expect(others).toEqual([]);
    expect(live).toMatchObject({ session: 'now', road: { submission: { startedBy: 'next-dossier' } } });
  });

  it('what lay on disk of a road that nobody knows any more begins none', async () => {
    await fromDisk([page(T0), passed('form-opened', T0 + 1)], 1, THIRD);
    for (const store of STORES) expect(await db.count(store)).toBe(0);
  });

  it('it does not go on where two roads could be meant', async () => {
    await write([page(T0), passed('form-opened', T0 + 1)]);
    await writeReport(db, report([page(T0), passed('form-opened', T0 + 1)], 1, THIRD), {
      ...ORIGIN,
      tabId: 8,
    });
    await back({});
    expect(await db.count('submissions')).toBe(3);
  });
});

it('no field is stored of what went on elsewhere, for none of it was opened here', async () => {
  await write([page(T0), { type: 'handed-over', at: T0 + 1_000 }]);
  await sweepAt(T0 + 31 * 60_000);
  await write([fields(T0 + 32 * 60_000, field({}))], 3);
  await write([{ type: 'active', from: T0 + 33 * 60_000, to: T0 + 33 * 60_000 }], 4);
  expect(await db.count('submissions')).toBe(0);
  expect(await db.count('fields')).toBe(0);
});

it('a frame in a page speaks for its tab, and its pages begin nothing', async () => {
  const frame = { ...ORIGIN, top: false };
  await writeReport(db, report([page(T0)], 1, OTHER), frame);
  expect(await db.count('meta')).toBe(0);
  await write([page(T0)]);
  const told: Fact[] = [
    { ...page(T0 + 1_000), portal: 'justice' } as Fact,
    passed('form-opened', T0 + 2_000),
  ];
  await writeReport(db, report(told, 2, OTHER), frame);
  expect(await db.getAll('submissions')).toMatchObject([{ startedAt: T0, portals: ['national'] }]);
});

it('what a look-up page tells goes to the submission with that mark, and lasts', async () => {
  const mark = 'ab'.repeat(32);
  await write([
    page(T0),
    passed('form-opened', T0 + 1),
    passed('submitted', T0 + 9),
    { type: 'dossier', at: T0 + 10, mark },
  ]);
  const none = { receivedAt: null, dueAt: null, resultAt: null };
  const progress = (told: Partial<typeof none | Record<keyof typeof none, number>>, of = mark): Fact => ({
    ...{ type: 'progress', at: T0 + 99, mark: of, state: null },
    ...{ ...none, ...told },
  });
  await write([progress({ receivedAt: T0 + 50 }), { type: 'hidden', at: T0 + 80 }], 5);
  await write([page(T0 + 90), passed('form-opened', T0 + 91), passed('first-input', T0 + 92)], 7);
  await write([progress({ dueAt: T0 + 500 }), progress({ resultAt: T0 + 80 }), progress({})], 10);
  await write([progress({ resultAt: T0 + 70 }, 'cd'.repeat(32))], 13);
  await closeTab(db, 7, T0 + 200);
  expect((await db.getAllFromIndex('submissions', 'startedAt')).map(({ processing }) => processing)).toEqual([
    { receivedAt: T0 + 50, dueAt: T0 + 500, resultAt: T0 + 80 },
    none,
  ]);
});

it('rules that do not match are counted by day, until they match again', async () => {
  const drift = (at: number): Fact => ({ type: 'drift', at, rule: 'national/test' });
  await write([page(T0), drift(T0), drift(T0 + 5), drift(T0 + 86_400_000)]);
  const health = async () => (await db.get('meta', 'health/national/test'))?.value;
  const days = { '2026-11-22': 2, '2026-11-23': 1 };
  expect(await health()).toEqual({ rule: 'national/test', days, since: T0 });
  await write([passed('form-opened', T0 + 86_400_001)], 5);
  expect(await health()).toEqual({ rule: 'national/test', days, since: null });
});

it('a clock that is set on the way is said and left out, in later documents too', async () => {
  const hour = 3_600_000;
  await write([page(T0), passed('form-opened', T0 + 1), { type: 'clock', at: T0 + 10_000, shiftMs: hour }]);
  await write([page(T0 + hour + 20_000), passed('submitted', T0 + hour + 30_000)], 1, OTHER);
  expect(await db.getAll('submissions')).toMatchObject([{ elapsedMs: 30_000, clockShiftMs: hour }]);
});

it('a clock that is set on the way is no silence, and no time since its tab was closed', async () => {
  const hour = 3_600_000;
  await write([page(T0), passed('form-opened', T0 + 1), { type: 'clock', at: T0 + 10_000, shiftMs: hour }]);
  expect(await sweepAt(T0 + hour + 20_000)).toBe(1);
  await closeTab(db, 7, T0 + hour + 30_000);
  await sweepAt(T0 + hour + 60_000);
  expect((await db.getAllKeys('meta')).filter((key) => key.startsWith('road/'))).toHaveLength(1);
});

it('a clock that two documents saw set is said once, however late the other one tells it', async () => {
  const hour = 3_600_000;
  const minutes = 240_000;
  const set = (at: number, shiftMs: number): Fact => ({ type: 'clock', at, shiftMs });
  const other = (facts: Fact[], from: number) =>
    writeReport(db, report(facts, from, OTHER), { ...ORIGIN, tabId: 8, place: 'p8' });
  await write([page(T0), passed('form-opened', T0 + 1)]);
  await tabOpened(db, 8, 7, 'now');
  await other([page(T0 + 5_000)], 1);
  await write([set(T0 + 10_000, hour)], 3);
  await other([set(T0 + 10_000 + minutes, hour)], 2);
  expect((await db.getAll('submissions'))[0]?.clockShiftMs).toBe(hour);
  await write([set(T0 + 20_000 + minutes, minutes)], 4);
  expect((await db.getAll('submissions'))[0]?.clockShiftMs).toBe(hour + minutes);
  expect((await db.getAll('events')).filter(({ event }) => event.type === 'clock')).toHaveLength(2);
});

it('a clock that is set twice, the hour and then the minutes, is left out as a whole', async () => {
  const set = (at: number, shiftMs: number): Fact => ({ type: 'clock', at, shiftMs });
  await write([page(T0), passed('form-opened', T0 + 1), set(T0 + 10_000, 3_600_000)]);
  await write([set(T0 + 40_000, 300_000)], 4);
  await write([page(T0 + 3_900_000 + 50_000), passed('submitted', T0 + 3_900_000 + 60_000)], 1, OTHER);
  expect(await db.getAll('submissions')).toMatchObject([{ elapsedMs: 60_000, clockShiftMs: 3_900_000 }]);
});

it('a clock that is set twice is left out once, where two pages tell of it by turns', async () => {
  const set = (at: number, shiftMs: number): Fact => ({ type: 'clock', at, shiftMs });
  await write([page(T0), passed('form-opened', T0 + 1)]);
  await write([page(T0 + 2)], 1, OTHER);
  await write([set(T0 + 10_000, 3_600_000)], 3);
  await write([set(T0 + 20_000, 3_900_000)], 2, OTHER);
  expect(await db.getAll('submissions')).toMatchObject([{ clockShiftMs: 3_900_000 }]);
});

it('what runs is each declaration or login under way, the latest first, and no mere visit', async () => {
  const inTab = (tabId: number, ...facts: Fact[]) =>
    writeReport(db, report(facts, 1, crypto.randomUUID()), { ...ORIGIN, tabId, place: `p${tabId}` });
  const step = (id: string, at: number): Fact => ({ type: 'step', at, id, label: id.toUpperCase() });
  const procedure = { code: '1.000656', name: 'Khai tử' };
  await inTab(1, page(T0), { type: 'procedure', at: T0, ...procedure }, passed('form-opened', T0 + 1));
  await inTab(1, step('a', T0 + 2), step('b', T0 + 3));
  await inTab(2, page(T0 + 10), {
    type: 'login-seen',
    at: T0 + 20,
    evidence: 'national/test',
    fromLogin: true,
  });
  await inTab(3, page(T0 + 30));
  await inTab(4, page(T0 + 40), passed('form-opened', T0 + 41), passed('submitted', T0 + 42));
  expect(await runningSubmissions()).toEqual([
    {
      ...{ submissionId: expect.any(String), startedAt: T0 + 20, startedBy: 'login' },
      ...{ procedure: { code: '', name: '' }, step: null, flagged: 0 },
    },
    {
      ...{ submissionId: expect.any(String), startedAt: T0, startedBy: 'first-page' },
      ...{ procedure, step: { id: 'b', label: 'B' }, flagged: 0 },
    },
  ]);
  // They lie in no order that means anything.
  for (const tab of [5, 6, 8, 7]) await inTab(tab, page(T0 + tab), passed('form-opened', T0 + 100));
  const began = (await runningSubmissions()).map(({ startedAt }) => startedAt - T0);
  expect(began).toEqual([20, 8, 7, 6, 5, 0]);
});

it('a clock that is set on the way leaves the running time as it is, on the page and in the popup', async () => {
  const hour = 3_600_000;
  for (const [nth, set] of [hour, -2 * hour].entries()) {
    const tabId = 7 + nth;
    const clock: Fact = { type: 'clock', at: T0 + 10_000, shiftMs: set };
    const told = report([page(T0), passed('form-opened', T0 + 1), clock], 1, nth === 0 ? DOCUMENT : OTHER);
    const { road } = await writeReport(db, told, { ...ORIGIN, tabId, place: `p${tabId}` });
    const running = (await runningSubmissions()).find((it) => it.submissionId === road?.submissionId);
    expect([road?.startedAt, running?.startedAt]).toEqual([T0 + set, T0 + set]);
  }
});

it('a second declaration that opens long after the page of its procedure begins with that', async () => {
  const procedure = (code: string, at: number): Fact => ({ type: 'procedure', at, code, name: 'x' });
  const late = T0 + 45 * 60_000;
  await write([page(T0), procedure('1.000656', T0), passed('form-opened', T0 + 1)]);
  const busy: Fact = { type: 'active', from: T0 + 20_000, to: late };
  const shown = T0 + 19_500;
  const step: Fact = { type: 'step', at: shown, id: 'procedure', label: 'x' };
  const opened = passed('procedure-opened', shown);
  await write([page(T0 + 19_000), step, opened, procedure('2.000635', T0 + 20_000), busy], 4);
  await write([passed('form-opened', late + 1), passed('submitted', late + 60_000)], 9);
  expect(await db.getAllFromIndex('submissions', 'startedAt')).toMatchObject([
    { startedAt: T0 },
    {
      ...{ startedAt: T0 + 20_000, startedBy: 'next-dossier', elapsedMs: late + 40_000 - T0 },
      // Somebody was busy on that page all the while.
      activeMs: late - (T0 + 20_000),
      portals: ['national'],
      steps: [{ id: 'procedure' }],
      milestones: { 'procedure-opened': { at: T0 + 19_500 } },
    },
  ]);
});

describe('the form of a declaration that opens again after a look at another procedure', () => {
  const looksAtAnother = async (...more: Fact[]) => {
    const procedure = (code: string, at: number): Fact => ({ type: 'procedure', at, code, name: 'x' });
    await write([page(T0), procedure('1.000656', T0), passed('form-opened', T0 + 1)]);
    await write([page(T0 + 19_000), procedure('2.000635', T0 + 20_000), ...more], 4);
    const form = [page(T0 + 29_000), passed('form-opened', T0 + 30_000), passed('submitted', T0 + 60_000)];
    await write(form, 6 + more.length);
  };

  it('is its own: somebody went back to it', async () => {
    await looksAtAnother();
    expect(await db.getAll('submissions')).toMatchObject([
      { outcome: 'submitted', procedure: { code: '1.000656' }, elapsedMs: 60_000 },
    ]);
  });

  it.each<Fact>([
    { type: 'handed-over', at: T0 + 25_000 },
    { type: 'agency', at: T0 + 25_000, name: 'Phường Sáu' },
  ])('is that of the other procedure where that was asked for: $type', async (asks) => {
    await looksAtAnother(asks);
    expect(await db.getAllFromIndex('submissions', 'startedAt')).toMatchObject([
      { outcome: 'abandoned', procedure: { code: '1.000656' } },
      { outcome: 'submitted', procedure: { code: '2.000635' }, elapsedMs: 40_000 },
    ]);
  });
});

it('a second declaration of a page that was open when the clock was set begins by the new time', async () => {
  const hour = 3_600_000;
  const procedure = (code: string, at: number): Fact => ({ type: 'procedure', at, code, name: 'x' });
  await write([page(T0), procedure('1.000656', T0), passed('form-opened', T0 + 1)]);
  await write([{ type: 'clock', at: T0 + 10_000, shiftMs: hour }, procedure('2.000635', T0 + 20_000)], 4);
  await write([passed('form-opened', T0 + 30_000), passed('submitted', T0 + 60_000)], 6);
  expect(await db.getAllFromIndex('submissions', 'startedAt')).toMatchObject([
    { startedAt: T0, outcome: 'abandoned', procedure: { code: '1.000656' } },
    {
      startedAt: T0 + hour + 20_000,
      elapsedMs: 40_000,
      clockShiftMs: 0,
      procedure: { code: '2.000635' },
      agency: null,
      milestones: { 'form-opened': { at: T0 + hour + 30_000 } },
    },
  ]);
});

it('of clocks no more is kept than of what was written, however many people a tab sees', async () => {
  let at = T0;
  for (let visit = 0; visit < 60; visit++) {
    at += 5_000;
    const filed = visit % 10 === 9 ? [passed('form-opened', at + 1), passed('submitted', at + 2)] : [];
    await write([page(at), { type: 'clock', at, shiftMs: 10 }, ...filed], 1, crypto.randomUUID());
  }
  const roads = (await db.getAll('meta')).flatMap(({ value }) => ('road' in value ? [value] : []));
  for (const { written, shifts, noticed = {} } of roads) {
    expect(Object.keys(written).length).toBeGreaterThan(9);
    expect(Object.keys(shifts).sort()).toEqual(Object.keys(written).sort());
    expect(Object.keys(noticed).sort()).toEqual(Object.keys(written).sort());
  }
  expect(roads).not.toHaveLength(0);
});

it('a click that confirm() refused stands for nothing once the person goes on filling in', async () => {
  await write([page(T0), passed('form-opened', T0 + 1), fields(T0 + 2, field({ focusCount: 1 }))]);
  await write([passed('submit-clicked', T0 + 5_000)], 4);
  await write([fields(T0 + 20_000, field({ focusCount: 2 }))], 5);
  await closeTab(db, 7, T0 + 60_000);
  expect(await db.getAll('submissions')).toMatchObject([{ outcome: 'abandoned' }]);
});

it.each([
  [1_999, 'submitted-unconfirmed'],
  [2_000, 'abandoned'],
])(
  'a click stands for %i ms of filling in by the clock of its page, that of the machine set or not: %s',
  async (after, outcome) => {
    const [hour, click] = [3_600_000, T0 + 3_630_000];
    const begun = [page(T0), passed('form-opened', T0 + 1), fields(T0 + 2, field({ focusCount: 1 }))];
    await write([...begun, { type: 'clock', at: T0 + 10_000, shiftMs: hour }]);
    await write(
      [page(T0 + hour + 20_000), fields(click - 1, field({})), passed('submit-clicked', click)],
      1,
      OTHER,
    );
    await write([fields(click + after, field({ focusCount: 1 }))], 4, OTHER);
    await closeTab(db, 7, click + 60_000);
    expect(await db.getAll('submissions')).toMatchObject([{ outcome }]);
  },
);

it('a click is taken back by whoever goes on after a reload, though the new page counts from nothing', async () => {
  await write([page(T0), passed('form-opened', T0 + 1), fields(T0 + 2, field({ focusCount: 1 }))]);
  await write([page(T0 + 9_000), fields(T0 + 9_001, field({}))], 1, OTHER);
  await write([passed('submit-clicked', T0 + 20_000)], 3, OTHER);
  await write([fields(T0 + 40_000, field({ focusCount: 1 }))], 4, OTHER);
  await closeTab(db, 7, T0 + 60_000);
  expect(await db.getAll('submissions')).toMatchObject([{ outcome: 'abandoned' }]);
});

it('a click stands where a page and a frame of it both declare, and a script marks a field visited before', async () => {
  const frame = { ...ORIGIN, top: false, place: null };
  const inner = (at: number, facts: Partial<FieldFacts>) =>
    fields(at, field({ key: 'national.1/1/1', ...facts }));
  await write([page(T0), passed('form-opened', T0 + 1), fields(T0 + 2, field({ focusCount: 1 }))]);
  await writeReport(db, report([inner(T0 + 3, { focusCount: 1 })], 1, OTHER), frame);
  await write([passed('submit-clicked', T0 + 20_000)], 4);
  await write([fields(T0 + 24_000, field({ focusCount: 1, errorsShown: 1 }))], 5);
  await closeTab(db, 7, T0 + 60_000);
  expect(await db.getAll('submissions')).toMatchObject([{ outcome: 'submitted-unconfirmed' }]);
});

it('a full disk loses nothing: the same report is taken once there is room', async () => {
  const facts = [page(T0), passed('form-opened', T0 + 1)];
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  await expect(write(facts)).rejects.toMatchObject({ name: 'QuotaExceededError' });
  full.mockRestore();
  expect(await db.count('submissions')).toBe(0);
  await write(facts);
  expect(await db.count('submissions')).toBe(1);
});
