import type { Runtime } from 'webextension-polyfill';
import type { Role } from '../flow/index.ts';
import { markOf, type Origin } from '../storage/index.ts';
import { session } from './session.ts';

/** The host of an address; empty where the browser does not tell it. */
export const hostOf = (url = '') => URL.parse(url)?.hostname ?? '';

/** Where a report comes from, as far as the browser tells. */
export async function originOf(sender: Runtime.MessageSender, tabId: number, role: Role): Promise<Origin> {
  const top = sender.frameId === 0;
  const address = sender.tab?.url ?? sender.url;
  const [{ id }, place] = await Promise.all([session(), top && address ? markOf(address) : null]);
  return { tabId, role, session: id, host: hostOf(sender.url), top, place };
}
