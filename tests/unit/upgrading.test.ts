import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, it, vi } from 'vitest';
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
  await old.put('submissions', { ...first(1), id: '00000000-0000-4000-8000-000000000099', outcome: 'open' });
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
