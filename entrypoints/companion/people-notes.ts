import type { AuditModel } from '../../components/companion/audit-model.ts';
import type { NotesModel, PeopleActions } from '../../components/companion/people-model.ts';
import type { Note, RoadView, Warned, WatcherView } from '../../lib/messages/index.ts';
import type { Attempt } from './people-attempt.ts';
import { say } from './people-wire.ts';

type NoteActions = Pick<PeopleActions, 'write' | 'saveNote' | 'dropNote'>;

/** A reviewer's notes on the field that is chosen, or the step that the page shows. */
export interface NotesState {
  model(view: WatcherView, audit: AuditModel | null): NotesModel | null;
  writing(): boolean;
  close(): void;
  act: NoteActions;
}

/** `present` gives the page's road now. */
export function makeNotes(present: () => RoadView | null, attempt: Attempt, changed: () => void): NotesState {
  let writing = false;
  let about: Note['about'] | null = null;
  let known: { submissionId: string; notes: Note[] } | null = null;
  let warned: NotesModel['warned'] = null;

  /** Asks something about notes; resolves to whether it was done. */
  async function ask(
    work: (submissionId: string) => Promise<{ notes: Note[] } | Warned | null>,
  ): Promise<boolean> {
    const submissionId = present()?.submissionId;
    if (submissionId === undefined) return false;
    let done = false;
    await attempt('note', async () => {
      const told = await work(submissionId);
      done = told !== null && 'notes' in told;
      if (told && 'notes' in told) known = { submissionId, notes: told.notes };
      return told !== null;
    });
    return done;
  }

  return {
    act: {
      write(on) {
        writing = on;
        if (on) void ask((submissionId) => say({ name: 'notes', submissionId }));
        changed();
      },
      async saveNote(text, sure) {
        const on = about;
        if (!on) return false;
        return ask(async (submissionId) => {
          const told = await say({ name: 'note', note: { submissionId, about: on, text }, sure });
          const refused = told && 'personal' in told ? told : null;
          warned = refused && { text, personal: refused.personal, refused: refused.certain };
          return told;
        });
      },
      dropNote: (id) => void ask((submissionId) => say({ name: 'drop-note', submissionId, id })),
    },
    writing: () => writing,
    close() {
      writing = false;
      known = warned = null;
    },
    model({ road, step }, audit) {
      const row = audit?.chosen?.row;
      about = row ? { field: row.key } : step ? { step } : null;
      if (!road?.declared || !about) return null;
      const wanted = JSON.stringify(about);
      const notes = known?.submissionId === road.submissionId ? known.notes : null;
      return {
        about,
        label: row?.label ?? '',
        notes: notes?.filter((note) => JSON.stringify(note.about) === wanted) ?? null,
        warned,
      };
    },
  };
}
