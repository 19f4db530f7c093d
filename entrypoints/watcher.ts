import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readCorrections } from '../lib/fields/index.ts';
import { api, CORRECTIONS_KEY, publishBus, type Report } from '../lib/messages/index.ts';
import { profileOf } from '../lib/portal/index.ts';
import { mayRecord, parseSettings, SETTINGS_KEY } from '../lib/storage/settings.ts';
import { createReporter, type Watching, type Wire, watchFrame } from '../lib/watch/index.ts';

const wire: Wire = {
  send: (report: Report) => api.runtime.sendMessage(report),
  put: (key, value) => api.storage.local.set({ [key]: value }),
  remove: (key) => api.storage.local.remove(key),
  isGone: () => !api.runtime?.id,
};

/**
 * The manifest names this script itself (wxt.config.ts). WXT's own wrapper for content scripts would tell every page
 * of the extension by an event on its document, and weighs more than it gives here.
 */
export default defineUnlistedScript(() => {
  const profile = profileOf(location.hostname);
  if (!profile) return;
  let running: AbortController | null = null;
  let watching: Watching | null = null;
  let corrections: unknown;

  function follow(raw: unknown): void {
    const record = mayRecord(parseSettings(raw));
    if (!record) running?.abort();
    if (!record || running?.signal.aborted === false || !profile) return;
    const visit = new AbortController();
    running = visit;
    const reporter = createReporter(crypto.randomUUID(), wire, (road) => frame.setRoad(road), visit);
    const frame = watchFrame(profile, reporter, visit.signal);
    frame.setCorrections(readCorrections(corrections));
    watching = frame;
    publishBus(frame.bus);
  }

  api.storage.onChanged.addListener((changes, area) => {
    if (area !== 'local') return;
    const made = changes[CORRECTIONS_KEY];
    if (made) {
      corrections = made.newValue;
      watching?.setCorrections(readCorrections(corrections));
    }
    if (changes[SETTINGS_KEY]) follow(changes[SETTINGS_KEY].newValue);
  });
  api.storage.local.get([SETTINGS_KEY, CORRECTIONS_KEY]).then(
    (stored) => {
      corrections = stored[CORRECTIONS_KEY];
      follow(stored[SETTINGS_KEY]);
    },
    // The extension went away while the page was loading: nothing to watch for.
    () => {},
  );
});
