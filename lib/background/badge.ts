import browser from 'webextension-polyfill';
import { loadSettings, loadTrouble } from '../storage/index.ts';

/** Shows on the icon whether anything is recorded: `!` asks for consent or tells of trouble, `II` is a pause. */
export async function showBadge(): Promise<void> {
  const { consentAt, paused } = await loadSettings();
  const trouble = await loadTrouble();
  const text = consentAt === null || trouble !== null ? '!' : paused ? 'II' : '';
  await browser.action.setBadgeBackgroundColor({ color: trouble ? '#a1260d' : '#8a5200' });
  await browser.action.setBadgeText({ text });
}
