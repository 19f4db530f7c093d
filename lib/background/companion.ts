import browser from 'webextension-polyfill';
import type { Report } from '../messages/index.ts';
import { loadSettings, mayRecord } from '../storage/index.ts';

/**
 * Puts the companion on a page whose watcher has just said that it was loaded. It is not in the manifest: a portal
 * page where nobody wants it pays nothing for it.
 */
export async function inviteCompanion(tabId: number, { facts }: Report): Promise<void> {
  if (facts.some(({ n }) => n === 1)) await putOn(tabId);
}

/** Puts the companion on every open portal page, for the moment at which it is switched on again. */
export async function inviteEverywhere(): Promise<void> {
  const { companion, ...settings } = await loadSettings();
  if (!companion.on || !mayRecord({ companion, ...settings })) return;
  const tabs = await browser.tabs.query({ url: browser.runtime.getManifest().host_permissions ?? [] });
  await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : [putOn(id)])));
}

/** A page that has it already takes no second one. */
async function putOn(tabId: number): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: ['/companion.js'] });
  } catch {
    // The tab went on or was closed meanwhile: its next page asks again.
  }
}

/** Puts a new watcher into every open portal page: that of before the update has no extension to speak to. */
export async function watchAgain(): Promise<void> {
  // Firefox does this by itself.
  if (!browser.runtime.getURL('').startsWith('chrome-extension:')) return;
  const { origins = [] } = await browser.permissions.getAll();
  const tabs = await browser.tabs.query({ url: origins });
  const put = async (tabId: number) => {
    try {
      await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: ['/watcher.js'] });
    } catch {
      // The tab went on or was closed meanwhile: its next page brings its own watcher.
    }
  };
  await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : [put(id)])));
}
