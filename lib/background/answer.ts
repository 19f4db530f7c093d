import browser, { type Runtime } from 'webextension-polyfill';
import type { Messages } from '../messages/index.ts';
import { reportSchema } from '../messages/schema.ts';
import { profileOf } from '../portal/index.ts';
import {
  announceChange,
  database,
  loadSettings,
  mayRecord,
  wipe,
  writeBack,
  writeReport,
} from '../storage/index.ts';
import { tellAudit } from './audit.ts';
import { inviteCompanion } from './companion.ts';
import { takeCorrections } from './corrections.ts';

const refuse = (refused: string) => ({ refused });

/**
 * Answers one message. Every message is parsed and its sender checked: facts come only from the top frame of a known
 * portal's page, orders only from our own pages. Rejects when the database does; the sender then tries again.
 */
export function answer(message: unknown, sender: Runtime.MessageSender): Promise<unknown> | undefined {
  if (sender.id !== browser.runtime.id) return undefined;
  switch ((message as { name?: unknown } | null)?.name) {
    case 'report':
      return takeReport(message, sender);
    case 'erase':
      return fromOwnPage(sender) ? erase() : undefined;
    case 'restore':
      return fromOwnPage(sender) ? bringBack((message as { data?: unknown }).data) : undefined;
    case 'correct':
      return fromOwnPage(sender) || fromPortal(sender) ? takeCorrections(message) : undefined;
    case 'audit':
      return fromPortal(sender) ? tellAudit(message, sender.tab?.id) : undefined;
    default:
      return undefined;
  }
}

async function takeReport(
  message: unknown,
  sender: Runtime.MessageSender,
): Promise<Messages['report']['response']> {
  const tabId = sender.tab?.id;
  if (tabId === undefined || !fromPortal(sender)) return refuse('sender');
  const parsed = reportSchema.safeParse(message);
  if (!parsed.success) return refuse('shape');
  const settings = await loadSettings();
  if (!mayRecord(settings)) return refuse('consent');
  const acknowledgement = await writeReport(await database(), tabId, parsed.data, settings.role);
  announceChange();
  if (settings.companion.on) void inviteCompanion(tabId, parsed.data);
  return acknowledgement;
}

async function erase(): Promise<Messages['erase']['response']> {
  await wipe(await database());
  announceChange();
  return { erased: true };
}

async function bringBack(data: unknown): Promise<Messages['restore']['response']> {
  try {
    const restored = await writeBack(await database(), data);
    announceChange();
    return { restored };
  } catch (error) {
    return refuse(error instanceof Error ? error.name : 'unknown');
  }
}

function fromOwnPage({ url }: Runtime.MessageSender): boolean {
  return url?.startsWith(browser.runtime.getURL('')) ?? false;
}

/** The top frame of a known portal's page. */
function fromPortal({ url, frameId }: Runtime.MessageSender): boolean {
  return frameId === 0 && profileOf(URL.parse(url ?? '')?.hostname ?? '') !== null;
}
