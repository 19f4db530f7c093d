import type { GuidePack } from '../../lib/guide/index.ts';
import { api } from '../../lib/messages/index.ts';
import type { PortalProfile } from '../../lib/portal/index.ts';
import { inTurn } from '../../lib/storage/in-turn.ts';
import {
  type CompanionSettings,
  GUIDES_KEY,
  PROFILE_PREFIX,
  parseSettings,
  SETTINGS_KEY,
  type Settings,
} from '../../lib/storage/settings.ts';

/** The settings as stored now. */
export async function readSettings(): Promise<Settings> {
  const stored = await api.storage.local.get(SETTINGS_KEY);
  return parseSettings(stored[SETTINGS_KEY]);
}

/** The profile of this page's portal, which the background checked and laid out; null where there is none. */
export async function readProfile(): Promise<PortalProfile | null> {
  const key = PROFILE_PREFIX + location.hostname;
  return ((await api.storage.local.get(key))[key] ?? null) as PortalProfile | null;
}

const next = inTurn();

/** Changes some settings of the stored ones, and leaves all others as they are. */
export function saveSettings(change: (stored: Settings) => Partial<Settings>): Promise<void> {
  return next(async () => {
    const settings = await readSettings();
    await api.storage.local.set({ [SETTINGS_KEY]: { ...settings, ...change(settings) } });
  });
}

/** Changes the companion's own settings and leaves all others as they are. */
export const saveCompanion = (change: Partial<CompanionSettings>): Promise<void> =>
  saveSettings(({ companion }) => ({ companion: { ...companion, ...change } }));

/** Calls `listener` with the settings after each change, wherever it was made; ends with the signal. */
export function onSettings(listener: (settings: Settings) => void, signal: AbortSignal): void {
  onStored(SETTINGS_KEY, (stored) => listener(parseSettings(stored)), signal);
}

/**
 * Calls `listener` with the guidance that a person loaded for this portal, which was checked then, and after each
 * change; null where there is none.
 */
export function onLoadedGuide(
  portal: string,
  listener: (pack: GuidePack | null) => void,
  signal: AbortSignal,
): void {
  const heard = (stored: unknown) => {
    const all = Array.isArray(stored) ? (stored as GuidePack[]) : [];
    listener(all.find((pack) => pack.portal === portal) ?? null);
  };
  onStored(GUIDES_KEY, heard, signal);
  // What cannot be read now leaves the built-in guidance in its place.
  api.storage.local.get(GUIDES_KEY).then(
    ({ [GUIDES_KEY]: stored }) => stored !== undefined && heard(stored),
    () => {},
  );
}

function onStored(key: string, listener: (stored: unknown) => void, signal: AbortSignal): void {
  const heard = (changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[key];
    if (change) listener(change.newValue);
  };
  api.storage.local.onChanged.addListener(heard);
  signal.addEventListener('abort', () => {
    // The API of an extension that was updated meanwhile throws at every touch.
    try {
      api.storage.local.onChanged.removeListener(heard);
    } catch {}
  });
}
