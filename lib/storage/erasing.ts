import browser from 'webextension-polyfill';
import type { Messages } from '../messages/index.ts';
import { type Database, STORES } from './database.ts';
import { readAll } from './reading.ts';
import { type Erased, erasedSchema } from './schema.ts';

/** A page asks the one writer to delete everything. Resolves to what was deleted, for as long as undo is offered. */
export async function eraseEverything(): Promise<Erased> {
  const erased = await readAll();
  await browser.runtime.sendMessage({ name: 'erase' } satisfies Messages['erase']['request']);
  return erased;
}

/** A page asks the one writer to bring back what it deleted. Rejects with a reason when the data is refused. */
export async function restore(erased: Erased): Promise<void> {
  const request: Messages['restore']['request'] = { name: 'restore', data: erased };
  const answer: Messages['restore']['response'] = await browser.runtime.sendMessage(request);
  if ('refused' in answer) throw new Error(answer.refused);
}

/** Background only: empties every store. */
export async function wipe(db: Database): Promise<void> {
  const tx = db.transaction([...STORES], 'readwrite');
  await Promise.all(STORES.map((name) => tx.objectStore(name).clear()));
  await tx.done;
}

/** Background only: writes records back that are wholly of the contract's shape. Throws a ZodError otherwise. */
export async function writeBack(db: Database, data: unknown): Promise<number> {
  const { submissions, events, fields, days, meta } = erasedSchema.parse(data);
  const tx = db.transaction([...STORES], 'readwrite');
  for (const it of submissions) tx.objectStore('submissions').put(it);
  for (const it of events) tx.objectStore('events').put(it);
  for (const it of fields) tx.objectStore('fields').put(it);
  for (const it of days) tx.objectStore('days').put(it);
  for (const it of meta) tx.objectStore('meta').put(it);
  await tx.done;
  return submissions.length;
}
