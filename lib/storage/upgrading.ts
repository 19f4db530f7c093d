import type { IDBPTransaction, StoreNames } from 'idb';
import { SCHEMA, type Submission } from '../flow/index.ts';
import type { Schema } from './database.ts';
import { sumUp } from './summing.ts';

export type Upgrade = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>;

/** A submission as schema 1 had it: nobody measured how long people waited for the portal. */
type First = Omit<Submission, 'schema' | 'steps' | 'actingMs' | 'notSeen' | 'clockShiftMs'> & {
  steps: Omit<Submission['steps'][number], 'actingMs' | 'waitingMs'>[];
};

/** Of a road under way, as schema 1 had it: the last submit click that nothing has spoken against. */
interface FirstRoad {
  submission: { id: string };
  standingSubmit: { at: number; activeMs: number | null } | null;
}

/** The click that still stood. Where the road itself is lost, milestones tell: they hold the first rejection alone. */
function standing(first: First, road: FirstRoad | undefined): FirstRoad['standingSubmit'] {
  if (road) return road.standingSubmit;
  const { 'submit-clicked': clicked, 'submit-rejected': rejected } = first.milestones;
  const stands = clicked && clicked.at > (rejected?.at ?? 0) && first.rejections <= 1;
  return stands ? { at: clicked.at, activeMs: null } : null;
}

/** A road that was under way ends with what is known of it. */
function ended(first: First, road: FirstRoad | undefined): First {
  const submit = standing(first, road);
  if (!submit) return { ...first, outcome: 'abandoned' };
  const elapsedMs = submit.at - first.startedAt;
  return { ...first, outcome: 'submitted-unconfirmed', elapsedMs, activeMs: submit.activeMs };
}

/** What schema 1 did not measure stays unmeasured. */
function raised(first: First): Submission {
  const steps = first.steps.map((step) => ({ ...step, actingMs: null, waitingMs: null }));
  return { ...first, schema: SCHEMA, steps, actingMs: null, notSeen: [], clockShiftMs: 0 };
}

/** From database version 1 to 2. */
export async function fromFirstSchema(tx: Upgrade): Promise<void> {
  const submissions = tx.objectStore('submissions');
  submissions.createIndex('dossierMark', 'dossierMark');
  const meta = (await tx.objectStore('meta').getAll()) as unknown as { value: { road?: FirstRoad } }[];
  const roads = new Map(meta.map(({ value: { road } }) => [road?.submission.id, road]));
  const all = (await submissions.getAll()) as unknown as First[];
  for (const first of all) {
    const over = first.outcome === 'open' ? ended(first, roads.get(first.id)) : first;
    await submissions.put(raised(over));
  }
  const endedNow = all.filter(({ outcome }) => outcome === 'open');
  await sumUp(tx, endedNow);
  // The bookkeeping of roads under way has another shape now.
  await tx.objectStore('meta').clear();
}

/** From database version 2 to 3: the sums of a day also say how many dossiers of it have a time. */
export async function withTimedDays(tx: Upgrade): Promise<void> {
  await tx.objectStore('days').clear();
  await sumUp(tx, await tx.objectStore('submissions').getAll());
}
