import type { Submission } from '../flow/index.ts';
import { dayOf, spanOfDay, summariseDays } from '../metrics/index.ts';
import type { Tx } from './roads.ts';
import type { Upgrade } from './upgrading.ts';

/** The starts of all submissions of a calendar day in Việt Nam, for the index of that name. */
export function rangeOfDay(day: string): IDBKeyRange {
  const { from, until } = spanOfDay(day);
  return IDBKeyRange.bound(from, until, false, true);
}

/**
 * Sums the days of these submissions up anew, from all that are stored of each: rows that are made from scratch, and under
 * no procedure but those that its submissions have by now, cannot drift.
 */
export async function sumUp(tx: Tx | Upgrade, of: readonly Pick<Submission, 'startedAt'>[]): Promise<void> {
  const starts = tx.objectStore('submissions').index('startedAt');
  const days = tx.objectStore('days');
  for (const day of new Set(of.map(({ startedAt }) => dayOf(startedAt)))) {
    const rows = summariseDays(await starts.getAll(rangeOfDay(day)));
    await days.delete(IDBKeyRange.bound([day], [day, []]));
    for (const row of rows) await days.put(row);
  }
}
