import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, it, vi } from 'vitest';
import { database } from '../../lib/storage/database.ts';

// The polyfill refuses to load outside an extension; nothing here calls it.
vi.mock('webextension-polyfill', () => ({ default: {} }));

it('is opened anew after it made way for a newer version of itself', async () => {
  const db = await database();
  expect(await database()).toBe(db);
  // A second window with a newer extension, which then goes away again.
  const newer = await openDB('dong-hanh', db.version + 1);
  newer.close();
  await expect(database()).rejects.toMatchObject({ name: 'VersionError' });
  indexedDB.deleteDatabase('dong-hanh');
  expect(await (await database()).count('submissions')).toBe(0);
});
