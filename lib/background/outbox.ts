import browser from 'webextension-polyfill';
import { maySee } from '../access/index.ts';
import { OUTBOX_PREFIX, type Outbox } from '../messages/index.ts';
import { reportSchema } from '../messages/schema.ts';
import {
  announceChange,
  database,
  loadSettings,
  mayRecord,
  type Origin,
  writeReport,
} from '../storage/index.ts';
import { session } from './session.ts';
import { guardedWrite } from './trouble.ts';

/**
 * Writes what documents put on disk because they went away before they were answered. What was written already is
 * passed over by its numbers. What is not of our shape is thrown away, and so is what may not be recorded now: consent
 * and access may have been withdrawn since the page said it.
 */
export async function emptyOutbox(): Promise<void> {
  const waiting = Object.entries(await browser.storage.local.get(null)).filter(([key]) =>
    key.startsWith(OUTBOX_PREFIX),
  );
  if (waiting.length === 0) return;
  const { id } = await session();
  for (const [key, value] of waiting) {
    const { tabId, host, report } = value as Partial<Record<keyof Outbox, unknown>>;
    const parsed = reportSchema.safeParse(report);
    const isOurs = parsed.success && typeof tabId === 'number' && typeof host === 'string';
    const settings = await loadSettings();
    if (isOurs && mayRecord(settings) && (await maySee(host))) {
      // Which frame it was is not known any more: its document has spoken before, and finds its road by that.
      const { role } = settings;
      const origin: Origin = { tabId, role, session: id, host, top: true, place: null, fromDisk: true };
      await guardedWrite(async () => writeReport(await database(), parsed.data, origin));
    }
    // Only now: had writing failed, the facts would wait for the next time.
    await browser.storage.local.remove(key);
  }
  announceChange();
}
