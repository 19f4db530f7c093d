import { carryOver, type FieldFacts, type FieldRecord, keyAmong, tally, withFlags } from '../fields/index.ts';
import {
  type EndReason,
  earlierBy,
  type FlowEvent,
  isOver,
  type MilestoneName,
  momentOf,
  nextRoad,
  onsetOf,
  openRoad,
  type Road,
  type Role,
  reduce,
  renumbered,
  type Source,
  type Submission,
  sweep,
  takeBackEnd,
  takeBackSubmit,
  wentUnseen,
} from '../flow/index.ts';
import type { Acknowledgement, Fact, FieldsFact, Report, RoadView } from '../messages/index.ts';
import { dayOf } from '../metrics/index.ts';
import { aheadOf, begunAnew, clocksOf, notice, withDocument } from './clocks.ts';
import {
  type Database,
  type FormOfRoad,
  type Heard,
  type LiveRoad,
  type Origin,
  ofSubmission,
  type WaitingTab,
} from './database.ts';
import { numbered } from './frames.ts';
import { matched, missed } from './health.ts';
import { allRoads, begin, forget, type Tx } from './roads.ts';
import { roundOf } from './rounds.ts';
import { sumUp } from './summing.ts';

/** A visit that never opens a declaration keeps no more than this many events in hand. */
const MOST_EARLY = 200;
/** A page's last message comes well within this time of its tab's closing. */
const LAST_WORDS_MS = 60_000;
/** A page and its frames: so many declarations may write by turns. */
const MOST_OTHER_FORMS = 3;
/** What of the way to a declaration belongs to it, though it was told while another one stood. */
const WAY_TO_FORM: readonly MilestoneName[] = ['procedure-opened', 'agency-chosen'];
const SPENT_ON_WAY: readonly FlowEvent['type'][] = ['page', 'step', 'wait', 'active', 'hidden', 'shown'];
/** Of so many documents of a tab it is remembered which facts were written. */
const MOST_DOCUMENTS = 24;
/** A browser that starts brings its tabs back well within this time. */
const RESTORED_WITHIN_MS = 5 * 60_000;

/**
 * Writes one frame's report: reduces the tab's road and stores facts, submission and fields in one transaction.
 * Facts that were written before are passed over by their numbers, so a report may come twice.
 * Resolves once everything is on disk; rejects with the database's error, and then nothing of it is.
 */
export async function writeReport(db: Database, report: Report, told: Origin): Promise<Acknowledgement> {
  const tx = begin(db);
  const found = await roadOf(tx, told, report);
  const origin = found && told.fromDisk ? thenOf(found, told) : told;
  const ended = endedWithTab(found, origin.tabId);
  const before = found && ended ? { ...found, road: takeBackEnd(found.road, ended.reason) } : found;
  let live = inRole(before, origin.role);
  let acked = live?.written[report.document] ?? 0;
  const news = report.facts.filter(({ n }) => n > acked);
  for (const { n, fact } of news) {
    live = await take(tx, live, fact, report.document, origin);
    acked = n;
  }
  // It has spoken before, and nobody knows its road: that was deleted, which may be undone.
  const isOrphan = found === null && (news[0]?.n ?? 1) > 1;
  if (live && (isOrphan || live.meanwhile)) {
    live = heardOf(live, { document: report.document, origin, facts: news.map(({ fact }) => fact) });
  }
  if (live && ended) live = await step(tx, live, ended, { tab: origin.tabId, top: true, pageAt: null });
  if (live) {
    const places =
      origin.top && origin.place ? { ...live.places, [origin.tabId]: origin.place } : live.places;
    const written = remember(live.written, report.document, acked);
    live = { ...live, ...clocksOf(live, Object.keys(written)), places, written };
    await keep(tx, live);
  }
  await tx.done;
  // Whose person has gone is nobody's business in the page any more.
  const gone = live?.road.endReason === 'next-person';
  return { acked, tabId: origin.tabId, road: live && !gone ? viewOf(live) : null };
}

