import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { api, publishBus, type Report } from '../lib/messages/index.ts';
import { profileOf } from '../lib/portal/index.ts';
import { DOSSIER_KEY, mayRecord, parseSettings, SETTINGS_KEY } from '../lib/storage/settings.ts';
import { createReporter, sealWith, type Wire, watchFrame } from '../lib/watch/index.ts';

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
  const profile = profileOf(location.hostname);
  if (!profile) return;
  let running: AbortController | null = null;

  function follow(raw: unknown): void {
    const record = mayRecord(parseSettings(raw));
    if (!record) running?.abort();
    if (!record || running?.signal.aborted === false || !profile) return;
    const visit = new AbortController();
    running = visit;
    const reporter = createReporter(crypto.randomUUID(), wire, (road) => watching.setRoad(road), visit);
    const watching = watchFrame(profile, reporter, visit.signal, seal);
    publishBus(watching.bus);
  }

  api.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && changes[SETTINGS_KEY]) follow(changes[SETTINGS_KEY].newValue);
  });
  api.storage.local.get(SETTINGS_KEY).then(
    (stored) => follow(stored[SETTINGS_KEY]),
    // The extension went away while the page was loading: nothing to watch for.
    () => {},
  );
});
