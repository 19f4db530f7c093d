import browser from 'webextension-polyfill';
import type { Report } from '../messages/index.ts';

/**
 * Puts the companion on a page whose watcher has just said that it was loaded. It is not in the manifest: a portal
 * page where nobody wants it pays nothing for it.
 */
export async function inviteCompanion(tabId: number, { facts }: Report): Promise<void> {
  if (!facts.some(({ n }) => n === 1)) return;
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: ['/content-scripts/companion.js'] });
  } catch {
    // The tab went on or was closed meanwhile: its next page asks again.
  }
}
