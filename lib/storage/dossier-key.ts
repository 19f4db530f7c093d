import browser from 'webextension-polyfill';
import { DOSSIER_KEY } from './settings.ts';

/**
 * Background only: makes the key by which frames seal dossier numbers, where there is none yet: 32 random bytes in
 * hexadecimal. It is never exported, so that a mark tells nothing on another machine.
 */
export async function ensureDossierKey(): Promise<void> {
  const { [DOSSIER_KEY]: known } = await browser.storage.local.get(DOSSIER_KEY);
  if (typeof known === 'string') return;
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const key = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  await browser.storage.local.set({ [DOSSIER_KEY]: key });
}