/** One fact of a document: the road with it, or the road that it begins; null where it is of none. */
async function take(
  tx: Tx,
  live: LiveRoad | null,
  fact: Fact,
  document: string,
  origin: Origin,
): Promise<LiveRoad | null> {
  if (fact.type !== 'fields') return takeEvent(tx, live, fact, document, origin);
  return live && takeFields(tx, live, document, fact, origin.host);
}

/** Keeps what was told as it was told, as long as that is of a mere visit. How a rule does is noted elsewhere, once. */
function heardOf({ meanwhile = [], ...live }: LiveRoad, { facts, ...from }: Heard): LiveRoad {
  if (live.road.declared) return live;
  const told = { ...from, facts: facts.filter(({ type }) => type !== 'drift') };
  return { ...live, meanwhile: [...meanwhile, told].slice(-MOST_EARLY) };
}

/**
 * A road that was deleted goes on with what its pages told until that was undone, which began a mere visit; and ends with
 * that, where a person has ended it.
 */
export async function withHeard(tx: Tx, deleted: LiveRoad, visit: LiveRoad): Promise<LiveRoad> {
  let live: LiveRoad = deleted;
  for (const { document, origin, facts } of visit.meanwhile ?? [])
    for (const fact of facts) live = (await take(tx, live, fact, document, origin)) ?? live;
  const { lastEventAt: at, endReason: reason } = visit.road;
  for (const tab of visit.gone) if (live.tabs.includes(tab)) live = await leftBy(tx, live, tab, at);
  const source: Source = { tab: live.tabs[0] ?? 0, top: true, pageAt: null };
  if (reason === 'next-person') live = await step(tx, live, { type: 'ended', at, reason }, source);
  return {
    ...live,
    tabs: [...new Set([...live.tabs, ...visit.tabs])],
    places: { ...live.places, ...visit.places },
    written: { ...live.written, ...visit.written },
  };
}

/** The road that a tab goes on: its own, that of the page which opened it, or one of before the browser's restart. */
async function roadOf(tx: Tx, origin: Origin, report: Report): Promise<LiveRoad | null> {
  const { tabId, session, place } = origin;
  const { arrival, document } = report;
  const roads = await allRoads(tx);
  if (origin.fromDisk) return ofDocument(roads, document, tabId);
  // What a tab's page says may come after the news that the tab is gone; a browser numbers no tab like one before it.
  const own =
    roads.find((it) => it.session === session && it.tabs.includes(tabId)) ??
    roads.find((it) => it.session === session && it.written[document] !== undefined) ??
    roads.findLast((it) => it.session === session && it.gone.includes(tabId));
  if (own) return own;
  const opener = roads.find((it) => it.session === session && it.opened.includes(tabId));
  if (opener) {
    const opened = opener.opened.filter((it) => it !== tabId);
    if (arrival === 'opened') return { ...opener, opened, tabs: [...opener.tabs, tabId] };
    await keep(tx, { ...opener, opened });
  }
  const isHere = (it: WaitingTab) => it.place === place;
  const [only, ...others] = roads.filter((it) => waitingOf(it, session).some(isHere));
  if (!only || others.length > 0) return null;
  const waiting = waitingOf(only, session);
  const stayed = waiting.find((it) => isHere(it) && it.tab === tabId);
  const was = stayed ?? (arrival === 'restored' ? waiting.find(isHere) : undefined);
  if (!was) return null;
  const left = waiting.filter((it) => it !== was);
  return only.session === session ? joined(only, tabId, was, left) : boarded(only, tabId, session, left);
}

