import type { Messages } from '../messages/index.ts';
import { dropNoteSchema, notesSchema, writeNoteSchema } from '../messages/schema.ts';
import { announceChange, database, dropNote, keepNote, notesOf } from '../storage/index.ts';
import { isRefused, personalIn } from '../text/index.ts';
import { hasConsent, maySpeakOf } from './people.ts';
import { guardedWrite } from './trouble.ts';

type Answer = Messages['notes']['response'];

/**
 * Keeps a reviewer's note. A number or an address of somebody is refused whatever the page says; what may be a name or
 * a date of birth is kept only where the person has looked again.
 */
export async function takeNote(
  message: unknown,
  tabId: number | null,
): Promise<Messages['note']['response']> {
  const parsed = writeNoteSchema.safeParse(message);
  if (!parsed.success) return { refused: 'shape' };
  const { note, sure } = parsed.data;
  const refused = await refusal(note.submissionId, tabId);
  if (refused) return { refused };
  const personal = personalIn(note.text);
  const certain = isRefused(personal);
  if (certain || (personal.length > 0 && !sure)) return { personal, certain };
  const kept = await guardedWrite(async () =>
    keepNote(await database(), { ...note, id: crypto.randomUUID(), at: Date.now() }),
  );
  if (!kept) return { refused: 'unknown' };
  announceChange();
  return { notes: await notesOf(note.submissionId) };
}

/** Deletes a note. That asks for no consent: whoever withdrew it may still delete what was kept before. */
export async function takeDrop(message: unknown, tabId: number | null): Promise<Answer> {
  const parsed = dropNoteSchema.safeParse(message);
  if (!parsed.success) return { refused: 'shape' };
  const { submissionId } = parsed.data;
  if (!(await maySpeakOf(submissionId, tabId))) return { refused: 'sender' };
  await guardedWrite(async () => dropNote(await database(), parsed.data));
  announceChange();
  return { notes: await notesOf(submissionId) };
}

export async function tellNotes(message: unknown, tabId: number | null): Promise<Answer> {
  const parsed = notesSchema.safeParse(message);
  if (!parsed.success) return { refused: 'shape' };
  const { submissionId } = parsed.data;
  const refused = await refusal(submissionId, tabId);
  return refused ? { refused } : { notes: await notesOf(submissionId) };
}

async function refusal(submissionId: string, tabId: number | null): Promise<string | null> {
  if (!(await hasConsent())) return 'consent';
  return (await maySpeakOf(submissionId, tabId)) ? null : 'sender';
}
