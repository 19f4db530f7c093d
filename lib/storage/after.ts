import { type FlowEvent, type Submission, type Told, takeBackEnd, withTold } from '../flow/index.ts';
import type { Database } from './database.ts';
import { amend, keep, step, withAfterwards } from './recorder.ts';
import { allRoads, begin } from './roads.ts';
import { sumUp } from './summing.ts';

/**
 * "Người tiếp theo": the person of this tab's road has gone. A filed dossier stays filed, one under way is abandoned;
 * what begins in the tab after it is another person's. Without `tabId`, or where that tab has no road, the road that
 * was acted in last is meant. Resolves to the tabs of it.
 */
export async function nextPerson(
  db: Database,
  tabId: number | undefined,
  at: number,
  session: string,
): Promise<number[]> {
  const tx = begin(db);
  const roads = (await allRoads(tx)).filter((it) => it.session === session);
  const latest = roads.toSorted((a, b) => b.road.lastEventAt - a.road.lastEventAt)[0];
  const live = roads.find(({ tabs }) => tabId !== undefined && tabs.includes(tabId)) ?? latest;
  if (live) {
    const source = { tab: live.tabs[0] ?? 0, top: true, pageAt: null };
    const ended: FlowEvent = { type: 'ended', at: at - live.shiftMs, reason: 'next-person' };
    await keep(tx, await step(tx, live, ended, source));
  }
  await tx.done;
  return live?.tabs ?? [];
}

/** "Người tiếp theo" was pressed by mistake: the tab's road goes on, if nothing else has begun there. */
export async function samePerson(db: Database, tabId: number, session: string): Promise<void> {
  const tx = begin(db);
  const live = (await allRoads(tx)).find((it) => it.session === session && it.tabs.includes(tabId));
  if (live) {
    const goingOn = { ...live, road: takeBackEnd(live.road, 'next-person') };
    await keep(tx, await withAfterwards(tx, goingOn));
  }
  await tx.done;
}

/** Keeps what a person tells of a dossier at `at` (epoch ms). Resolves to it; null where there is none of this id. */
export async function tellOf(db: Database, id: string, told: Told, at: number): Promise<Submission | null> {
  const tx = begin(db);
  const submission = await amend(tx, id, (it) => withTold(it, told, at));
  // Whether it counts as filed may hang on it, and its road, which would sum its day up, need not live any more.
  if (submission && submission.outcome !== 'open') await sumUp(tx, [submission]);
  await tx.done;
  return submission;
}

/** Whether a submission was made in this tab: a page may speak of no other. */
export async function isOfTab(db: Database, id: string, tabId: number, session: string): Promise<boolean> {
  const tx = db.transaction('meta');
  const found = await tx.store.get(`road/${id}`);
  await tx.done;
  const live = found && 'road' in found.value ? found.value : null;
  return live !== null && live.session === session && live.tabs.includes(tabId);
}
