import browser, { type Runtime } from 'webextension-polyfill';
import { OUTBOX_PREFIX } from '../messages/index.ts';
import {
  announceChange,
  bringCorrectionsHome,
  closeTab,
  database,
  ensureDossierKey,
  forgetEvidenceIn,
  loadSettings,
  markOf,
  mayRecord,
  PACKS_KEY,
  parseSettings,
  SETTINGS_KEY,
  stopRoads,
  sweepRoads,
  TROUBLE_KEY,
  tabOpened,
  tabRenumbered,
} from '../storage/index.ts';
import { followAccess } from './access.ts';
import { answer } from './answer.ts';
import { showBadge } from './badge.ts';
import { inviteEverywhere, watchAgain } from './companion.ts';
import { emptyOutbox } from './outbox.ts';
import { layOutProfiles } from './profiles.ts';
import { session } from './session.ts';

const SWEEP = 'sweep';

/** Registers everything the worker listens to. Runs at the top of every start of the worker, synchronously. */
export function startBackground(): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    answer(message, sender),
  );

  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
    // What an update leaves in open pages can say nothing any more.
    if (reason === 'update') void guarded(watchAgain);
  });

  browser.runtime.onStartup.addListener(() =>
    guarded(async () => {
      await emptyOutbox();
      await sweepAll();
    }),
  );

  browser.tabs.onCreated.addListener(({ id, openerTabId }) => {
    if (id === undefined || openerTabId === undefined) return;
    void guarded(async () => {
      if (!(await records())) return;
      await tabOpened(await database(), id, openerTabId, (await session()).id);
    });
  });

  // A machine that is short of memory puts pages aside whose tabs are behind another.
  browser.tabs.onReplaced.addListener((added, removed) => {
    void guarded(async () => {
      if (!(await records())) return;
      await tabRenumbered(await database(), added, removed, (await session()).id);
    });
  });

  browser.tabs.onRemoved.addListener((tabId) => {
    const at = Date.now();
    return guarded(async () => {
      // What the page could still put on disk while it went away belongs to the road that ends now.
      await emptyOutbox();
      await forgetEvidenceIn(tabId);
      if (!(await records())) return;
      await closeTab(await database(), tabId, at, (await session()).id);
      announceChange();
    });
  });

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== SWEEP) return;
    void guarded(async () => {
      await emptyOutbox();
      await sweepAll();
      announceChange();
    });
  });

  followAccess(guarded);
  // Given again later, it covers nothing of before.
  browser.permissions.onRemoved.addListener(() => guarded(emptyOutbox));

  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'session' && TROUBLE_KEY in changes) void guarded(showBadge);
    if (area !== 'local') return;
    if (Object.keys(changes).some((key) => key.startsWith(OUTBOX_PREFIX))) void guarded(emptyOutbox);
    if (changes[PACKS_KEY] || changes[SETTINGS_KEY]) void guarded(prepare);
    const changed = changes[SETTINGS_KEY];
    if (!changed) return;
    void guarded(showBadge);
    if (mayRecord(changed.oldValue) && !mayRecord(changed.newValue)) void guarded(stop);
    const wasOn = parseSettings(changed.oldValue).companion.on;
    if (!wasOn && parseSettings(changed.newValue).companion.on) void guarded(inviteEverywhere);
  });

  void guarded(async () => {
    // Made only where there is none: making it anew at every start of the worker would put it off for ever.
    if (!(await browser.alarms.get(SWEEP))) await browser.alarms.create(SWEEP, { periodInMinutes: 1 });
    await prepare();
    await showBadge();
  });
}

/** What pages need to record. Before consent nothing at all is kept on this machine. */
async function prepare(): Promise<void> {
  if ((await loadSettings()).consentAt === null) return;
  await layOutProfiles();
  await ensureDossierKey();
  await bringCorrectionsHome();
}

/** Whether anything may be written at all that happens now. */
async function records(): Promise<boolean> {
  return mayRecord(await loadSettings());
}

/** Recording is paused, or consent withdrawn: no dossier under way is heard of any more. */
async function stop(): Promise<void> {
  await emptyOutbox();
  await stopRoads(await database());
  announceChange();
}

async function sweepAll(): Promise<void> {
  // What was on its way to the database when recording stopped may have come after that.
  if (!(await records())) return stopRoads(await database());
  const tabs = await browser.tabs.query({});
  const places = await Promise.all(tabs.map(({ url }) => (url ? markOf(url) : null)));
  const restored = new Set(places.filter((it) => it !== null));
  await sweepRoads(await database(), Date.now(), await session(), restored);
}

/** What fails here is tried again by the next event; nothing of it may stop the worker or reach a page. */
async function guarded(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.warn('Đồng hành: put off', error instanceof Error ? error.name : typeof error);
  }
}
