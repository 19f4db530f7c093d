import type { IDBPTransaction, StoreNames } from 'idb';
import { carryOver, type FieldRecord, tally, withFlags } from '../fields/index.ts';
import {
  type FlowEvent,
  isOver,
  nextRoad,
  openRoad,
  type Road,
  type Role,
  reduce,
  sweep,
} from '../flow/index.ts';
import type { Acknowledgement, FieldsFact, Report, RoadView } from '../messages/index.ts';
import { dayOf, summariseDays } from '../metrics/index.ts';
import { type Database, type LiveRoad, ofSubmission, type Schema, STORES } from './database.ts';

type Tx = IDBPTransaction<Schema, StoreNames<Schema>[], 'readwrite'>;

const ROAD_KEYS = IDBKeyRange.bound('road/', 'road/\uffff');
const roadKey = (tabId: number) => `road/${tabId}`;
/** A visit that never opens a declaration keeps no more than this many events in hand. */
const MOST_EARLY = 200;
/** A page's last message comes well within this time of its tab's closing. */
const LAST_WORDS_MS = 60_000;
/** Of so many documents of a tab it is remembered which facts were written. */
const MOST_DOCUMENTS = 24;

const begin = (db: Database): Tx => db.transaction([...STORES], 'readwrite');

/**
 * Writes one frame's report: reduces the tab's road and stores facts, submission and fields in one transaction.
 * Facts that were written before are passed over by their numbers, so a report may come twice.
 * Resolves once everything is on disk; rejects with the database's error, and then nothing of it is.
 */
export async function writeReport(
  db: Database,
  tabId: number,
  report: Report,
  role: Role,
): Promise<Acknowledgement> {
  const tx = begin(db);
  let live = (await tx.objectStore('meta').get(roadKey(tabId)))?.value ?? null;
  let acked = live?.written[report.document] ?? 0;
  for (const { n, fact } of report.facts) {
    if (n <= acked) continue;
    if (fact.type !== 'fields') live = await takeEvent(tx, live, fact, tabId, role);
    else if (live) live = await takeFields(tx, live, report.document, fact);
    acked = n;
  }
  if (live) {
    live = { ...live, written: remember(live.written, report.document, acked) };
    await keep(tx, live);
  }
  await tx.done;
  return { acked, tabId, road: live && viewOf(live.road) };
}

/** Ends the roads that time itself ends, and forgets those of closed tabs. Resolves to how many are still open. */
export async function sweepRoads(db: Database, now: number): Promise<number> {
  const tx = begin(db);
  let open = 0;
  for (const { value: live } of await tx.objectStore('meta').getAll(ROAD_KEYS)) {
    const road = sweep(live.road, now);
    if (road !== live.road) await keep(tx, { ...live, road });
    if (road.endReason === 'tab-closed' && now - road.lastEventAt > LAST_WORDS_MS) {
      await tx.objectStore('meta').delete(roadKey(live.tabId));
    }
    open += Number(!isOver(road));
  }
  await tx.done;
  return open;
}

/**
 * The tab is gone: its road ends. What is known of it stays for a moment, since the page's last message may come
 * after the news of its tab, and must not be taken for a road of its own.
 */
export async function closeTab(db: Database, tabId: number, at: number): Promise<void> {
  const tx = begin(db);
  const live = (await tx.objectStore('meta').get(roadKey(tabId)))?.value;
  if (live) await keep(tx, await endedAt(tx, live, at));
  await tx.done;
}

/** The browser was closed: no tab of before has its number any more. Each road ends with the last that was heard. */
export async function closeAllTabs(db: Database): Promise<void> {
  const tx = begin(db);
  for (const { value } of await tx.objectStore('meta').getAll(ROAD_KEYS)) {
    await keep(tx, await endedAt(tx, value, value.road.lastEventAt));
    await tx.objectStore('meta').delete(roadKey(value.tabId));
  }
  await tx.done;
}

async function endedAt(tx: Tx, live: LiveRoad, at: number): Promise<LiveRoad> {
  const ended = await step(tx, live, { type: 'ended', at, reason: 'tab-closed' });
  // Also a road that had come to its end before is now one of a closed tab.
  return { ...ended, road: { ...ended.road, endReason: 'tab-closed', lastEventAt: at } };
}

