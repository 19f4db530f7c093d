import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, it, vi } from 'vitest';
import { summariseDays } from '../../lib/metrics/index.ts';
import { openDatabase } from '../../lib/storage/database.ts';
import { submissionSchema } from '../../lib/storage/schema.ts';
import { submissions } from '../fixtures/submissions.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));

/** A submission as version 1 stored it. */
function first(index: number) {
  const {
    notSeen: _n,
    clockShiftMs: _c,
    actingMs: _a,
    steps,
    ...rest
  } = submissions(index + 1)[index] ?? fail();
  const old = steps.map(({ actingMs: _x, waitingMs: _y, ...step }) => step);
  return { ...rest, schema: 1, steps: old };
}
function fail(): never {
  throw new Error('the fixture is too short');
}

/** One that was under way when the new version came: submit was clicked, and rejected where `rejectedAt` says so. */
function underWay(number: number, startedAt: number, clickedAt: number, rejectedAt: number | null) {
  const moment = (at: number) => ({ at, evidence: 'national/test' });
  return {
    ...first(1),
    id: `00000000-0000-4000-8000-0000000001${String(number).padStart(2, '0')}`,
    startedAt,
    outcome: 'open',
    elapsedMs: null,
    milestones: {
      'form-opened': moment(startedAt),
      'submit-clicked': moment(clickedAt),
      ...(rejectedAt !== null && { 'submit-rejected': moment(rejectedAt) }),
    },
  };
}

/** The database as version 1 made it. */
const openFirst = () =>
  openDB('dong-hanh', 1, {
    upgrade(db) {
      db.createObjectStore('submissions', { keyPath: 'id' }).createIndex('startedAt', 'startedAt');
      db.createObjectStore('events', { keyPath: ['submissionId', 'seq'] });
      db.createObjectStore('fields', { keyPath: ['submissionId', 'key'] });
      db.createObjectStore('days', { keyPath: ['day', 'procedureCode'] });
      db.createObjectStore('meta', { keyPath: 'key' });
    },
  });

it('takes a database of version 1 over, and waits for nobody who holds it', async () => {
  const old = await openFirst();
  await old.put('submissions', first(0));
  const open = { ...first(1), id: '00000000-0000-4000-8000-000000000099', outcome: 'open', milestones: {} };
  await old.put('submissions', open);
  await old.put('meta', { key: 'road/7', value: { tabId: 7 } });
  // Someone holds the old version open: that is said, not waited for.
  await expect(openDatabase()).rejects.toMatchObject({ name: 'BlockedError' });
  old.close();
  const db = await openDatabase();
  const all = await db.getAll('submissions');
  expect(all.every((one) => submissionSchema.safeParse(one).success)).toBe(true);
  expect(all.map(({ outcome, actingMs }) => [outcome, actingMs])).toEqual([
    [first(0).outcome, null],
    ['abandoned', null],
  ]);
  expect(all[0]).toMatchObject({ elapsedMs: first(0).elapsedMs, waitingMs: first(0).waitingMs });
  expect(await db.count('meta')).toBe(0);
  db.close();
});

it('takes a submit that still stood for one, and sums the days of roads that end up anew', async () => {
  indexedDB.deleteDatabase('dong-hanh');
  const old = await openFirst();
  const at = Date.parse('2026-11-02T09:00:00+07:00');
  await old.put('submissions', underWay(1, at, at + 60_000, null));
  await old.put('submissions', underWay(2, at + 1, at + 60_000, at + 50_000));
  await old.put('submissions', underWay(3, at + 2, at + 60_000, at + 70_000));
  // Of two rejections one may have come after the click.
  await old.put('submissions', { ...underWay(6, at + 6, at + 60_000, at + 50_000), rejections: 2 });
  // The road itself knows better than the first click and the first rejection do.
  const road = async (number: number, standingSubmit: object | null) => {
    const submission = underWay(number, at + number, at + 60_000, null);
    await old.put('submissions', submission);
    await old.put('meta', { key: `road/${number}`, value: { road: { submission, standingSubmit } } });
  };
  await road(4, { at: at + 90_004, activeMs: 40_000 });
  await road(5, null);
  old.close();
  const db = await openDatabase();
  const all = await db.getAllFromIndex('submissions', 'startedAt');
  expect(all.map(({ outcome, elapsedMs }) => [outcome, elapsedMs])).toEqual([
    ['submitted-unconfirmed', 60_000],
    ['submitted-unconfirmed', 59_999],
    ['abandoned', null],
    ['submitted-unconfirmed', 90_000],
    ['abandoned', null],
    ['abandoned', null],
  ]);
  expect(all[3]?.activeMs).toBe(40_000);
  expect(all.every((one) => submissionSchema.safeParse(one).success)).toBe(true);
  expect(await db.getAll('days')).toMatchObject([
    { day: '2026-11-02', submissions: 6, unconfirmed: 3, abandoned: 3, timed: 3, elapsedSumMs: 209_999 },
  ]);
  db.close();
});

it('sums the days of version 2 up anew, for they did not say how many of their dossiers have a time', async () => {
  indexedDB.deleteDatabase('dong-hanh');
  const old = await openDB('dong-hanh', 2, {
    upgrade(db) {
      const kept = db.createObjectStore('submissions', { keyPath: 'id' });
      kept.createIndex('startedAt', 'startedAt');
      kept.createIndex('dossierMark', 'dossierMark');
      db.createObjectStore('events', { keyPath: ['submissionId', 'seq'] });
      db.createObjectStore('fields', { keyPath: ['submissionId', 'key'] });
      db.createObjectStore('days', { keyPath: ['day', 'procedureCode'] });
      db.createObjectStore('meta', { keyPath: 'key' });
    },
  });
  const [filed] = submissions(1);
  if (!filed) fail();
  const { timed: _, ...row } = summariseDays([filed])[0] ?? fail();
  await old.put('submissions', filed);
  await old.put('days', row);
  old.close();
  const db = await openDatabase();
  expect(await db.getAll('days')).toEqual([{ ...row, timed: 1 }]);
  db.close();
});
