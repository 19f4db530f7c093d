import browser from 'webextension-polyfill';

const KEY = 'session';

/** One run of the browser: tabs have their numbers only within it. `at` is when it was first asked for, epoch ms. */
export interface Session {
  id: string;
  at: number;
}

let asked: Promise<Session> | undefined;

/** The present run. It is kept in memory that outlives the worker and ends with the browser; a failure is not kept. */
export function session(): Promise<Session> {
  asked ??= read().catch((error: unknown) => {
    asked = undefined;
    throw error;
  });
  return asked;
}

async function read(): Promise<Session> {
  const { [KEY]: known } = await browser.storage.session.get(KEY);
  if (known) return known as Session;
  const begun = { id: crypto.randomUUID(), at: Date.now() };
  await browser.storage.session.set({ [KEY]: begun });
  return begun;
}
