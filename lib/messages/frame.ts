import type { Browser } from 'webextension-polyfill';

type Global = typeof globalThis & { browser?: Browser; chrome?: Browser };
const world = globalThis as Global;

/**
 * The extension API as a content script finds it, without the polyfill's weight.
 * Chromium's own promises behave as the polyfill's for the few calls a frame makes (storage, sendMessage).
 */
export const api = (world.browser?.runtime ? world.browser : world.chrome) as Browser;
