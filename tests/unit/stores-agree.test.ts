import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { MILESTONES } from '../../lib/flow/index.ts';
import type { Fact, NumberedFact } from '../../lib/messages/index.ts';
import { type DayRow, summariseDays } from '../../lib/metrics/index.ts';
import { nextPerson, samePerson, tellOf } from '../../lib/storage/after.ts';
import { type Database, openDatabase, STORES } from '../../lib/storage/database.ts';
import { wipe, writeBack } from '../../lib/storage/erasing.ts';
import { readAll } from '../../lib/storage/reading.ts';
import { closeTab, stopRoads, sweepRoads, tabOpened, writeReport } from '../../lib/storage/recorder.ts';
import { begin } from '../../lib/storage/roads.ts';
import type { Erased } from '../../lib/storage/schema.ts';
import { randomFrom } from '../citizen/random.ts';
import { field } from '../fixtures/field.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));

/** A document of a tab, with what it could not say yet. */
interface Page {
  id: string;
  tab: number;
  top: boolean;
  told: number;
  unsaid: NumberedFact[];
}

/** How long people do nothing between two acts, ms: from a moment to more than a silence. */
const PAUSES = [100, 500, 1_000, 3_000, 20_000, 70_000, 700_000, 2_000_000];
const STEPS = 60;
/** Of three thousand, the last of these once found a record that nobody owned or that never ended. */
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 241, 432, 1_179, 1_689, 1_691, 2_260];

