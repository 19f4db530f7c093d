import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import type { Submission } from '../../lib/flow/index.ts';

/** All records of the extension's database, read past the extension's own code. */
export type Stores = Record<'submissions' | 'events' | 'fields' | 'days' | 'meta', unknown[]>;

const STORES: readonly (keyof Stores)[] = ['submissions', 'events', 'fields', 'days', 'meta'];

/** The built extension, seen from outside. */
export type Extension = {
  id: string;
  /** Opens one of its pages in a tab of its own. */
  open(page: 'popup' | 'dashboard' | 'welcome'): Promise<Page>;
  /** Agrees on the welcome page, as a person does. */
  agree(): Promise<void>;
  /** Sets what a person chooses in the settings. */
  choose(settings: { role?: string; language?: string }): Promise<void>;
  stores(): Promise<Stores>;
  /** The submissions alone: cheap enough to be asked for often. */
  submissions(): Promise<Submission[]>;
  /** Resolves when some submission is recorded and none is open any more, or throws after 10 s. */
  settled(): Promise<void>;
  /** Everything in `storage.local`, `session` and `sync`. */
  storageAreas(): Promise<unknown>;
  /** Ends the service worker as the browser does when memory is short. Resolves to whether one was running. */
  killWorker(): Promise<boolean>;
  /** Gives the service worker something else to do for so long, as on a slow machine where it has only begun. */
  occupyWorker(ms: number): Promise<void>;
  /** What extension pages heard of all runtime messages since `listen`. */
  heard(): Promise<unknown[]>;
  close(): Promise<void>;
};

const welcomed = new WeakSet<BrowserContext>();

/** The page that opens at installation: late and in front, it would come before the one that is looked at by then. */
async function closeWelcome(context: BrowserContext): Promise<void> {
  const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');
  for (let tries = 0; tries < 100 && !welcomed.has(context); tries++) {
    const page = context.pages().find(isWelcome);
    await (page ? page.close() : sleep(50));
    if (page) welcomed.add(context);
  }
  welcomed.add(context);
}

/** Opens a quiet page of the extension through which the tests look into it. */
export async function lookInto(
  context: BrowserContext,
  id: string,
  origin = `chrome-extension://${id}`,
): Promise<Extension> {
  const url = (page: string) => `${origin}/${page}.html`;
  const inside = await context.newPage();
  // The manifest is a page of the extension's origin that runs none of its code. Firefox shows it in a viewer of its
  // own and tells of no load there; a second page of the extension does not answer at all, so that this one is all.
  const inFirefox = origin.startsWith('moz-');
  if (inFirefox) await inside.goto(url('welcome'), { waitUntil: 'commit' });
  else await inside.goto(`${origin}/manifest.json`);
  await inside.evaluate(() => {
    const world = globalThis as unknown as Heard;
    world.heard = [];
    world.chrome.runtime.onMessage.addListener((message) => {
      world.heard.push(message);
    });
  });
  return {
    id,
    async open(page) {
      const opened = await context.newPage();
      await opened.goto(url(page));
      return opened;
    },
    async agree() {
      if (!inFirefox) await closeWelcome(context);
      const welcome = inFirefox ? inside : await context.newPage();
      if (!inFirefox) await welcome.goto(url('welcome'));
      // A page behind another draws no frame, and a click with the mouse would wait for one.
      await welcome.locator('[data-action="accept"]').waitFor({ state: 'attached' });
      await welcome.evaluate(() => document.querySelector<HTMLElement>('[data-action="accept"]')?.click());
      await inside.waitForFunction(
        async () => {
          const world = globalThis as unknown as Heard;
          const { settings } = await world.chrome.storage.local.get('settings');
          return typeof settings?.consentAt === 'number';
        },
        undefined,
        { polling: 100 },
      );
      if (!inFirefox) await welcome.close();
    },
    choose: (settings) =>
      inside.evaluate(async (chosen) => {
        const { local } = (globalThis as unknown as Heard).chrome.storage;
        const { settings: known } = await local.get('settings');
        await local.set({ settings: { ...known, ...chosen } });
      }, settings),
    stores: () => inside.evaluate(readStores, STORES),
    submissions: async () =>
      (await inside.evaluate(readStores, ['submissions'] as const)).submissions as Submission[],
    async settled() {
      for (let tries = 0; tries < 100; tries++) {
        const { submissions } = await inside.evaluate(readStores, STORES);
        const outcomes = submissions.map((it) => (it as { outcome: string }).outcome);
        if (outcomes.length > 0 && !outcomes.includes('open')) return;
        await inside.waitForTimeout(100);
      }
      throw new Error('no submission came to an end');
    },
    storageAreas: () =>
      inside.evaluate(async () => {
        const { storage } = (globalThis as unknown as Heard).chrome;
        return [await storage.local.get(null), await storage.session.get(null), await storage.sync.get(null)];
      }),
    killWorker: () => killWorker(context, id),
    occupyWorker: (ms) => occupyWorker(context, id, ms),
    heard: () => inside.evaluate(() => (globalThis as unknown as Heard).heard),
    close: () => inside.close(),
  };
}

type Area = {
  get(key: string | null): Promise<{ settings?: { consentAt?: unknown } }>;
  set(values: object): Promise<void>;
};
type Heard = {
  heard: unknown[];
  chrome: {
    runtime: { onMessage: { addListener(listener: (message: unknown) => void): void } };
    storage: Record<'local' | 'session' | 'sync', Area>;
  };
};

async function readStores(names: readonly (keyof Stores)[]): Promise<Stores> {
  const found = await indexedDB.databases();
  const all: Stores = { submissions: [], events: [], fields: [], days: [], meta: [] };
  // Opening a database that is not there would make an empty one.
  if (!found.some(({ name }) => name === 'dong-hanh')) return all;
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open('dong-hanh'));
  for (const name of names) all[name] = await done(db.transaction(name).objectStore(name).getAll());
  db.close();
  return all;
}

async function killWorker(context: BrowserContext, id: string): Promise<boolean> {
  const browser = context.browser();
  if (!browser) throw new Error('no browser to ask');
  const session: CDPSession = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(id));
  if (worker) await session.send('Target.closeTarget', { targetId: worker.targetId });
  await session.detach();
  return worker !== undefined;
}

/** Resolves as soon as the worker is busy. */
async function occupyWorker(context: BrowserContext, id: string, ms: number): Promise<void> {
  const worker = context.serviceWorkers().find((one) => new URL(one.url()).host === id);
  if (!worker) throw new Error('no worker is running');
  await worker.evaluate((time) => {
    setTimeout(() => {
      const until = Date.now() + time;
      while (Date.now() < until);
    });
  }, ms);
}
