import browser from 'webextension-polyfill';

const KEY = 'device';

/** The random name of this installation: tells two exported files apart and says nothing of a person or machine. */
export async function deviceName(): Promise<string> {
  const { [KEY]: known } = await browser.storage.local.get(KEY);
  if (typeof known === 'string') return known;
  const name = crypto.randomUUID();
  await browser.storage.local.set({ [KEY]: name });
  return name;
}
