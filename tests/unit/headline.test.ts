import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import type { FieldFacts } from '../../lib/fields/index.ts';
import {
  type Answer,
  END_TO_END,
  type EndToEndCondition,
  type MilestoneName,
  type StartedBy,
} from '../../lib/flow/index.ts';
import type { Fact } from '../../lib/messages/index.ts';
import { overviewOf } from '../../lib/metrics/index.ts';
import { nextPerson, tellOf } from '../../lib/storage/after.ts';
import { type Database, openDatabase, STORES } from '../../lib/storage/database.ts';
import { closeTab, stopRoads, sweepRoads, writeReport } from '../../lib/storage/recorder.ts';
import { randomFrom } from '../citizen/random.ts';
import { field } from '../fixtures/field.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));

/** What truly happened to one dossier, by whoever made it up. */
interface Truth {
  id: string;
  startedBy: StartedBy;
  /** When its clock began to run; when it was filed, null where it was not. Both by a clock that nobody sets. */
  startedAt: number;
  filedAt: number | null;
  /** By how much the machine's clock went before that when it was filed. */
  ahead: number;
  /** Its result was seen. */
  confirmed: boolean;
  paused: boolean;
  expected: number;
  byPortal: number;
  stars: number | null;
  answers: Partial<Record<EndToEndCondition, Answer>>;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DOSSIERS = 30;
const STATES = ['portal-on-load', 'portal-late', 'typed', 'chosen', 'browser', 'empty'] as const;
const ENDS = ['result', 'result', 'late result', 'click', 'given up', 'pause', 'result after pause'] as const;

/** Someone's time with dossiers of all kinds, each begun after the one before it; from before midnight on New Year's Eve. */
async function work(db: Database, seed: number): Promise<Truth[]> {
  const { between, chance, pick } = randomFrom(seed);
  let now = Date.parse('2025-12-31T22:30:00+07:00');
  let tab = 1;
  /** Whether the last dossier of this tab leaves its login to the next one. */
  let inLogin = false;
  let document = '';
  let told = 0;
  /** By how much the machine's clock goes before the true one, and the even one of the present document. */
  let ahead = 0;
  let documentAhead = 0;

  const pass = (least: number, most: number) => {
    now += between(least, most);
  };
  const wall = () => now + ahead;
  const say = (factAt: (at: number) => Fact) =>
    writeReport(
      db,
      {
        ...{ name: 'report', document, arrival: 'opened' },
        facts: [{ n: ++told, fact: factAt(now + documentAhead) }],
      },
      { tabId: tab, role: 'volunteer', session: 's', host: 'h', top: true, place: null },
    );
  const load = () => {
    document = crypto.randomUUID();
    told = 0;
    documentAhead = ahead;
    return say((at) => ({ type: 'page', at, portal: 'national', hidden: false }));
  };
  const reach = (name: MilestoneName) =>
    say((at) => ({ type: 'milestone', at, name, evidence: 'national/test' }));
  const sweep = () => sweepRoads(db, wall(), { id: 's', at: 0 }, new Set());

  /** The page stands open for hours, before anybody begins; whether the machine is awake or asleep. */
  async function comeBackLater(): Promise<void> {
    const isAwake = chance(0.5);
    pass(HOUR, 3 * HOUR);
    if (isAwake) await sweep();
    await say((at) => ({ type: 'active', from: at, to: at }));
  }

  async function begin(): Promise<Pick<Truth, 'startedAt' | 'startedBy'>> {
    pass(SECOND, 5 * MINUTE);
    await load();
    const isLater = chance(0.15);
    if (isLater) await comeBackLater();
    const startedAt = now;
    if (inLogin) return { startedAt, startedBy: isLater ? 'first-page' : 'next-dossier' };
    const isNew = chance(0.6);
    if (isNew) {
      pass(1, MINUTE);
      await reach('login-started');
      pass(SECOND, 3 * MINUTE);
      await load();
    }
    // Whoever is logged in already is named by the page all the same.
    pass(1, SECOND);
    await say((at) => ({ type: 'login-seen', at, evidence: 'national/test', fromLogin: false }));
    return isNew ? { startedAt: now, startedBy: 'login' } : { startedAt, startedBy: 'first-page' };
  }

  async function declare(): Promise<Pick<Truth, 'id' | 'expected' | 'byPortal'>> {
    pass(SECOND, MINUTE);
    await reach('form-opened');
    // The same form after a filed one, which nobody takes up, is only shown once more.
    const { road } = await reach('first-input');
    const fields = Array.from({ length: between(0, 9) }, (_, order): FieldFacts => {
      const expectation = pick(['on-load', 'on-lookup', 'from-database', 'none', 'lookup-key'] as const);
      return field({ order, expectation, state: pick(STATES), visible: chance(0.8) });
    });
    pass(SECOND, MINUTE);
    await say((at) => ({ type: 'fields', at, form: 1, fields }));
    const due = fields.filter(({ visible, expectation: it }) => visible && !/none|key/.test(it));
    const byPortal = due.filter(({ state }) => state.startsWith('portal')).length;
    return { id: road?.submissionId ?? '', expected: due.length, byPortal };
  }

  /** Clicks on submit that the portal rejects, a stretch behind another tab, a clock that is set. */
  async function stumble(): Promise<void> {
    for (let tries = between(0, 2); tries > 0; tries--) {
      pass(SECOND, 2 * MINUTE);
      await reach('submit-clicked');
      pass(1, 3 * SECOND);
      await reach('submit-rejected');
    }
    if (chance(0.3)) {
      pass(SECOND, MINUTE);
      await say((at) => ({ type: 'hidden', at }));
      pass(SECOND, 9 * MINUTE);
      await say((at) => ({ type: 'shown', at }));
    }
    if (!chance(0.15)) return;
    const shiftMs = between(-4 * HOUR, 4 * HOUR);
    ahead += shiftMs;
    await say((at) => ({ type: 'clock', at, shiftMs }));
  }

  /** Leaves it without a result. */
  async function leave(): Promise<void> {
    const how = pick(['close', 'person', 'logout', 'silence'] as const);
    inLogin = how === 'silence';
    pass(SECOND, 2 * MINUTE);
    if (how === 'close') {
      await closeTab(db, tab, wall(), 's');
      tab += 1;
    } else if (how === 'person') await nextPerson(db, tab, wall(), 's');
    else if (how === 'logout') await say((at) => ({ type: 'ended', at, reason: 'logged-out' }));
    else {
      now += 40 * MINUTE;
      await sweep();
    }
  }

  async function pause(isForGood: boolean): Promise<void> {
    pass(SECOND, MINUTE);
    await stopRoads(db);
    pass(SECOND, 9 * MINUTE);
    if (isForGood) now += 40 * MINUTE;
    else {
      await load();
      await reach('form-opened');
    }
  }

  async function end(): Promise<Pick<Truth, 'filedAt' | 'ahead' | 'confirmed' | 'paused'>> {
    const how = pick(ENDS);
    const paused = how.endsWith('pause');
    if (paused) await pause(how === 'pause');
    if (how === 'given up') await leave();
    else inLogin = true;
    if (how === 'given up' || how === 'pause') return { filedAt: null, ahead, confirmed: false, paused };
    pass(SECOND, 4 * MINUTE);
    await reach('submit-clicked');
    const clicked = { filedAt: now, ahead, confirmed: false, paused };
    if (how === 'click') {
      await leave();
      return clicked;
    }
    if (how === 'late result') {
      now += 12 * MINUTE;
      await sweep();
    } else if (chance(0.5)) await load();
    pass(1, 5 * SECOND);
    await reach('submitted');
    const filed = { ...clicked, filedAt: now, confirmed: true };
    if (chance(0.5)) await leave();
    return filed;
  }

  /** What a person says of one that was filed. */
  async function ask(id: string): Promise<Pick<Truth, 'stars' | 'answers'>> {
    const stars = chance(0.6) ? between(1, 5) : null;
    const says = () => (chance(0.9) ? 'yes' : pick(['no', 'unknown'] as const));
    const answers = Object.fromEntries(END_TO_END.map((it) => [it, says()]));
    await tellOf(db, id, { endToEnd: answers, ...(stars !== null && { satisfaction: stars }) }, wall());
    return { stars, answers };
  }

  const truths: Truth[] = [];
  for (let nth = 0; nth < DOSSIERS; nth++) {
    const begun = await begin();
    const declared = await declare();
    await stumble();
    const ended = await end();
    const said = ended.filedAt === null ? { stars: null, answers: {} } : await ask(declared.id);
    truths.push({ ...begun, ...declared, ...ended, ...said });
  }
  return truths;
}

/** Whether it counts as filed: a result that was seen stands against any answer. */
const isFiled = ({ filedAt, confirmed, answers }: Truth) =>
  filedAt !== null && (confirmed || answers['filed-online'] !== 'no');
const timeOf = ({ startedAt, filedAt, paused }: Truth) =>
  filedAt === null || paused ? null : filedAt - startedAt;

/** The same numbers by the words of the design, in another way than the code reckons them. */
function numbersOf(truths: readonly Truth[]) {
  const NEW_YEAR = Date.parse('2026-01-01T00:00:00+07:00');
  const filed = truths.filter(isFiled);
  const timed = filed.flatMap((it) => {
    const time = timeOf(it);
    return time === null ? [] : [{ time, at: (it.filedAt ?? 0) + it.ahead }];
  });
  const latest = Math.max(...timed.map(({ at }) => at));
  const total = (all: readonly number[]) => all.reduce((sum, it) => sum + it, 0);
  const ratio = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  const share = (all: readonly boolean[]) => ratio(total(all.map(Number)), all.length);
  const times = timed.map(({ time }) => time);
  // The median: as many take longer as take less, or it lies halfway between the two of which that is nearly so.
  const excess = (it: number) =>
    Math.abs(times.filter((other) => other < it).length - times.filter((other) => other > it).length);
  const middle = times.filter((it) => excess(it) === Math.min(...times.map(excess)));
  const decided = filed.flatMap(({ answers, confirmed }) => {
    const all = Object.entries(answers).map(([name, it]) =>
      name === 'filed-online' && confirmed ? 'yes' : it,
    );
    return all.includes('no') ? [false] : all.includes('unknown') ? [] : [true];
  });
  return {
    submissions: truths.length,
    timed: times.length,
    lastElapsed: timed.find(({ at }) => at === latest)?.time ?? null,
    meanElapsed: ratio(total(times), times.length),
    medianElapsed: times.length === 0 ? null : (Math.min(...middle) + Math.max(...middle)) / 2,
    shareWithinTarget: share(timed.map(({ time, at }) => time < (at < NEW_YEAR ? 8 : 5) * MINUTE)),
    autofillShare: ratio(total(filed.map((it) => it.byPortal)), total(filed.map((it) => it.expected))),
    satisfactionShare: share(truths.flatMap(({ stars }) => (stars === null ? [] : [stars >= 4]))),
    endToEndShare: share(decided),
  };
}

it.each(Array.from({ length: 8 }, (_, seed) => seed + 1))(
  'the headline numbers are those of what truly happened, whatever did (%i)',
  async (seed) => {
    const db = await openDatabase();
    for (const store of STORES) await db.clear(store);
    const truths = await work(db, seed);
    const stored = await db.getAll('submissions');
    db.close();
    const brief = stored.map(({ id, startedBy, elapsedMs }) => ({ id, startedBy, elapsedMs }));
    const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
    const truly = truths.map((it) => ({ id: it.id, startedBy: it.startedBy, elapsedMs: timeOf(it) }));
    expect(brief.toSorted(byId)).toEqual(truly.toSorted(byId));
    // After each of them: what came last is soon forgotten.
    for (let count = 0; count <= truths.length; count++) {
      const soFar = truths.slice(0, count);
      const { meanActive: _, ...numbers } = overviewOf(
        stored.filter(({ id }) => soFar.some((it) => it.id === id)),
      );
      expect(numbers).toEqual(numbersOf(soFar));
    }
  },
);
