import { dayOf } from '../metrics/index.ts';
import type { Tx } from './roads.ts';

/** The key in `meta` of what a volunteer said of a day. */
export const roundKey = (day: string) => `round/${day}`;

/** The name of the outreach round of the day of `at` (epoch ms); null where none was said. */
export async function roundOf(tx: Tx, at: number): Promise<string | null> {
  const found = await tx.objectStore('meta').get(roundKey(dayOf(at)));
  return found && 'outreach' in found.value ? found.value.outreach || null : null;
}