/** Tabs of before the browser's restart in which a road is to go on and that have not come back. */
function waitingOf({ road, waiting = [], places, session }: LiveRoad, now: string): WaitingTab[] {
  if (isOver(road)) return [];
  if (session === now) return waiting;
  const held = waiting.some(({ form }) => form) ? null : road.formTab;
  const left = Object.entries(places).map(([key, place]) => {
    const tab = Number(key);
    return { tab, place, form: tab === held };
  });
  return [...waiting, ...left];
}

/**
 * The road that a document has spoken to before, in whatever run of the browser. Roads that its tab went on to know the
 * document as well: that which has the tab is meant.
 */
function ofDocument(roads: readonly LiveRoad[], document: string, tabId: number): LiveRoad | null {
  const known = roads.filter(({ written }) => written[document] !== undefined);
  return known.find(({ tabs, gone }) => [...tabs, ...gone].includes(tabId)) ?? known.at(-1) ?? null;
}

/** What lay on disk, as if told in the run and the tab in which its road is now. */
function thenOf({ session, tabs, gone }: LiveRoad, origin: Origin): Origin {
  const isThere = [...tabs, ...gone].includes(origin.tabId);
  return { ...origin, session, tabId: isThere ? origin.tabId : (tabs[0] ?? origin.tabId) };
}

/** The end that a road had with the closing of this tab, whose page goes on speaking of what was before it. */
function endedWithTab(live: LiveRoad | null, tabId: number): Extract<FlowEvent, { type: 'ended' }> | null {
  if (!live?.gone.includes(tabId) || live.road.endReason !== 'tab-closed') return null;
  return { type: 'ended', at: live.road.lastEventAt, reason: 'tab-closed' };
}

/** A road of before the restart goes on in the tab that was brought back; others of it are waited for. */
function boarded(live: LiveRoad, tabId: number, session: string, waiting: WaitingTab[]): LiveRoad {
  const at = live.road.lastEventAt;
  const left = live.tabs.filter((tab) => tab !== tabId);
  const source = (tab: number): Source => ({ tab, top: true, pageAt: null });
  const road = left.reduce((it, tab) => reduce(it, { type: 'hidden', at }, source(tab)), live.road);
  // Until the tab of the declaration itself comes back, this one stands for it.
  const formTab = road.formTab === null ? null : tabId;
  const fresh = { session, tabs: [tabId], gone: [], opened: [], places: {}, procedures: {}, waiting };
  return { ...live, ...fresh, road: { ...road, formTab } };
}

/** One more tab of a road is brought back; that of the declaration was there before all that it opened. */
function joined(live: LiveRoad, tabId: number, was: WaitingTab, waiting: WaitingTab[]): LiveRoad {
  if (!was.form) return { ...live, tabs: [...live.tabs, tabId], waiting };
  return { ...live, tabs: [tabId, ...live.tabs], waiting, road: { ...live.road, formTab: tabId } };
}

/**
 * Ends the roads that time itself ends, and forgets those of closed tabs. `restored` holds the marks of all open tabs'
 * addresses: a road of before the browser's start at `session.at` waits for its tab only where one could be it.
 * Resolves to how many are still open.
 */
export async function sweepRoads(
  db: Database,
  now: number,
  session: { id: string; at: number },
  restored: ReadonlySet<string>,
): Promise<number> {
  const tx = begin(db);
  let open = 0;
  for (const live of await allRoads(tx)) {
    const adrift = live.session !== session.id;
    const back = waitingOf(live, session.id).some(({ place }) => restored.has(place));
    const lost = adrift && !back && now - session.at > RESTORED_WITHIN_MS;
    const closed = lost || live.tabs.length === 0;
    // A page's last word may have set a road going again whose tab is closed.
    const isDue = closed ? !isOver(live.road) : sweep(live.road, now - live.shiftMs) !== live.road;
    const { road } = isDue ? await endedByTime(tx, live, closed ? 'tab-closed' : 'silence') : live;
    const gone = closed || (adrift && isOver(road));
    if (gone && now - live.shiftMs - road.lastEventAt > LAST_WORDS_MS) await forget(tx, live);
    open += Number(!isOver(road));
  }
  await tx.done;
  return open;
}

