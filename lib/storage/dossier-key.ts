import browser from 'webextension-polyfill';
import { sealWith } from './seal.ts';
import { DOSSIER_KEY } from './settings.ts';

/** Makes the key by which frames seal dossier numbers, where there is none. It is never exported. */
export async function ensureDossierKey(): Promise<void> {
  const stored = await browser.storage.local.get(DOSSIER_KEY);
  if (stored[DOSSIER_KEY]) return;
  const key = crypto.getRandomValues(new Uint8Array(32));
  await browser.storage.local.set({ [DOSSIER_KEY]: [...key] });
}

/** Everything was deleted that was marked by the key: it goes as well, and another comes. */
export async function renewDossierKey(): Promise<void> {
  try {
    await browser.storage.local.remove(DOSSIER_KEY);
    await ensureDossierKey();
  } catch {
    // A full disk: everything is deleted all the same. The worker's next start makes a key where there is none.
  }
}

/**
 * Remembers the key in this page's memory, in no message and nowhere else. Resolves to the way to put it back: without
 * it no look-up would find a dossier again that was marked by it.
 */
export async function rememberDossierKey(): Promise<() => Promise<void>> {
  const { [DOSSIER_KEY]: key } = await browser.storage.local.get(DOSSIER_KEY);
  return async () => {
    if (key) await browser.storage.local.set({ [DOSSIER_KEY]: key });
  };
}

/** The mark of an address (64 hex digits), which can hold a dossier's number; null while there is no key. */
export async function markOf(address: string): Promise<string | null> {
  const { [DOSSIER_KEY]: stored } = await browser.storage.local.get(DOSSIER_KEY);
  return sealWith(stored, address);
}
