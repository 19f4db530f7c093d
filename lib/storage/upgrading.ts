import type { IDBPTransaction, StoreNames } from 'idb';
import { SCHEMA, type Submission } from '../flow/index.ts';
import type { Schema } from './database.ts';

export type Upgrade = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>;

/** A submission as schema 1 had it: nobody measured how long people waited for the portal. */
type First = Omit<Submission, 'schema' | 'steps' | 'actingMs' | 'notSeen' | 'clockShiftMs'> & {
  steps: Omit<Submission['steps'][number], 'actingMs' | 'waitingMs'>[];
};

/** What schema 1 did not measure stays unmeasured. A road that was under way ends with what is known of it. */
function raised(first: First): Submission {
  const steps = first.steps.map((step) => ({ ...step, actingMs: null, waitingMs: null }));
  const outcome = first.outcome === 'open' ? 'abandoned' : first.outcome;
  return { ...first, schema: SCHEMA, outcome, steps, actingMs: null, notSeen: [], clockShiftMs: 0 };
}

/** From database version 1 to 2. */
export async function fromFirstSchema(tx: Upgrade): Promise<void> {
  const submissions = tx.objectStore('submissions');
  submissions.createIndex('dossierMark', 'dossierMark');
  for (const first of await submissions.getAll()) await submissions.put(raised(first as unknown as First));
  // The bookkeeping of roads under way has another shape now.
  await tx.objectStore('meta').clear();
}
