import browser from 'webextension-polyfill';
import { OUTBOX_PREFIX } from '../messages/index.ts';
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
 * passed over by its numbers; what is not of our shape is thrown away.
 */
export async function emptyOutbox(): Promise<void> {
  const waiting = Object.entries(await browser.storage.local.get(null)).filter(([key]) =>
    key.startsWith(OUTBOX_PREFIX),
  );
  if (waiting.length === 0) return;
  const settings = await loadSettings();
  const { id } = await session();
  for (const [key, value] of waiting) {
    const { tabId, report } = value as { tabId?: unknown; report?: unknown };
    const parsed = reportSchema.safeParse(report);
    if (parsed.success && typeof tabId === 'number' && mayRecord(settings)) {
      // Which frame it was is not known any more: its document has spoken before, and finds its road by that.
      const { role } = settings;
      const origin: Origin = { tabId, role, session: id, top: true, place: null, fromDisk: true };
      await guardedWrite(async () => writeReport(await database(), parsed.data, origin));
    }
    // Only now: had writing failed, the facts would wait for the next time.
    await browser.storage.local.remove(key);
  }
  announceChange();
}
