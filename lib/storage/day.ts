import type { Submission } from '../flow/index.ts';
import type { DayView, Round } from '../messages/index.ts';
import { dayOf, tallyOf } from '../metrics/index.ts';
import { type Database, database } from './database.ts';
import { amend } from './recorder.ts';
import { begin } from './roads.ts';
import { roundKey, roundOf } from './rounds.ts';
import { rangeOfDay } from './summing.ts';

/** A volunteer's day as it stands at `now` (epoch ms). */
export async function dayAt(now: number): Promise<DayView> {
  const db = await database();
  const range = rangeOfDay(dayOf(now));
  const [stored, ofDay] = await Promise.all([
    db.get('meta', roundKey(dayOf(now))),
    db.getAllFromIndex('submissions', 'startedAt', range),
  ]);
  const round = stored && 'outreach' in stored.value ? stored.value : null;
  return { round, tally: tallyOf(ofDay, now) };
}

/**
 * Background only: keeps what a volunteer says of the day of `now`. A volunteer's submissions of that day carry the
 * round's name, those too that were begun before it was said or under an earlier spelling of it.
 */
export async function saveRound(db: Database, said: Omit<Round, 'day'>, now: number): Promise<void> {
  const day = dayOf(now);
  const tx = begin(db);
  const before = await roundOf(tx, now);
  await tx.objectStore('meta').put({ key: roundKey(day), value: { day, ...said } });
  const outreach = said.outreach || null;
  const meant = (it: Submission) =>
    it.role === 'volunteer' && (it.outreach === null || it.outreach === before);
  const ofDay = await tx.objectStore('submissions').index('startedAt').getAll(rangeOfDay(day));
  for (const { id } of ofDay.filter(meant)) await amend(tx, id, (it) => ({ ...it, outreach }));
  await tx.done;
}
