import browser from 'webextension-polyfill';
import type { PortalProfile } from '../portal/index.ts';
import { PACKS_KEY } from './settings.ts';

/** The profiles that a person imported. They were checked when they were taken in. */
export async function importedProfiles(): Promise<PortalProfile[]> {
  const { [PACKS_KEY]: stored } = await browser.storage.local.get(PACKS_KEY);
  return Array.isArray(stored) ? (stored as PortalProfile[]) : [];
}

/** Keeps checked profiles in place of earlier ones of the same id. Open pages hear of it at once. */
export async function keepProfiles(profiles: readonly PortalProfile[]): Promise<void> {
  const others = (await importedProfiles()).filter(({ id }) => !profiles.some((it) => it.id === id));
  await browser.storage.local.set({ [PACKS_KEY]: [...others, ...profiles] });
}

/** Goes back to the built-in profile of this id. Resolves to the way to undo that. */
export async function dropProfile(id: string): Promise<() => Promise<void>> {
  const all = await importedProfiles();
  await browser.storage.local.set({ [PACKS_KEY]: all.filter((it) => it.id !== id) });
  return () => keepProfiles(all.filter((it) => it.id === id));
}

/** Calls back after every import and removal. Returns the way to stop. */
export function onProfiles(listener: () => void): () => void {
  const changed = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && PACKS_KEY in changes) listener();
  };
  browser.storage.onChanged.addListener(changed);
  return () => browser.storage.onChanged.removeListener(changed);
}
