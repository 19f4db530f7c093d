import type { Note } from '../messages/index.ts';
import { type Database, database } from './database.ts';

/** The key of a note in `meta`. */
export const noteKey = ({ submissionId, id }: Pick<Note, 'submissionId' | 'id'>) =>
  `note/${submissionId}/${id}`;

/** A reviewer's notes on one submission, the oldest first. */
export function notesOf(submissionId: string): Promise<Note[]> {
  return notesUnder(`note/${submissionId}/`);
}

/** Reviewers' notes on all submissions, the oldest first. */
export function allNotes(): Promise<Note[]> {
  return notesUnder('note/');
}

async function notesUnder(start: string): Promise<Note[]> {
  const found = await (await database()).getAll('meta', IDBKeyRange.bound(start, `${start}\uffff`));
  return found.flatMap(({ value }) => ('about' in value ? [value] : [])).sort((a, b) => a.at - b.at);
}

/** Background only: keeps a note on a submission that is there; resolves to whether it is. */
export async function keepNote(db: Database, note: Note): Promise<boolean> {
  const tx = db.transaction(['submissions', 'meta'], 'readwrite');
  const isThere = (await tx.objectStore('submissions').count(note.submissionId)) > 0;
  if (isThere) await tx.objectStore('meta').put({ key: noteKey(note), value: note });
  await tx.done;
  return isThere;
}

/** Background only. */
export async function dropNote(db: Database, note: Pick<Note, 'submissionId' | 'id'>): Promise<void> {
  await db.delete('meta', noteKey(note));
}
