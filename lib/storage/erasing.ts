import browser from 'webextension-polyfill';
import { reduce } from '../flow/index.ts';
import type { Messages } from '../messages/index.ts';
import { type Counts, dayOf } from '../metrics/index.ts';
import { announceChange } from './changes.ts';
import { type Database, database, type LiveRoad, STORES } from './database.ts';
import { rememberDossierKey, renewDossierKey } from './dossier-key.ts';
import { forgetAllEvidence } from './evidence.ts';
import { recall } from './health.ts';
import { portionsOf } from './portions.ts';
import { countsOf, readAll } from './reading.ts';
import { keep, withHeard } from './recorder.ts';
import { allRoads, begin, forget, type Tx } from './roads.ts';
import { type Erased, erasedSchema } from './schema.ts';
import { sumUp } from './summing.ts';

/**
 * Deletes everything, or rejects and has deleted nothing. A page does this itself, past the one writer: it must hold all
 * there is before that is gone, and no message carries so much. Resolves to the way to undo it, which works as long as
 * the page lives: it alone remembers what there was. That resolves to how much of it is lost, for it is not of the
 * contract's shape any more; it rejects with a reason when data does not arrive, and what is not back yet is for another
 * try. The dossiers of a month's round may take half a minute: `progress` is told how many portions of all are back.
 */
export async function eraseEverything(): Promise<
  (progress?: (done: number, total: number) => void) => Promise<Counts>
> {
  const putKeyBack = await rememberDossierKey();
  const { portions: left, refused } = await wipe(await database());
  const lost = lostOf(refused, left);
  await renewDossierKey();
  await forgetAllEvidence();
  announceChange();
  const total = left.length;
  return async (progress) => {
    await putKeyBack();
    try {
      for (let next = left[0]; next; next = left[0]) {
        await restore(next);
        left.shift();
        progress?.(total - left.length, total);
      }
    } finally {
      // Once for all portions: each open page would read everything anew after each of them.
      announceChange();
    }
    return lost;
  };
}

/** How much does not come back with the others. The sums of a day are made anew from the submissions that do. */
function lostOf(refused: Erased, back: readonly Erased[]): Counts {
  const ended = back.flatMap(({ submissions }) => submissions).filter(({ outcome }) => outcome !== 'open');
  const summedUp = new Set(ended.map(({ startedAt }) => dayOf(startedAt)));
  return countsOf({ ...refused, days: refused.days.filter(({ day }) => !summedUp.has(day)) });
}

/** Asks the one writer to bring back a portion of what was deleted. */
async function restore(data: Erased): Promise<void> {
  const request: Messages['restore']['request'] = { name: 'restore', data };
  const answer: Messages['restore']['response'] = await browser.runtime.sendMessage(request);
  if ('refused' in answer) throw new Error(answer.refused);
}

/**
 * Empties every store. Resolves to what was in them, read in the same transaction: what a page tells meanwhile is written
 * before that and is among it, or after that and stays.
 */
export async function wipe(db: Database): Promise<ReturnType<typeof portionsOf>> {
  const tx = begin(db);
  const erased = portionsOf(await readAll(tx));
  await Promise.all([...STORES.map((name) => tx.objectStore(name).clear()), tx.done]);
  return erased;
}

/**
 * Background only: writes records back that are wholly of the contract's shape. Throws a ZodError otherwise. What was
 * recorded meanwhile stays, and is in the sums of its day. So does what has come back already, though nobody heard of it.
 */
export async function writeBack(db: Database, data: unknown): Promise<number> {
  const { submissions, events, fields, days, meta } = erasedSchema.parse(data);
  const tx = begin(db);
  const there = new Set(await tx.objectStore('submissions').getAllKeys());
  for (const { road } of await allRoads(tx)) there.add(road.submission.id);
  for (const it of submissions) if (!there.has(it.id)) tx.objectStore('submissions').put(it);
  for (const it of events) if (!there.has(it.submissionId)) tx.objectStore('events').put(it);
  for (const it of fields) if (!there.has(it.submissionId)) tx.objectStore('fields').put(it);
  // What was made anew meanwhile is of what there is.
  for (const it of days)
    if (!(await tx.objectStore('days').count([it.day, it.procedureCode]))) tx.objectStore('days').put(it);
  for (const it of meta) {
    if ('road' in it.value) {
      if (!there.has(it.value.road.submission.id)) await board(tx, it.value);
    } else if ('rule' in it.value) await recall(tx, it.value);
    // Whoever has named the round anew meant the later name.
    else if (!(await tx.objectStore('meta').count(it.key))) tx.objectStore('meta').put(it);
  }
  const over = submissions.filter(({ outcome }) => outcome !== 'open');
  await sumUp(tx, over);
  await tx.done;
  return submissions.length;
}

/**
 * A road that comes back takes its tabs from mere visits that began there meanwhile, with what those were told. Where that
 * was a declaration, it keeps the tab, and the road ends as one that another dossier followed: a tab has one road.
 */
async function board(tx: Tx, back: LiveRoad): Promise<void> {
  const isThere = ({ session, tabs, gone }: LiveRoad) =>
    session === back.session && [...tabs, ...gone].some((tab) => back.tabs.includes(tab));
  const there = (await allRoads(tx)).filter(isThere);
  if (there.some(({ road }) => road.declared)) {
    const at = back.road.lastEventAt;
    const road = reduce(back.road, { type: 'ended', at, reason: 'superseded' });
    await keep(tx, { ...back, tabs: [], road });
    return;
  }
  let live = back;
  for (const visit of there) {
    await forget(tx, visit);
    live = await withHeard(tx, live, visit);
  }
  await keep(tx, live);
}
