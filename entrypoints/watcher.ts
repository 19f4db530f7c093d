import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { api, publishBus, type Report } from '../lib/messages/index.ts';
import { type PortalProfile, profileAmong } from '../lib/portal/index.ts';
import {
  DOSSIER_KEY,
  mayRecord,
  PROFILES_KEY,
  parseSettings,
  SETTINGS_KEY,
} from '../lib/storage/settings.ts';
import { createReporter, keepClock, sealWith, type Wire, watchFrame } from '../lib/watch/index.ts';

const wire: Wire = {
  send: (report: Report) => api.runtime.sendMessage(report),
  put: (key, value) => api.storage.local.set({ [key]: value }),
  remove: (key) => api.storage.local.remove(key),
  isGone: () => !api.runtime?.id,
};

/** The number of a dossier leaves the frame only sealed. */
async function seal(number: string): Promise<string | null> {
  const { [DOSSIER_KEY]: key } = await api.storage.local.get(DOSSIER_KEY);
  return sealWith(key, number);
}

/**
 * The manifest names this script itself (wxt.config.ts). WXT's own wrapper for content scripts would tell every page
 * of the extension by an event on its document, and weighs more than it gives here.
 */
export default defineUnlistedScript(() => {
  let running: AbortController | null = null;
  let settings: unknown;
  let profile: PortalProfile | null = null;

  function follow(): void {
    const record = mayRecord(parseSettings(settings));
    if (!record) running?.abort();
    if (!record || running?.signal.aborted === false || !profile) return;
    const visit = new AbortController();
    running = visit;
    const reporter = createReporter(crypto.randomUUID(), wire, (road) => watching.setRoad(road), visit);
    const watching = watchFrame(profile, keepClock(reporter), visit.signal, seal);
    publishBus(watching.bus);
  }

  /** Takes this host's profile from what the background laid out; a mended one begins anew on the open page. */
  function take(profiles: unknown): void {
    const found = Array.isArray(profiles) ? profileAmong(profiles, location.hostname) : null;
    if (JSON.stringify(found) === JSON.stringify(profile)) return;
    profile = found;
    running?.abort();
    follow();
  }

  api.storage.onChanged.addListener((changes, area) => {
    if (area !== 'local') return;
    if (changes[PROFILES_KEY]) take(changes[PROFILES_KEY].newValue);
    if (!changes[SETTINGS_KEY]) return;
    settings = changes[SETTINGS_KEY].newValue;
    follow();
  });
  api.storage.local.get([SETTINGS_KEY, PROFILES_KEY]).then(
    (stored) => {
      settings = stored[SETTINGS_KEY];
      take(stored[PROFILES_KEY]);
    },
    // The extension went away while the page was loading: nothing to watch for.
    () => {},
  );
});
