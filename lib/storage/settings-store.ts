import browser from 'webextension-polyfill';
import { inTurn } from './in-turn.ts';
import { parseSettings, SETTINGS_KEY, type Settings } from './settings.ts';

const next = inTurn();

/** The settings as they stand, defaults where nothing is stored. */
export async function loadSettings(): Promise<Settings> {
  const { [SETTINGS_KEY]: raw } = await browser.storage.local.get(SETTINGS_KEY);
  return parseSettings(raw);
}

/** Changes some settings and resolves to all of them. Rejects when the browser cannot write. */
export function saveSettings(patch: Partial<Settings>): Promise<Settings> {
  return next(async () => {
    const settings = { ...(await loadSettings()), ...patch };
    await browser.storage.local.set({ [SETTINGS_KEY]: settings });
    return settings;
  });
}

/** Calls back after every change, from whichever page it came. Returns the way to stop. */
export function onSettings(listener: (settings: Settings) => void): () => void {
  const changed = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[SETTINGS_KEY]) listener(parseSettings(changes[SETTINGS_KEY].newValue));
  };
  browser.storage.onChanged.addListener(changed);
  return () => browser.storage.onChanged.removeListener(changed);
}
