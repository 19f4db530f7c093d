import browser from 'webextension-polyfill';

/** Where the key of marks stands in `storage.local`: 32 random bytes in base64. Never exported. */
export const DOSSIER_KEY = 'dossier-key';

/** Makes the key where there is none. Marks made with an erased key mean nothing to a new one. */
export async function makeDossierKey(): Promise<void> {
  const { [DOSSIER_KEY]: known } = await browser.storage.local.get(DOSSIER_KEY);
  if (typeof known === 'string') return;
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  await browser.storage.local.set({ [DOSSIER_KEY]: btoa(String.fromCharCode(...bytes)) });
}

/** The mark of an address (64 hex digits), which can hold a dossier's number; null while there is no key. */
export async function markOf(address: string): Promise<string | null> {
  const { [DOSSIER_KEY]: known } = await browser.storage.local.get(DOSSIER_KEY);
  if (typeof known !== 'string') return null;
  const bytes = Uint8Array.from(atob(known), (it) => it.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const mark = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(address));
  return [...new Uint8Array(mark)].map((it) => it.toString(16).padStart(2, '0')).join('');
}
