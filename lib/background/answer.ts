import browser, { type Runtime } from 'webextension-polyfill';
import type { Messages } from '../messages/index.ts';
import { reportSchema } from '../messages/schema.ts';
import { profileOf } from '../portal/hosts.ts';
import {
  announceChange,
  DOSSIER_KEY,
  database,
  ensureDossierKey,
  loadSettings,
  mayRecord,
  wipe,
  writeBack,
  writeReport,
} from '../storage/index.ts';
import { inviteCompanion } from './companion.ts';
import { originOf } from './origin.ts';
import { guardedWrite } from './trouble.ts';

const refuse = (refused: string) => ({ refused });

/**
 * Answers one message. Every message is parsed and its sender checked: facts come only from pages and frames of a known
 * portal, orders only from our own pages. Rejects when the database does; the sender then tries again.
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
    default:
      return undefined;
  }
}

async function takeReport(
  message: unknown,
  sender: Runtime.MessageSender,
): Promise<Messages['report']['response']> {
  const tabId = sender.tab?.id;
  const host = URL.parse(sender.url ?? '')?.hostname ?? '';
  const top = sender.frameId === 0;
  if (tabId === undefined || !mayTell(host, top)) return refuse('sender');
  const parsed = reportSchema.safeParse(message);
  if (!parsed.success) return refuse('shape');
  const settings = await loadSettings();
  if (!mayRecord(settings)) return refuse('consent');
  const origin = await originOf(sender, tabId, parsed.data, settings.role);
  const acknowledgement = await guardedWrite(async () => writeReport(await database(), parsed.data, origin));
  announceChange();
  if (settings.companion.on && origin.top) void inviteCompanion(tabId, parsed.data);
  return acknowledgement;
}

/** A page's own frames are those that its profile names; any other frame in it is a stranger's. */
function mayTell(host: string, top: boolean): boolean {
  const profile = profileOf(host);
  if (profile === null) return false;
  return profile.hosts.includes(host) || (!top && (profile.frames ?? []).includes(host));
}

async function erase(): Promise<Messages['erase']['response']> {
  await wipe(await database());
  await browser.storage.local.remove(DOSSIER_KEY);
  await ensureDossierKey();
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
