import browser from 'webextension-polyfill';
import type { Answer, EndToEndCondition } from '../flow/index.ts';
import type { Messages, Note, Round } from '../messages/index.ts';
import { noteKey } from './notes.ts';
import type { Erased } from './schema.ts';

type Orders = 'next-person' | 'set-round' | 'tell' | 'drop-note' | 'restore';

/** A page of ours orders something of the one writer. Rejects with the reason when it is refused. */
async function order<Name extends Orders>(
  request: Messages[Name]['request'] & { name: Name },
): Promise<void> {
  const answer: Messages[Name]['response'] = await browser.runtime.sendMessage(request);
  if ('refused' in answer) throw new Error(answer.refused);
}

/** The person of the tab in front has gone. */
export async function orderNextPerson(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  await order({ name: 'next-person', ...(tab?.id !== undefined && { tabId: tab.id }) });
}

/** Keeps the names of today's round; `personal` when one of them seems to be somebody's number. */
export async function orderRound(round: Omit<Round, 'day'>): Promise<'saved' | 'personal' | 'failed'> {
  try {
    await order({ name: 'set-round', round });
    return 'saved';
  } catch (error) {
    return error instanceof Error && error.message === 'personal' ? 'personal' : 'failed';
  }
}

/** Answers one of the six conditions of a filed dossier. */
export function orderAnswer(submissionId: string, condition: EndToEndCondition, to: Answer): Promise<void> {
  return order({ name: 'tell', submissionId, told: { endToEnd: { [condition]: to } } });
}

/** Deletes a note. Resolves to the way to undo that. */
export async function orderDropNote(note: Note): Promise<() => Promise<void>> {
  const { submissionId, id } = note;
  await order({ name: 'drop-note', submissionId, id });
  const meta = [{ key: noteKey(note), value: note }];
  const data: Erased = { submissions: [], events: [], fields: [], days: [], meta };
  return () => order({ name: 'restore', data });
}
