import browser from 'webextension-polyfill';

/** Why nothing can be written: the disk is full, another version holds the database, or the browser gives none. */
const TROUBLES = ['full', 'blocked', 'failed'] as const;
export type Trouble = (typeof TROUBLES)[number];

/** Where it stands in `storage.session`, which needs no disk. */
export const TROUBLE_KEY = 'trouble';

/** What keeps the background from writing at this moment; null when nothing does. */
export async function loadTrouble(): Promise<Trouble | null> {
  const { [TROUBLE_KEY]: known } = await browser.storage.session.get(TROUBLE_KEY);
  return TROUBLES.find((it) => it === known) ?? null;
}

/** Calls back whenever it changes. Returns the way to stop. */
export function onTrouble(listener: () => void): () => void {
  const changed = (changes: Record<string, unknown>, area: string) => {
    if (area === 'session' && TROUBLE_KEY in changes) listener();
  };
  browser.storage.onChanged.addListener(changed);
  return () => browser.storage.onChanged.removeListener(changed);
}