/**
 * Recording stops: every road under way ends with what was heard of it, and mere visits are forgotten. What is ended
 * already stays as it is.
 */
export async function stopRoads(db: Database): Promise<void> {
  const tx = begin(db);
  for (const live of await allRoads(tx)) {
    if (isOver(live.road)) continue;
    const { road } = await endedByTime(tx, live, 'paused');
    if (!road.declared) await forget(tx, live);
  }
  await tx.done;
}

/** Nothing was heard of a road any more: it ends with what was heard last. */
async function endedByTime(tx: Tx, live: LiveRoad, reason: EndReason): Promise<LiveRoad> {
  const source: Source = { tab: live.tabs[0] ?? 0, top: true, pageAt: null };
  const ended = await step(tx, live, { type: 'ended', at: live.road.lastEventAt, reason }, source);
  await keep(tx, ended);
  return ended;
}

/** A tab was opened from another one: should a page have done that, what it says belongs to the opener's road. */
export async function tabOpened(db: Database, tabId: number, opener: number, session: string): Promise<void> {
  const tx = begin(db);
  const roads = await allRoads(tx);
  const live = roads.find((it) => it.session === session && it.tabs.includes(opener));
  if (live && !isOver(live.road)) {
    const told = live.procedures?.[opener];
    // What an earlier page of the opener told need not be what this tab was opened for.
    const known = told && told.at >= (live.pagesAt[opener] ?? 0);
    const procedures = known ? { ...live.procedures, [tabId]: told } : live.procedures;
    await keep(tx, { ...live, opened: [...live.opened, tabId], ...(procedures && { procedures }) });
  }
  await tx.done;
}

/** A tab has another number from now on: the browser had put its page aside, and draws it anew in a tab like it. */
export async function tabRenumbered(db: Database, is: number, was: number, session: string): Promise<void> {
  const tx = begin(db);
  for (const live of await allRoads(tx)) {
    const { tabs, gone, opened, places, pagesAt, procedures = {} } = live;
    if (live.session !== session || ![...tabs, ...gone, ...opened].includes(was)) continue;
    const now = (all: readonly number[]) => all.map((tab) => (tab === was ? is : tab));
    const named = <T>(all: Record<number, T>): Record<number, T> =>
      Object.fromEntries(Object.entries(all).map(([tab, it]) => [Number(tab) === was ? is : tab, it]));
    await keep(tx, {
      ...live,
      ...{ tabs: now(tabs), gone: now(gone), opened: now(opened) },
      ...{ places: named(places), pagesAt: named(pagesAt), procedures: named(procedures) },
      road: renumbered(live.road, was, is),
    });
  }
  await tx.done;
}

/**
 * The tab is gone. Its road ends when it held the declaration or was the last of its tabs. What is known stays for a
 * moment, since the page's last message may come after the news of its tab, and must not become a road of its own.
 */
export async function closeTab(db: Database, tabId: number, at: number, session: string): Promise<void> {
  const tx = begin(db);
  const live = (await allRoads(tx)).find((it) => it.session === session && it.tabs.includes(tabId));
  if (live) await keep(tx, await leftBy(tx, live, tabId, at - live.shiftMs));
  await tx.done;
}

async function leftBy(tx: Tx, live: LiveRoad, tabId: number, at: number): Promise<LiveRoad> {
  const tabs = live.tabs.filter((it) => it !== tabId);
  // Tabs stand in the order of their opening: what the declaration itself opened (a payment) goes on without it.
  const heir = live.tabs.slice(live.tabs.indexOf(tabId) + 1).at(0) ?? null;
  const held = live.road.formTab === null ? tabs.length === 0 : live.road.formTab === tabId && heir === null;
  const last = tabs.length === 0 || held;
  const event: FlowEvent = last ? { type: 'ended', at, reason: 'tab-closed' } : { type: 'hidden', at };
  const left = await step(tx, live, event, { tab: tabId, top: true, pageAt: null });
  const formTab = left.road.formTab === tabId && heir !== null ? heir : left.road.formTab;
  const lastEventAt = Math.max(left.road.lastEventAt, at);
  return { ...left, tabs, gone: [...left.gone, tabId], road: { ...left.road, formTab, lastEventAt } };
}

