import type { IDBPTransaction, StoreNames } from 'idb';
import { type Database, type LiveRoad, type Schema, STORES } from './database.ts';

/** A transaction over everything: what a report changes is written as a whole or not at all. */
export type Tx = IDBPTransaction<Schema, StoreNames<Schema>[], 'readwrite'>;

/** The keys of all living roads in `meta`. */
export const ROAD_KEYS = IDBKeyRange.bound('road/', 'road/\uffff');

export function begin(db: Database): Tx {
  return db.transaction([...STORES], 'readwrite');
}

/** Every living road: a handful, one for each tab in which a dossier is under way or was. */
export async function allRoads(tx: Tx): Promise<LiveRoad[]> {
  const found = await tx.objectStore('meta').getAll(ROAD_KEYS);
  // A road that began under an earlier version knows of no tabs that are gone.
  return found.flatMap(({ value }) => ('road' in value ? [{ ...value, gone: value.gone ?? [] }] : []));
}

/** Nothing more is expected of a road: its bookkeeping goes, its submission stays. */
export async function forget(tx: Tx, { road }: LiveRoad): Promise<void> {
  await tx.objectStore('meta').delete(`road/${road.submission.id}`);
}
