import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Correction } from '../lib/fields/index.ts';
import { api, CORRECTIONS_KEY, type Messages, publishBus, type Report } from '../lib/messages/index.ts';
import type { PortalProfile } from '../lib/portal/index.ts';
import { sealWith } from '../lib/storage/seal.ts';
import { DOSSIER_KEY, mayRecord, PROFILE_PREFIX, SETTINGS_KEY } from '../lib/storage/settings.ts';
import {
  arrivedBy,
  createReporter,
  type Judges,
  keepClock,
  type Watching,
  type Wire,
  watchFrame,
} from '../lib/watch/index.ts';

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

/** The vocabulary of declarations lies with the background: no page has to carry it. */
const judges: Judges = async (asked) => {
  try {
    const answer: Messages['judge']['response'] | undefined = await api.runtime.sendMessage({
      name: 'judge',
      ...asked,
    } satisfies Messages['judge']['request']);
    return answer && 'judgements' in answer ? answer.judgements : null;
  } catch {
    return null;
  }
};

/** One watcher a frame: access that is given while a page is open brings a second one. */
const ALIVE = Symbol.for('dong-hanh.watcher');
type World = typeof globalThis & { [ALIVE]?: () => boolean };

/**
 * The manifest names this script itself (wxt.config.ts). WXT's own wrapper for content scripts would tell every page
 * of the extension by an event on its document, and weighs more than it gives here.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as World;
  if (world[ALIVE]?.()) return;
  /** This document was watched before: recording goes on, a profile was mended, the extension updated. */
  let again = world[ALIVE] !== undefined;
  world[ALIVE] = () => !wire.isGone();
  const { hostname: host } = location;
  const profileKey = PROFILE_PREFIX + host;
  let running: AbortController | null = null;
  let settings: unknown;
  let profile: PortalProfile | undefined;
  let watching: Watching | null = null;
  let corrections: readonly Correction[] = [];

  function follow(): void {
    const record = mayRecord(settings);
    if (!record) running?.abort();
    if (!record || running?.signal.aborted === false || !profile) return;
    const visit = new AbortController();
    running = visit;
    const self = { document: crypto.randomUUID(), arrival: arrivedBy(), host };
    const reporter = createReporter(self, wire, (road) => frame.setRoad(road), visit);
    const frame = watchFrame(profile, keepClock(reporter), visit.signal, { seal, judges, again });
    again = true;
    frame.setCorrections(corrections);
    watching = frame;
    publishBus(frame.bus);
  }

  /** Takes what is stored now under some of the keys: the background alone writes there, checked. */
  function take(stored: Record<string, unknown>): void {
    if (CORRECTIONS_KEY in stored) {
      corrections = (stored[CORRECTIONS_KEY] ?? []) as Correction[];
      watching?.setCorrections(corrections);
    }
    if (SETTINGS_KEY in stored) settings = stored[SETTINGS_KEY];
    if (profileKey in stored) {
      // A mended one begins anew on the open page.
      profile = stored[profileKey] as PortalProfile | undefined;
      running?.abort();
    }
    follow();
  }

  api.storage.onChanged.addListener((changes, area) => {
    const changed = Object.entries(changes).map(([key, { newValue }]) => [key, newValue]);
    if (area === 'local') take(Object.fromEntries(changed));
  });
  api.storage.local.get([SETTINGS_KEY, profileKey, CORRECTIONS_KEY]).then(
    take,
    // The extension went away while the page was loading: nothing to watch for.
    () => {},
  );
});