async function takeEvent(
  tx: Tx,
  live: LiveRoad | null,
  event: FlowEvent,
  tabId: number,
  role: Role,
): Promise<LiveRoad> {
  const next = nextRoad(live?.road ?? null, event);
  if (live && !next) return step(tx, live, event);
  const before = live && (await step(tx, live, { type: 'ended', at: next?.at ?? 0, reason: 'superseded' }));
  if (before) await keep(tx, before);
  const road = openRoad(crypto.randomUUID(), next?.at ?? 0, next?.startedBy ?? 'first-page', role);
  const begun: LiveRoad = {
    tabId,
    road,
    seq: 0,
    early: [],
    written: before?.written ?? {},
    form: { id: '', earlier: {} },
  };
  const detour = live?.road.detour;
  const known = detour ? await step(tx, begun, { type: 'procedure', ...detour }) : begun;
  return step(tx, known, event);
}

/** Reduces one event and stores it, or keeps it in hand while the visit is no submission yet. */
async function step(tx: Tx, live: LiveRoad, event: FlowEvent): Promise<LiveRoad> {
  const road = reduce(live.road, event);
  if (isOver(live.road) && road.submission === live.road.submission) return live;
  const early = [...live.early, event].slice(-MOST_EARLY);
  if (!road.declared) return { ...live, road, early };
  let { seq } = live;
  for (const due of early) {
    seq += 1;
    await tx.objectStore('events').put({ submissionId: road.submission.id, seq, event: due });
  }
  return { ...live, road, seq, early: [] };
}

async function takeFields(tx: Tx, live: LiveRoad, document: string, fact: FieldsFact): Promise<LiveRoad> {
  const { road } = live;
  if (!road.declared || isOver(road)) return live;
  const submissionId = road.submission.id;
  const store = tx.objectStore('fields');
  const known = new Map((await store.getAll(ofSubmission(submissionId))).map((field) => [field.key, field]));
  const stored = new Map(known);
  const id = `${document}/${fact.form}`;
  const form = live.form.id === id ? live.form : { id, earlier: Object.fromEntries(known) };
  for (const field of fact.fields) {
    stored.set(field.key, { ...carryOver(field, form.earlier[field.key]), submissionId });
  }
  const flagged: FieldRecord[] = withFlags([...stored.values()]);
  // One field changes at a time and thirty stand beside it: only what differs is written.
  const differs = (field: FieldRecord) => JSON.stringify(field) !== JSON.stringify(known.get(field.key));
  await Promise.all(flagged.filter(differs).map((field) => store.put(field)));
  const submission = { ...road.submission, autofill: tally(flagged) };
  const lastEventAt = Math.max(road.lastEventAt, fact.at);
  return { ...live, form, road: { ...road, lastEventAt, submission } };
}

/** Writes the living road, and the submission it has become. */
async function keep(tx: Tx, live: LiveRoad): Promise<void> {
  await tx.objectStore('meta').put({ key: roadKey(live.tabId), value: live });
  if (!live.road.declared) return;
  const { submission } = live.road;
  const submissions = tx.objectStore('submissions');
  await submissions.put(submission);
  if (submission.outcome === 'open') return;
  await countDay(tx, submission.startedAt);
}

/** Sums a day up anew from its submissions: a row that is made from scratch cannot drift. */
async function countDay(tx: Tx, at: number): Promise<void> {
  const from = Date.parse(`${dayOf(at)}T00:00:00+07:00`);
  const range = IDBKeyRange.bound(from, from + 86_400_000, false, true);
  const ofDay = await tx.objectStore('submissions').index('startedAt').getAll(range);
  for (const row of summariseDays(ofDay)) await tx.objectStore('days').put(row);
}

function remember(written: Record<string, number>, document: string, n: number): Record<string, number> {
  const { [document]: _, ...others } = written;
  return Object.fromEntries([...Object.entries(others).slice(1 - MOST_DOCUMENTS), [document, n]]);
}

/** What a page may know of its road. */
function viewOf({ submission, declared }: Road): RoadView {
  return {
    submissionId: submission.id,
    startedAt: submission.startedAt,
    startedBy: submission.startedBy,
    declared,
    outcome: submission.outcome,
    elapsedMs: submission.elapsedMs,
    passed: Object.keys(submission.milestones) as RoadView['passed'],
    rejections: submission.rejections,
    procedure: submission.procedure.code,
  };
}
