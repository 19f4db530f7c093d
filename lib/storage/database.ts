import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Earlier, FieldRecord } from '../fields/index.ts';
import type { ControlShape, FlowEvent, Road, Role, Submission } from '../flow/index.ts';
import type { Fact, FieldsFact, Note, Round } from '../messages/index.ts';
import type { DayRow } from '../metrics/index.ts';
import type { Clocks } from './clocks.ts';
import type { Frames } from './frames.ts';
import { fromFirstSchema, type Upgrade, withTimedDays } from './upgrading.ts';

/** One fact of a submission's road, in the order in which the background wrote it. */
export interface StoredEvent {
  submissionId: string;
  seq: number;
  event: FlowEvent;
}

/** A road under way in one tab or several, with what it takes to go on after a worker or a browser was killed. */
export interface LiveRoad extends Clocks {
  /** The run of the browser in which its tabs have their numbers. */
  session: string;
  /** Its open tabs, in the order of their opening. */
  tabs: number[];
  /** Its tabs that were closed: what their pages said last may come after the news of it. */
  gone: number[];
  /** Tabs opened from these that have said nothing yet. */
  opened: number[];
  /** A mark of each tab's address, by which it is known again when the browser brings it back. */
  places: Record<number, string>;
  /** Its tabs of before the browser's restart that have not come back yet, while others have. */
  waiting?: WaitingTab[];
  road: Road;
  /** Number of the last event of this road. */
  seq: number;
  /** Events of a visit that is no submission yet. */
  early: FlowEvent[];
  /** Of a visit in a page that had told of a road before, which was deleted: all that it tells, should that be undone. */
  meanwhile?: Heard[];
  /**
   * What its pages told of fields that do not count yet: after "Người tiếp theo", should that be taken back, and of a form
   * that is only shown once more, should it be taken up. None of them tells it again.
   */
  afterwards?: HeardOfFields[];
  /** The highest fact number written, per document. */
  written: Record<string, number>;
  /** When the present page of each tab began to load. */
  pagesAt: Record<number, number>;
  /** The procedure that each tab told last, or the page from which it was opened. */
  procedures?: Record<number, Extract<FlowEvent, { type: 'procedure' }>>;
  /** Which declaration (document and number) is writing fields now, and what earlier ones left. */
  form: FormOfRoad;
  /** Whose the numbers of the frames in its pages are. */
  frames?: Frames;
  /** Other declarations of it that are open at the same time, in frames; the one that wrote last stands first. */
  otherForms: FormOfRoad[];
}

/** What one document told at once. */
export interface Heard {
  document: string;
  origin: Origin;
  facts: Fact[];
}

/** What one document told of its fields, and from which host. */
export interface HeardOfFields {
  document: string;
  host: string;
  fact: FieldsFact;
}

/** Where a report comes from, as far as the browser tells. */
export interface Origin {
  tabId: number;
  role: Role;
  /** This run of the browser: tabs are numbered anew in the next one. */
  session: string;
  /** Of the page or the frame that speaks. */
  host: string;
  /** The tab's top frame, not a frame in its page. */
  top: boolean;
  /** A mark of the tab's address (HMAC under this machine's key); null where it is not known. */
  place: string | null;
  /** It lay on disk, maybe since an earlier run of the browser, in which tabs had other numbers. */
  fromDisk?: true;
}

/** A tab of an earlier run of the browser: its number then, a mark of its address, and whether it held the declaration. */
export interface WaitingTab {
  tab: number;
  place: string;
  form: boolean;
}

/** A declaration, and what was known of its fields before it was opened. */
export interface FormOfRoad {
  id: string;
  earlier: Record<string, Earlier>;
  /** Where there are earlier ones: its fields' own keys, and those under which they go on. */
  keys?: Record<string, string>;
}

/** How a profile's rule does: how often it failed to match, by day, and since when it has not matched at all. */
export interface RuleHealth {
  rule: string;
  days: Record<string, number>;
  /** Epoch ms of the first failure after which it has not matched again; null while it does its work. */
  since: number | null;
  /** The controls that stood there when it last failed. */
  controls?: ControlShape[];
}

export interface Schema extends DBSchema {
  submissions: { key: string; value: Submission; indexes: { startedAt: number; dossierMark: string } };
  events: { key: [string, number]; value: StoredEvent };
  fields: { key: [string, string]; value: FieldRecord };
  days: { key: [string, string]; value: DayRow };
  meta: { key: string; value: { key: string; value: LiveRoad | RuleHealth | Round | Note } };
}
export type Database = IDBPDatabase<Schema>;

export const STORES = ['submissions', 'events', 'fields', 'days', 'meta'] as const;

/** One step per version: each takes the database from the version before it. */
const UPGRADES: readonly ((db: Database, tx: Upgrade) => unknown)[] = [
  (db) => {
    db.createObjectStore('submissions', { keyPath: 'id' }).createIndex('startedAt', 'startedAt');
    db.createObjectStore('events', { keyPath: ['submissionId', 'seq'] });
    db.createObjectStore('fields', { keyPath: ['submissionId', 'key'] });
    db.createObjectStore('days', { keyPath: ['day', 'procedureCode'] });
    db.createObjectStore('meta', { keyPath: 'key' });
  },
  (_db, tx) => fromFirstSchema(tx),
  (_db, tx) => withTimedDays(tx),
];

/**
 * Opens (and where needed upgrades) the database. Rejects when the browser keeps none, it is held, or the disk full.
 * `closed` is called once the connection is gone. That it made way for a newer version the browser itself does not tell.
 */
export function openDatabase(closed: () => void = () => {}): Promise<Database> {
  return new Promise((resolve, reject) => {
    let refused = false;
    openDB<Schema>('dong-hanh', UPGRADES.length, {
      async upgrade(db, from, _to, tx) {
        for (const step of UPGRADES.slice(from)) await step(db, tx as Upgrade);
      },
      // Another window holds an older version open: nobody is to wait for that without knowing.
      blocked() {
        refused = true;
        reject(new DOMException('an older version is open', 'BlockedError'));
      },
      // A newer version of the extension in another window must be able to upgrade.
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
        closed();
      },
      terminated: closed,
    }).then((db) => (refused ? db.close() : resolve(db)), reject);
  });
}

let shared: Promise<Database> | undefined;

/** The one connection of this script; a failed or closed one is opened anew at the next call. */
export function database(): Promise<Database> {
  shared ??= openDatabase(forgetShared).catch((error: unknown) => {
    forgetShared();
    throw error;
  });
  return shared;
}

function forgetShared(): void {
  shared = undefined;
}

/** All records of one submission in a store whose key begins with its id. */
export function ofSubmission(submissionId: string): IDBKeyRange {
  return IDBKeyRange.bound([submissionId], [submissionId, []]);
}
