import browser from 'webextension-polyfill';
import { type Correction, type CorrectionPlace, changed, readCorrections } from '../fields/index.ts';
import { CORRECTIONS_KEY } from '../messages/index.ts';
import { MOST_CORRECTIONS } from '../messages/schema.ts';

/** A reviewer's corrections, the newest last. */
export async function loadCorrections(): Promise<Correction[]> {
  const { [CORRECTIONS_KEY]: raw } = await browser.storage.local.get(CORRECTIONS_KEY);
  return readCorrections(raw);
}

/**
 * Background only. Makes and takes back corrections; resolves to all that then hold, or to null when they would be
 * too many, and then nothing changes. Rejects when the browser cannot write.
 */
export function saveCorrections(change: {
  add: readonly Correction[];
  remove: readonly CorrectionPlace[];
}): Promise<Correction[] | null> {
  // Two tabs may correct at the same moment: neither may lose what the other made.
  return navigator.locks.request(CORRECTIONS_KEY, async () => {
    const corrections = changed(await loadCorrections(), change);
    if (corrections.length > MOST_CORRECTIONS) return null;
    await browser.storage.local.set({ [CORRECTIONS_KEY]: corrections });
    return corrections;
  });
}

/** Calls back after every change, from whichever page it came. Returns the way to stop. */
export function onCorrections(listener: () => void): () => void {
  const heard = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && CORRECTIONS_KEY in changes) listener();
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}