/** A mere visit has the role in which it was last seen. */
function inRole(live: LiveRoad | null, role: Role): LiveRoad | null {
  return live && !live.road.declared ? amended(live, (it) => ({ ...it, role })) : live;
}

async function takeEvent(
  tx: Tx,
  live: LiveRoad | null,
  told: FlowEvent,
  document: string,
  origin: Origin,
): Promise<LiveRoad | null> {
  const { tabId, top, session, place } = origin;
  if (told.type === 'drift') await missed(tx, told);
  if ('evidence' in told) await matched(tx, told.evidence, momentOf(told));
  if (told.type === 'progress') return progressed(tx, live, told);
  if (told.type === 'clock' && !top) return live;
  const event = live ? earlierBy(told, aheadOf(live, document)) : told;
  const again = place !== null && live?.places[tabId] === place;
  const source: Source = { tab: tabId, top, pageAt: live?.pagesAt[tabId] ?? null, again };
  // A tab that is gone begins nothing any more, and neither does what lay on disk of a road that is forgotten.
  const mayBegin = live ? !live.gone.includes(tabId) : !origin.fromDisk;
  const next = mayBegin ? nextRoad(live?.road ?? null, event, source) : null;
  if (!live && !next) return null;
  if (live && !next) return stepOn(tx, live, event, document, source);
  const begun = await beginRoad(
    tx,
    live,
    next ?? { at: momentOf(event), startedBy: 'first-page', split: false },
    origin,
  );
  let known: LiveRoad = { ...begun, session };
  const detour = live?.road.detour?.tab === tabId ? live.road.detour : null;
  // What was told by the clock of the road before it.
  const ahead = live?.shiftMs ?? 0;
  if (detour) {
    const { code, name, agency } = detour;
    const at = detour.at + ahead;
    known = await step(tx, known, { type: 'procedure', at, code, name }, source);
    if (agency) known = await step(tx, known, { type: 'agency', at, name: agency }, source);
  }
  const asked = known.procedures?.[tabId];
  if (asked && !detour) known = await step(tx, known, asked, source);
  if (live && (detour || next?.split))
    for (const it of await wayTo(tx, live, detour, source.pageAt))
      known = await step(tx, known, earlierBy(it, -ahead), source);
  return stepOn(tx, known, earlierBy(event, -ahead), document, source);
}

/**
 * What a road was told of the way to the form of another one: from the page of its procedure on all that its tab told,
 * where that is its only one, for how the time was spent is that dossier's. Of several tabs only a page's own load tells
 * which it was in: that of the procedure, and the present one's, which began at `pageAt`.
 */
async function wayTo(
  tx: Tx,
  { road, tabs }: LiveRoad,
  detour: Road['detour'],
  pageAt: number | null,
): Promise<FlowEvent[]> {
  const stored = await tx.objectStore('events').getAll(ofSubmission(road.submission.id));
  const told = stored.map(({ event }) => event);
  if (!detour || tabs.length > 1) {
    const begun = [detour?.pageAt, pageAt];
    return told.filter((event) => isOfLoad(event) && begun.includes(onsetOf(event)));
  }
  const from = told.findLastIndex((event) => event.type === 'page' && event.at <= detour.at);
  const isOfWay = (event: FlowEvent) =>
    event.type === 'milestone' ? WAY_TO_FORM.includes(event.name) : SPENT_ON_WAY.includes(event.type);
  return told.slice(Math.max(from, 0)).filter(isOfWay);
}

