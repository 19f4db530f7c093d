import browser from 'webextension-polyfill';
import { loadSettings } from '../storage/index.ts';

/** Shows on the icon whether anything is recorded at all: `!` asks for consent, `II` stands for paused. */
export async function showBadge(): Promise<void> {
  const { consentAt, paused } = await loadSettings();
  const text = consentAt === null ? '!' : paused ? 'II' : '';
  await browser.action.setBadgeBackgroundColor({ color: '#8a5200' });
  await browser.action.setBadgeText({ text });
}
