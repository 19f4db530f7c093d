import browser from 'webextension-polyfill';
import { TROUBLE_KEY, type Trouble } from '../storage/index.ts';

/** Runs a write and remembers in `storage.session` whether the database took it, for badge and popup to tell. */
export async function guardedWrite<T>(write: () => Promise<T>): Promise<T> {
  try {
    const written = await write();
    const { [TROUBLE_KEY]: known } = await browser.storage.session.get(TROUBLE_KEY);
    if (known) await browser.storage.session.remove(TROUBLE_KEY);
    return written;
  } catch (error) {
    await browser.storage.session.set({ [TROUBLE_KEY]: troubleOf(error) });
    throw error;
  }
}

/** What a database's error means for the person. */
function troubleOf(error: unknown): Trouble {
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  return name === 'BlockedError' || name === 'VersionError' ? 'blocked' : 'failed';
}
