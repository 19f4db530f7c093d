import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { api, publishBus, type Report } from '../lib/messages/index.ts';
import { PROFILE_PREFIX, storedProfile } from '../lib/packs/stored.ts';
import type { PortalProfile } from '../lib/portal/index.ts';
import { DOSSIER_KEY, mayRecord, parseSettings, SETTINGS_KEY } from '../lib/storage/settings.ts';
import { createReporter, sealWith, type Wire, watchFrame } from '../lib/watch/index.ts';

const wire: Wire = {
  send: (report: Report) => api.runtime.sendMessage(report),
  put: (key, value) => api.storage.local.set({ [key]: value }),
  remove: (key) => api.storage.local.remove(key),
  isGone: () => !api.runtime?.id,
};

async function seal(number: string): Promise<string | null> {
  const { [DOSSIER_KEY]: key } = await api.storage.local.get(DOSSIER_KEY);
  return typeof key === 'string' ? sealWith(key, number) : null;
}

/** One watcher a frame: access given while a page is open brings a second one. */
const ALIVE = Symbol.for('dong-hanh.watcher');
type World = typeof globalThis & { [ALIVE]?: () => boolean };

/**
 * The manifest names this script itself (wxt.config.ts). WXT's own wrapper for content scripts would tell every page
 * of the extension by an event on its document, and weighs more than it gives here.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as World;
  if (world[ALIVE]?.()) return;
  world[ALIVE] = () => !wire.isGone();
  const profileKey = `${PROFILE_PREFIX}${location.hostname}`;
  let profile: PortalProfile | null = null;
  let settings: unknown;
  let running: AbortController | null = null;

  /** An imported profile takes the place of the one in use within it: what was seen of the fields stands. */
  function use(stored: unknown): void {
    const found = storedProfile(stored);
    if (profile && found) {
      for (const key of Object.keys(profile)) Reflect.deleteProperty(profile, key);
      Object.assign(profile, found);
    } else profile = found && { ...found };
  }

  function follow(): void {
    const record = profile !== null && mayRecord(parseSettings(settings));
    if (!record) running?.abort();
    if (!record || running?.signal.aborted === false || !profile) return;
    const visit = new AbortController();
    running = visit;
    const reporter = createReporter(crypto.randomUUID(), wire, (road) => watching.setRoad(road), visit);
    const watching = watchFrame(profile, reporter, visit.signal, seal);
    publishBus(watching.bus);
  }

  api.storage.onChanged.addListener((changes, area) => {
    if (area !== 'local') return;
    if (changes[SETTINGS_KEY]) settings = changes[SETTINGS_KEY].newValue;
    if (changes[profileKey]) use(changes[profileKey].newValue);
    if (changes[SETTINGS_KEY] || changes[profileKey]) follow();
  });
  api.storage.local.get([SETTINGS_KEY, profileKey]).then(
    (stored) => {
      settings = stored[SETTINGS_KEY];
      use(stored[profileKey]);
      follow();
    },
    // The extension went away while the page was loading: nothing to watch for.
    () => {},
  );
});
