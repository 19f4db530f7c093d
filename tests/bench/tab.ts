import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { declarations, procedures } from '../portal/catalog.ts';
import type { Portal } from '../portal/server.ts';
import type { Contender } from './contenders.ts';
import { prepareChurns, watchLongTasks } from './in-page.ts';

const code = declarations[0]?.procedure.code;
const caseId = procedures.find((one) => one.code === code)?.formalityCaseId;
const declarationUrl = `https://dichvucong.gov.vn/nop-ho-so?formalityCaseId=${caseId}`;

/** Time that a page gets to come to rest after the last thing that is known to happen, ms. */
const REST_MS = 1_000;

/** The declaration page in a fresh tab of a contender's browser. */
export type Tab = {
  contender: Contender;
  page: Page;
  cdp: CDPSession;
  browser: Browser;
  /** Origins of extensions that have a script world in the page. */
  worlds: ReadonlySet<string>;
  /** What went wrong in it. */
  errors: string[];
  close(): Promise<void>;
};

/** Opens an empty tab, a new login and counters of main-thread time that stand at zero. */
export async function openTab(portal: Portal, contender: Contender): Promise<Tab> {
  const { context } = contender.launched;
  const browser = context.browser();
  if (!browser) throw new Error('the browser is gone');
  // With a new session there is no draft of the sample before.
  await context.clearCookies();
  await context.addCookies([portal.openSession()]);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  const worlds = new Set<string>();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  cdp.on('Runtime.executionContextCreated', ({ context: { origin } }) => {
    if (origin.startsWith('chrome-extension://')) worlds.add(origin);
  });
  await cdp.send('Runtime.enable');
  // CPU time of the main thread, which other work on the machine does not lengthen.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.addInitScript(watchLongTasks);
  await page.addInitScript(prepareChurns);
  return { contender, page, cdp, browser, worlds, errors, close: () => page.close() };
}

/** Loads the declaration and lets it come to rest: shown, filled from the account, and a second more. */
export async function loadDeclaration(portal: Portal, { page, contender, errors }: Tab): Promise<void> {
  portal.log.clear();
  await page.goto(declarationUrl, { waitUntil: 'load' });
  if (contender.script) await page.evaluate(contender.script);
  // Asked of the portal's own log, since asking the page would cost the page.
  const filled = () => portal.log.entries().some(({ type }) => type === 'prefilled');
  for (const until = Date.now() + 15_000; !filled(); ) {
    if (Date.now() > until) throw new Error('the declaration did not come up');
    await sleep(20);
  }
  await sleep(REST_MS);
  if (await page.evaluate(() => document.hidden)) errors.push('the tab is not in front');
}

/** Main-thread time since the tab was opened, ms. */
export async function taskMs({ cdp }: Tab): Promise<number> {
  return (await metric(cdp, 'TaskDuration')) * 1_000;
}

/** JavaScript heap of the page with its script worlds after collecting garbage, MB. */
export async function heapMb({ cdp }: Tab): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  return (await metric(cdp, 'JSHeapUsedSize')) / 2 ** 20;
}

/** CPU time of all living processes of the browser, ms: the worker that writes the database is one of them. */
export async function browserMs({ browser }: Pick<Tab, 'browser'>): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0) * 1_000;
}

async function metric(cdp: CDPSession, name: string): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const found = metrics.find((one) => one.name === name);
  if (!found) throw new Error(`Chromium tells no ${name}`);
  return found.value;
}
