import browser from 'webextension-polyfill';
import { seenHosts } from '../access/index.ts';
import type { Report } from '../messages/index.ts';
import { loadSettings, mayRecord } from '../storage/index.ts';
import { putOn, putOnAll, type Script, WATCHER } from './putting.ts';

const COMPANION: Script = { file: '/companion.js' };

/**
 * Puts the companion on a page whose watcher has just said that it was loaded. It is not in the manifest: a portal
 * page where nobody wants it pays nothing for it.
 */
export async function inviteCompanion(tabId: number, { facts }: Report): Promise<void> {
  if (facts.some(({ n }) => n === 1)) await putOn(tabId, COMPANION);
}

/** Puts the companion on every open portal page, for the moment at which it is switched on again. */
export async function inviteEverywhere(): Promise<void> {
  const { companion, ...settings } = await loadSettings();
  if (!companion.on || !mayRecord({ companion, ...settings })) return;
  await putOnAll(await seenHosts(), COMPANION);
}

/** Puts a new watcher into every open portal page: that of before the update has no extension to speak to. */
export async function watchAgain(): Promise<void> {
  // Firefox does this by itself.
  if (!browser.runtime.getURL('').startsWith('chrome-extension:')) return;
  await putOnAll(await seenHosts(), WATCHER);
}
