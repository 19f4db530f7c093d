import browser from 'webextension-polyfill';
import { nameOfKey } from '../fields/index.ts';
import type { Evidence } from '../guide/index.ts';

/** Where it stands in `storage.session`: in memory that outlives the worker and ends with the browser. */
const KEY = 'evidence';
/** So many fields of one tab are remembered at most, the latest. */
const MOST = 2_000;

/** Evidence by what tells a field from others, and that by the tab in which it was judged. */
type Known = Readonly<Record<string, ByField>>;
export type ByField = Readonly<Record<string, Evidence>>;

/** What tells a field from others of its tab, wherever its frame or page counts it. */
export function placeOf(name: string, section: string, label: string): string {
  return JSON.stringify([name, section, label]);
}

/** Why this field is judged as it is; undefined where that is not known. */
export function evidenceFor(
  known: ByField,
  { key, section, label }: { key: string; section: string; label: string },
): Evidence | undefined {
  return known[placeOf(nameOfKey(key), section, label)];
}

let last: Promise<unknown> = Promise.resolve();

/** One after the other: what is read must not be written over by what another frame was told meanwhile. */
function change(work: (known: Known) => Known): Promise<void> {
  const done = last.then(async () => browser.storage.session.set({ [KEY]: work(await read()) }));
  last = done.catch(() => {});
  return done;
}

async function read(): Promise<Known> {
  return ((await browser.storage.session.get(KEY))[KEY] as Known | undefined) ?? {};
}

/** Remembers why fields of a tab were judged as they were, in place of what was known of them. */
export function rememberEvidence(tabId: number, found: ByField): Promise<void> {
  return change((known) => {
    const all = Object.entries({ ...known[tabId], ...found });
    return { ...known, [tabId]: Object.fromEntries(all.slice(-MOST)) };
  });
}

export async function evidenceIn(tabId: number): Promise<ByField> {
  return (await read())[tabId] ?? {};
}

/** A tab was closed. */
export function forgetEvidenceIn(tabId: number): Promise<void> {
  return change(({ [tabId]: _gone, ...others }) => others);
}

export async function forgetAllEvidence(): Promise<void> {
  await browser.storage.session.remove(KEY);
}
