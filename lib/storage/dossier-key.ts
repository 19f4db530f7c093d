import browser from 'webextension-polyfill';
import { DOSSIER_KEY } from './settings.ts';

/** Background only: makes the key by which frames seal dossier numbers, where there is none. It is never exported. */
export async function ensureDossierKey(): Promise<void> {
  const stored = await browser.storage.local.get(DOSSIER_KEY);
  if (stored[DOSSIER_KEY]) return;
  const key = crypto.getRandomValues(new Uint8Array(32));
  await browser.storage.local.set({ [DOSSIER_KEY]: [...key] });
}