function isOfLoad(event: FlowEvent): boolean {
  return event.type === 'page' || (event.type === 'wait' && event.what === 'load');
}

/** Takes an event of a document, and remembers by which clock that speaks and when its tab's present page began. */
async function stepOn(
  tx: Tx,
  before: LiveRoad,
  event: FlowEvent,
  document: string,
  source: Source,
): Promise<LiveRoad> {
  const pagesAt = event.type === 'page' ? { ...before.pagesAt, [source.tab]: event.at } : before.pagesAt;
  const procedures =
    event.type === 'procedure' ? { ...before.procedures, [source.tab]: event } : (before.procedures ?? {});
  const live = { ...before, ...withDocument(before, document), pagesAt, procedures };
  if (event.type !== 'clock') return withForm(tx, live, event, await step(tx, live, event, source));
  const { news, ...clocks } = notice(live, document, event.shiftMs);
  const set = { ...live, ...clocks };
  return news === 0 ? set : step(tx, set, { ...event, shiftMs: news }, source);
}

/** A form that was only shown once more counts with its fields as soon as it is taken up, or leaves them to the next. */
async function withForm(tx: Tx, before: LiveRoad, event: FlowEvent, live: LiveRoad): Promise<LiveRoad> {
  if (before.road.declared) return live;
  const { afterwards, ...others } = live;
  if (event.type === 'milestone' && event.name === 'form-opened') return others;
  return live.road.declared && afterwards ? withAfterwards(tx, live) : live;
}

async function beginRoad(
  tx: Tx,
  live: LiveRoad | null,
  next: NonNullable<ReturnType<typeof nextRoad>>,
  { tabId, role, session }: Origin,
): Promise<LiveRoad> {
  if (live) {
    const source: Source = { tab: tabId, top: true, pageAt: null };
    const tabs = live.tabs.filter((it) => it !== tabId);
    // It goes on in a tab of its own, unless this was the last: that of its declaration may be closed since.
    const event: FlowEvent =
      next.split && tabs.length > 0
        ? { type: 'hidden', at: next.at }
        : { type: 'ended', at: next.at, reason: 'superseded' };
    const before = await step(tx, live, event, source);
    await keep(tx, { ...before, tabs, road: { ...before.road, detour: null } });
    if (tabs.length === 0) await forget(tx, before);
  }
  const asked = next.split ? live?.procedures?.[tabId] : undefined;
  return {
    session,
    tabs: [tabId],
    gone: [],
    opened: [],
    places: {},
    road: openRoad(
      crypto.randomUUID(),
      next.at + (live?.shiftMs ?? 0),
      next.startedBy,
      role,
      next.split && live?.tabs.length === 1 ? null : next.filedBefore,
    ),
    seq: 0,
    early: [],
    written: live?.written ?? {},
    ...begunAnew(live ?? { shifts: {}, shiftMs: 0 }),
    pagesAt: {},
    procedures: asked ? { [tabId]: { ...asked, at: asked.at + (live?.shiftMs ?? 0) } } : {},
    form: { id: '', earlier: {} },
    otherForms: [],
  };
}

/** A look-up page told how far a dossier is: noted on the submission that carries its mark, if there is one. */
async function progressed(
  tx: Tx,
  live: LiveRoad | null,
  { mark, receivedAt, dueAt, resultAt }: Extract<FlowEvent, { type: 'progress' }>,
): Promise<LiveRoad | null> {
  const [known] = await tx.objectStore('submissions').index('dossierMark').getAll(mark);
  if (!known) return live;
  const { processing } = known;
  const told = {
    receivedAt: receivedAt ?? processing.receivedAt,
    dueAt: dueAt ?? processing.dueAt,
    resultAt: resultAt ?? processing.resultAt,
  };
  const change = (it: Submission): Submission => ({ ...it, processing: told });
  await amend(tx, known.id, change);
  return live?.road.submission.id === known.id ? amended(live, change) : live;
}

