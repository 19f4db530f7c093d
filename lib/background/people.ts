import browser from 'webextension-polyfill';
import { type Messages, NEXT_PERSON } from '../messages/index.ts';
import { nextPersonSchema, setRoundSchema, tellSchema } from '../messages/schema.ts';
import {
  announceChange,
  database,
  dayAt,
  isOfTab,
  loadSettings,
  nextPerson,
  samePerson,
  saveRound,
  tellOf,
} from '../storage/index.ts';
import { isRefused, personalIn } from '../text/index.ts';
import { session } from './session.ts';
import { guardedWrite } from './trouble.ts';

/** Before consent nothing is kept, and nothing is told: there is nothing. */
export async function hasConsent(): Promise<boolean> {
  return (await loadSettings()).consentAt !== null;
}

/** Whether a page in this tab may speak of this submission; null stands for our own pages. */
export async function maySpeakOf(submissionId: string, tabId: number | null): Promise<boolean> {
  if (tabId === null) return true;
  return isOfTab(await database(), submissionId, tabId, (await session()).id);
}

/** One person has gone: ends the tab's road, clears its pages, and tells how the day stands. */
export async function takeNextPerson(
  message: unknown,
  tabId: number | null,
): Promise<Messages['next-person']['response']> {
  const parsed = nextPersonSchema.safeParse(message);
  if (!parsed.success) return { refused: 'shape' };
  if (!(await hasConsent())) return { refused: 'consent' };
  const { id } = await session();
  const tab = tabId ?? parsed.data.tabId;
  const tabs = await guardedWrite(async () => nextPerson(await database(), tab, Date.now(), id));
  announceChange();
  // A page that has no companion does not listen.
  await Promise.all(
    tabs.map((it) => browser.tabs.sendMessage(it, NEXT_PERSON, { frameId: 0 }).catch(() => {})),
  );
  return dayAt(Date.now());
}

/** "Người tiếp theo" was pressed by mistake in this tab. */
export async function takeSamePerson(tabId: number): Promise<Messages['same-person']['response']> {
  if (!(await hasConsent())) return { refused: 'consent' };
  const { id } = await session();
  await guardedWrite(async () => samePerson(await database(), tabId, id));
  announceChange();
  return dayAt(Date.now());
}

export async function tellDay(): Promise<Messages['day']['response']> {
  return (await hasConsent()) ? dayAt(Date.now()) : { refused: 'consent' };
}

/** Keeps the names of a volunteer's day. They are names of places and groups: a person's number is refused. */
export async function takeRound(message: unknown): Promise<Messages['set-round']['response']> {
  const parsed = setRoundSchema.safeParse(message);
  if (!parsed.success) return { refused: 'shape' };
  if (!(await hasConsent())) return { refused: 'consent' };
  const { round } = parsed.data;
  if (isRefused(Object.values(round).flatMap(personalIn))) return { refused: 'personal' };
  await guardedWrite(async () => saveRound(await database(), round, Date.now()));
  announceChange();
  return dayAt(Date.now());
}

/** Keeps how content the person was, and what was answered of the six conditions. */
export async function takeTold(
  message: unknown,
  tabId: number | null,
): Promise<Messages['tell']['response']> {
  const parsed = tellSchema.safeParse(message);
  if (!parsed.success) return { refused: 'shape' };
  if (!(await hasConsent())) return { refused: 'consent' };
  const { submissionId, told } = parsed.data;
  if (!(await maySpeakOf(submissionId, tabId))) return { refused: 'sender' };
  const submission = await guardedWrite(async () => tellOf(await database(), submissionId, told, Date.now()));
  if (!submission) return { refused: 'unknown' };
  if (Object.keys(told).length > 0) announceChange();
  const { id, outcome, satisfaction, endToEnd } = submission;
  return { id, outcome, satisfaction, endToEnd };
}