/** Something that happens in a browser, at random; `seed` says what. */
function browserOf(db: Database, seed: number, undone: 'at once' | 'later') {
  const { next } = randomFrom(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T;
  let now = Date.parse('2026-11-22T22:00:00+07:00');
  let session = { id: 'first', at: now };
  let pages: Page[] = [];
  let tabs: number[] = [];
  let opened = 0;
  const onDisk: Page[] = [];
  const erased: Erased[] = [];

  const say = ({ id, tab, top, unsaid }: Page, fromDisk = false) =>
    writeReport(
      db,
      { name: 'report', document: id, arrival: pick(['opened', 'restored', 'by-hand']), facts: unsaid },
      {
        ...{ tabId: tab, role: pick(['helper', 'volunteer'] as const), session: session.id, host: 'h' },
        ...(fromDisk ? { top: true, place: null, fromDisk } : { top, place: top ? `p${tab}` : null }),
      },
    );
  const tell = (page: Page, fact: Fact) => page.unsaid.push({ n: ++page.told, fact });

  function factIn({ top, told }: Page): Fact {
    const at = now;
    const key = `${top ? 'national' : 'national.1'}/1/${pick(['a', 'b', 'c'])}`;
    return pick<Fact>([
      { type: 'milestone', at, name: pick(MILESTONES), evidence: 'national/test' },
      { type: 'milestone', at, name: 'form-opened', evidence: 'national/test' },
      { type: 'milestone', at, name: pick(['submit-clicked', 'submitted']), evidence: 'national/test' },
      { type: 'fields', at, form: 1, fields: [field({ key, focusCount: told })] },
      { type: 'active', from: at - 2_000, to: at },
      { type: 'wait', from: at - 500, to: at, what: 'step', failed: false },
      { type: 'procedure', at, code: pick(['1.000656', '1.001193']), name: 'x' },
      { type: pick(['hidden', 'shown']), at },
      { type: 'handed-over', at },
      { type: 'ended', at, reason: 'logged-out' },
    ]);
  }

  async function load(): Promise<void> {
    const top = tabs.length === 0 || next() < 0.75;
    const tab = top && (tabs.length === 0 || next() < 0.5) ? ++opened : pick(tabs);
    if (!tabs.includes(tab)) {
      if (tabs.length > 0 && next() < 0.5) await tabOpened(db, tab, pick(tabs), session.id);
      tabs.push(tab);
    }
    const page: Page = { id: `${seed}-${pages.length}-${now}`, tab, top, told: 0, unsaid: [] };
    if (top) {
      pages = pages.filter((it) => it.tab !== tab);
      tell(page, { type: 'page', at: now, portal: 'national', hidden: false });
      await say(page);
    }
    pages.push(page);
  }

  async function act(): Promise<void> {
    const page = pick(pages);
    if (!page) return load();
    tell(page, factIn(page));
    if (next() < 0.2) onDisk.push(structuredClone(page));
    else await say(page);
    // Where the answer did not arrive it is said once more.
    if (next() < 0.8) page.unsaid = [];
  }

  async function close(): Promise<void> {
    const tab = pick(tabs);
    if (tab === undefined) return;
    tabs = tabs.filter((it) => it !== tab);
    await closeTab(db, tab, now, session.id);
    // The last word of some pages comes after that.
    if (next() < 0.6) pages = pages.filter((it) => it.tab !== tab);
  }

  async function erase(): Promise<void> {
    const { portions, refused } = await wipe(db);
    expect(Object.values(refused).flat()).toEqual([]);
    erased.push(...portions);
  }

  /** Where an answer did not arrive a portion comes once more. */
  async function undo(): Promise<void> {
    const portions = erased.splice(0);
    for (const portion of [...portions, ...portions]) await writeBack(db, structuredClone(portion));
  }

  async function eraseAndUndo(): Promise<void> {
    if (erased.length > 0) return undo();
    await erase();
    if (undone === 'at once') await undo();
  }

  const others: (() => unknown)[] = [
    close,
    close,
    () => sweepRoads(db, now, session, new Set(tabs.map((tab) => `p${tab}`))),
    () => nextPerson(db, pick([...tabs, undefined]), now, session.id),
    () => samePerson(db, pick(tabs) ?? 0, session.id),
    () => stopRoads(db),
    eraseAndUndo,
    async () => {
      for (const page of onDisk.splice(0)) await say(page, true);
    },
    async () => {
      const told = { endToEnd: { 'filed-online': pick(['yes', 'no', 'unknown'] as const) } };
      const one = pick(await db.getAllKeys('submissions'));
      if (one) await tellOf(db, one, told, now);
    },
    () => {
      session = { id: `${session.id}.`, at: now };
    },
  ];

  return {
    async step(): Promise<void> {
      now += pick(PAUSES);
      const what = next();
      await (what < 0.12 ? load() : what < 0.75 ? act() : pick(others)());
    },
    /** The browser is closed for good, and opened again without any of its tabs. */
    async end(): Promise<void> {
      session = { id: 'last', at: now };
      for (let hour = 1; hour < 4; hour++) await sweepRoads(db, now + hour * 3_600_000, session, new Set());
    },
  };
}

/** What must hold of the stores at any moment. */
async function look(db: Database): Promise<void> {
  const { submissions, events, fields, days, meta } = await readAll(begin(db));
  const ids = new Set(submissions.map(({ id }) => id));
  expect([...events, ...fields].filter(({ submissionId }) => !ids.has(submissionId))).toEqual([]);
  const roads = meta.flatMap(({ value }) => ('road' in value ? [value.road] : []));
  for (const { submission, declared } of roads)
    expect(submissions.find(({ id }) => id === submission.id)).toEqual(declared ? submission : undefined);
  const alive = new Set(roads.map(({ submission }) => submission.id));
  expect(submissions.filter(({ id, outcome }) => outcome === 'open' && !alive.has(id))).toEqual([]);
  const sums = (rows: readonly DayRow[]) => rows.map((row) => JSON.stringify(row)).sort();
  expect(sums(days)).toEqual(sums(summariseDays(submissions)));
}

it.each(SEEDS.flatMap((seed) => [[seed, 'at once'] as const, [seed, 'later'] as const]))(
  'the stores agree however reports, closed tabs, pauses and deletions come (%i, undone %s)',
  async (seed, undone) => {
    const db = await openDatabase();
    for (const store of STORES) await db.clear(store);
    const browser = browserOf(db, seed, undone);
    for (let step = 0; step < STEPS; step++) {
      await browser.step();
      await look(db);
    }
    await browser.end();
    expect((await db.getAll('submissions')).filter(({ outcome }) => outcome === 'open')).toEqual([]);
    db.close();
  },
);