/** Reduces one event and stores it, or keeps it in hand while the visit is no submission yet. */
export async function step(tx: Tx, live: LiveRoad, event: FlowEvent, source: Source): Promise<LiveRoad> {
  const reduced = reduce(live.road, event, source);
  const road = reduced.declared && !live.road.declared ? await inRound(tx, reduced) : reduced;
  if (isOver(live.road) && road.submission.outcome === live.road.submission.outcome) return { ...live, road };
  const early = [...live.early, event].slice(-MOST_EARLY);
  if (!road.declared) return { ...live, road, early };
  let { seq } = live;
  for (const due of early) {
    seq += 1;
    await tx.objectStore('events').put({ submissionId: road.submission.id, seq, event: due });
  }
  return { ...live, road, seq, early: [] };
}

/** A visit has become a submission: a volunteer's is one of the round of the day. */
async function inRound(tx: Tx, road: Road): Promise<Road> {
  const { submission } = road;
  const outreach = submission.role === 'volunteer' ? await roundOf(tx, submission.startedAt) : null;
  return { ...road, submission: { ...submission, outreach } };
}

/**
 * Takes what is new of a declaration's fields. One that time alone has ended may still be filled in and sent: what its
 * page goes on to say of it is kept, and begins nothing; but a click on submit is taken back by whoever acts in it again.
 */
async function takeFields(
  tx: Tx,
  live: LiveRoad,
  document: string,
  fact: FieldsFact,
  host: string,
): Promise<LiveRoad> {
  const over = isOver(live.road);
  const { formTab, endReason, declared } = live.road;
  if (formTab !== null && (endReason === 'next-person' || !declared)) {
    return { ...live, afterwards: [...(live.afterwards ?? []), { document, host, fact }].slice(-MOST_EARLY) };
  }
  if (formTab === null || (over && endReason !== 'silence')) return live;
  const submissionId = live.road.submission.id;
  const store = tx.objectStore('fields');
  const known = new Map((await store.getAll(ofSubmission(submissionId))).map((field) => [field.key, field]));
  const stored = new Map(known);
  const id = `${document}/${fact.form}`;
  const open = [live.form, ...live.otherForms];
  const begun = open.find((it) => it.id === id) ?? { id, earlier: Object.fromEntries(known) };
  const { frames, told: own } = numbered(live.frames ?? {}, host, fact.fields);
  const { form, told } = keyed(begun, own);
  const otherForms = open.filter((it) => it.id !== id && it.id !== '').slice(0, MOST_OTHER_FORMS);
  for (const field of told) {
    stored.set(field.key, { ...carryOver(field, form.earlier), submissionId });
  }
  const flagged: FieldRecord[] = withFlags([...stored.values()]);
  // One field changes at a time and thirty stand beside it: only what differs is written.
  const differs = (field: FieldRecord) => JSON.stringify(field) !== JSON.stringify(known.get(field.key));
  await Promise.all(flagged.filter(differs).map((field) => store.put(field)));
  const at = fact.at - aheadOf(live, document);
  // Both sums go over all documents: a document's own count begins anew with every load.
  const visits = (of: ReadonlyMap<string, FieldRecord>, key: string) => of.get(key)?.focusCount ?? 0;
  const acted = told.some(({ key }) => visits(stored, key) > visits(known, key));
  const road = acted ? takeBackSubmit(live.road, at) : live.road;
  const submission = { ...road.submission, autofill: tally(flagged) };
  const lastEventAt = isOver(road) ? road.lastEventAt : Math.max(road.lastEventAt, at);
  return { ...live, frames, form, otherForms, road: { ...road, lastEventAt, submission } };
}

