import browser from 'webextension-polyfill';
import { grantedHosts, seenHosts } from '../access/index.ts';
import { putOnAll, WATCHER } from './putting.ts';

const ID = 'portals';

/**
 * Keeps the watcher on every host that was given, now and after a restart, and on pages of it that are open already.
 * `guarded` runs work that may fail.
 */
export function followAccess(guarded: (work: () => Promise<unknown>) => Promise<void>): void {
  // One at a time: two answers at once would both find nothing registered.
  let last = Promise.resolve();
  const next = (work: () => Promise<unknown>) => {
    last = last.then(() => guarded(work));
    return last;
  };
  browser.permissions.onAdded.addListener(() =>
    next(async () => {
      await register();
      // Pages that were open before the person agreed are watched from now on: those of portals, whatever else was given.
      await putOnAll(await seenHosts(), WATCHER);
    }),
  );
  browser.permissions.onRemoved.addListener(() => next(register));
  // An update of the extension forgets what was registered.
  browser.runtime.onInstalled.addListener(() => next(register));
  browser.runtime.onStartup.addListener(() => next(register));
}

async function register(): Promise<void> {
  const matches = await grantedHosts();
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (matches.length === 0) {
    if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const script = {
    id: ID,
    matches,
    js: ['watcher.js'],
    runAt: 'document_start' as const,
    allFrames: true,
    persistAcrossSessions: true,
  };
  if (known.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}
