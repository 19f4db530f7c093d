import browser, { type Runtime } from 'webextension-polyfill';
import type { Role } from '../flow/index.ts';
import type { Report } from '../messages/index.ts';
import { type Arrival, markOf, type Origin } from '../storage/index.ts';
import { session } from './session.ts';

/** Where a report comes from, as far as the browser tells. */
export async function originOf(
  sender: Runtime.MessageSender,
  tabId: number,
  { facts }: Report,
  role: Role,
): Promise<Origin> {
  const top = sender.frameId === 0;
  const begins = top && facts.some(({ n }) => n === 1);
  const address = sender.tab?.url ?? sender.url;
  const [{ id }, place, arrival] = await Promise.all([
    session(),
    top && address ? markOf(address) : null,
    begins ? arrivalOf(tabId) : null,
  ]);
  return { tabId, role, session: id, top, place, arrival };
}

/** How the document in a tab came there; null when it went on before it could be asked. */
async function arrivalOf(tabId: number): Promise<Arrival | null> {
  try {
    const [answer] = await browser.scripting.executeScript({ target: { tabId }, func: askPage });
    return (answer?.result as Arrival | undefined) ?? null;
  } catch {
    return null;
  }
}

/**
 * Runs in the page. Chromium names an opener also for a tab that a person opens by hand from this one; such a tab has
 * its empty page behind it and no page that sent it here.
 */
function askPage(): Arrival {
  const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (load && load.type !== 'navigate') return 'restored';
  return history.length === 1 || document.referrer !== '' ? 'opened' : 'by-hand';
}
