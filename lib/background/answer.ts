import browser, { type Runtime } from 'webextension-polyfill';
import { maySee } from '../access/index.ts';
import type { Messages } from '../messages/index.ts';
import { reportSchema } from '../messages/schema.ts';
import { profileOf } from '../portal/hosts.ts';
import {
  announceChange,
  database,
  loadedProfiles,
  loadSettings,
  mayRecord,
  writeBack,
  writeReport,
} from '../storage/index.ts';
import { tellAudit } from './audit.ts';
import { inviteCompanion } from './companion.ts';
import { takeCorrections } from './corrections.ts';
import { takeFields } from './judging.ts';
import { takeDrop, takeNote, tellNotes } from './notes.ts';
import { hostOf, originOf } from './origin.ts';
import { emptyOutbox } from './outbox.ts';
import { takeNextPerson, takeRound, takeSamePerson, takeTold, tellDay } from './people.ts';
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
      return isUnseen(sender) ? undefined : takeReport(message, sender);
    case 'judge':
      return toPortal(sender, () => takeFields(message, sender.tab?.id));
    case 'restore':
      return fromOwnPage(sender) ? bringBack((message as { data?: unknown }).data) : undefined;
    case 'correct':
      return orders(sender, () => takeCorrections(message));
    case 'audit':
      return toPage(sender, () => tellAudit(message, sender.tab?.id));
    case 'next-person':
      return orders(sender, (tabId) => takeNextPerson(message, tabId));
    case 'same-person':
      return orders(sender, (tabId) => (tabId === null ? undefined : takeSamePerson(tabId)));
    case 'day':
      return orders(sender, tellDay);
    case 'set-round':
      return fromOwnPage(sender) ? takeRound(message) : undefined;
    case 'tell':
      return orders(sender, (tabId) => takeTold(message, tabId));
    case 'note':
      return orders(sender, (tabId) => takeNote(message, tabId));
    case 'drop-note':
      return orders(sender, (tabId) => takeDrop(message, tabId));
    case 'notes':
      return orders(sender, (tabId) => tellNotes(message, tabId));
    default:
      return undefined;
  }
}

/**
 * Whether the browser loads a page on the off chance, before anybody wants to see it. Without an answer its watcher says
 * the same again later: of a page that is never shown nothing is written.
 */
function isUnseen(sender: Runtime.MessageSender): boolean {
  // The polyfill's own description of a sender lacks what Chromium tells.
  return (sender as { documentLifecycle?: string }).documentLifecycle === 'prerender';
}

async function takeReport(
  message: unknown,
  sender: Runtime.MessageSender,
): Promise<Messages['report']['response']> {
  const tabId = sender.tab?.id;
  if (tabId === undefined || !(await mayTell(sender))) return refuse('sender');
  const parsed = reportSchema.safeParse(message);
  if (!parsed.success) return refuse('shape');
  const settings = await loadSettings();
  if (!mayRecord(settings)) return refuse('consent');
  const origin = await originOf(sender, tabId, settings.role);
  // What the page before it could only put on disk came first. Where that cannot be taken, this is worth more than its order.
  if (parsed.data.facts.some(({ n }) => n === 1)) await emptyOutbox().catch(() => {});
  const acknowledgement = await guardedWrite(async () => writeReport(await database(), parsed.data, origin));
  announceChange();
  if (settings.companion.on && origin.top) void inviteCompanion(tabId, parsed.data);
  // What was passed over shall not be told again.
  return { ...acknowledgement, acked: Math.max(acknowledgement.acked, parsed.data.upTo) };
}

/**
 * A page's own frames are those that its profile names, and a portal's in a portal's page; any other frame is a
 * stranger's, or is in a stranger's page. A loaded profile may name hosts that no built-in one does. The script of a
 * page that stands open outlives the access to its host.
 */
async function mayTell({ url, frameId, tab }: Runtime.MessageSender): Promise<boolean> {
  const loaded = await loadedProfiles.all();
  const host = hostOf(url);
  const profile = profileOf(host, loaded);
  if (profile === null || !(await maySee(host))) return false;
  if (frameId === 0) return profile.hosts.includes(host);
  return profileOf(hostOf(tab?.url), loaded) !== null;
}

async function bringBack(data: unknown): Promise<Messages['restore']['response']> {
  try {
    return { restored: await writeBack(await database(), data) };
  } catch (error) {
    return refuse(error instanceof Error ? error.name : 'unknown');
  }
}

function fromOwnPage({ url }: Runtime.MessageSender): boolean {
  return url?.startsWith(browser.runtime.getURL('')) ?? false;
}

/**
 * What a person orders by our own page or by the companion. `tabId` is the portal's tab, of which alone its page may
 * speak; null for our own pages, which speak of everything.
 */
function orders<T>(
  sender: Runtime.MessageSender,
  work: (tabId: number | null) => Promise<T> | undefined,
): Promise<T | undefined> | undefined {
  if (fromOwnPage(sender)) return work(null);
  const tabId = sender.tab?.id;
  return tabId === undefined ? undefined : toPage(sender, () => work(tabId));
}

/** Answers the page of a known portal itself, and nobody else. */
function toPage<T>(
  sender: Runtime.MessageSender,
  work: () => T,
): Promise<Awaited<T> | undefined> | undefined {
  return sender.frameId === 0 ? toPortal(sender, work) : undefined;
}

/** Answers the page of a known portal or a frame of it, and nobody else. */
async function toPortal<T>(sender: Runtime.MessageSender, work: () => T): Promise<Awaited<T> | undefined> {
  return (await mayTell(sender)) ? await work() : undefined;
}
