import browser from 'webextension-polyfill';
import { PROFILES } from '../portal/profiles/index.ts';
import { PROFILES_KEY } from '../storage/index.ts';

/**
 * Lays the built-in profiles out in the extension's own storage, where frames read them: a page does not carry the
 * profiles of other systems in its script, and a mended one reaches pages that stand open.
 */
export async function layOutProfiles(): Promise<void> {
  const { [PROFILES_KEY]: there } = await browser.storage.local.get(PROFILES_KEY);
  if (JSON.stringify(there) === JSON.stringify(PROFILES)) return;
  await browser.storage.local.set({ [PROFILES_KEY]: PROFILES });
}