/** A road whose end by "Người tiếp theo" was taken back, with what its pages told of their fields since. */
export async function withAfterwards(tx: Tx, { afterwards = [], ...road }: LiveRoad): Promise<LiveRoad> {
  let live: LiveRoad = road;
  for (const { document, host, fact } of afterwards) live = await takeFields(tx, live, document, fact, host);
  return live;
}

/** Fields by the keys under which they go on in a declaration: each keeps its own as long as that is open. */
function keyed(form: FormOfRoad, fields: readonly FieldFacts[]): { form: FormOfRoad; told: FieldFacts[] } {
  const { earlier } = form;
  if (Object.keys(earlier).length === 0) return { form, told: [...fields] };
  const keys = { ...form.keys };
  const told = fields.map((field) => {
    keys[field.key] ??= keyAmong(earlier, field);
    return { ...field, key: keys[field.key] ?? field.key };
  });
  return { form: { ...form, keys }, told };
}

/** Writes the living road, and the submission it has become. */
export async function keep(tx: Tx, live: LiveRoad): Promise<void> {
  const { submission, declared } = live.road;
  const submissions = tx.objectStore('submissions');
  const before = await submissions.get(submission.id);
  const kept = before && !declared ? await withdrawn(tx, live, before) : live;
  await tx.objectStore('meta').put({ key: `road/${submission.id}`, value: kept });
  if (!declared) return;
  await submissions.put(submission);
  // A login after midnight sets the clock anew: the day before may have counted it.
  if (before && dayOf(before.startedAt) !== dayOf(submission.startedAt)) await sumUp(tx, [before]);
  // An end that is taken back is in the sums of the day still.
  if (submission.outcome === 'open' && (before ?? submission).outcome === 'open') return;
  await sumUp(tx, [submission]);
}

/** A visit was a submission by an end that is taken back: its events are in hand again, and nothing stays of it. */
async function withdrawn(tx: Tx, live: LiveRoad, before: Submission): Promise<LiveRoad> {
  const events = tx.objectStore('events');
  const written = await events.getAll(ofSubmission(before.id));
  await events.delete(ofSubmission(before.id));
  await tx.objectStore('submissions').delete(before.id);
  await sumUp(tx, [before]);
  const early = [...written.map(({ event }) => event), ...live.early].slice(-MOST_EARLY);
  return { ...live, seq: 0, early };
}

/**
 * Changes a stored submission, and its road where that still lives: else the road's next event would write the old one
 * back. Resolves to the changed submission; null where there is none of this id.
 */
export async function amend(
  tx: Tx,
  id: string,
  change: (submission: Submission) => Submission,
): Promise<Submission | null> {
  const store = tx.objectStore('submissions');
  const known = await store.get(id);
  if (!known) return null;
  const submission = change(known);
  await store.put(submission);
  for (const live of await allRoads(tx)) {
    if (live.road.submission.id === id) await keep(tx, amended(live, change));
  }
  return submission;
}

function amended(live: LiveRoad, change: (submission: Submission) => Submission): LiveRoad {
  return { ...live, road: { ...live.road, submission: change(live.road.submission) } };
}

function remember(written: Record<string, number>, document: string, n: number): Record<string, number> {
  const { [document]: _, ...others } = written;
  return Object.fromEntries([...Object.entries(others).slice(1 - MOST_DOCUMENTS), [document, n]]);
}

/** What a page may know of its road. */
function viewOf({ road: { submission, declared, standingSubmit }, shiftMs }: LiveRoad): RoadView {
  return {
    submissionId: submission.id,
    startedAt: submission.startedAt + shiftMs,
    startedBy: submission.startedBy,
    declared,
    outcome: submission.outcome,
    elapsedMs: submission.elapsedMs,
    passed: Object.keys(submission.milestones) as RoadView['passed'],
    rejections: submission.rejections,
    submitStands: standingSubmit !== null && submission.outcome === 'open',
    notSeen: wentUnseen(submission),
    procedure: submission.procedure.code,
  };
}
