import type { AuditModel } from '../../components/companion/audit-model.ts';
import type { NotesModel, PeopleActions } from '../../components/companion/people-model.ts';
import type { Note, RoadView, Warned, WatcherView } from '../../lib/messages/index.ts';
import type { Attempt } from './people-attempt.ts';
import { say } from './people-wire.ts';

type NoteActions = Pick<PeopleActions, 'write' | 'keepDraft' | 'saveNote' | 'dropNote' | 'restoreNote'>;
type About = Pick<NotesModel, 'about' | 'label'>;

/** A reviewer's notes on the field that is chosen, or the step that the page shows. */
export interface NotesState {
  model(view: WatcherView, audit: AuditModel | null): NotesModel | null;
  writing(): boolean;
  close(): void;
  act: NoteActions;
}

/** `present` gives the page's road now. */
export function makeNotes(present: () => RoadView | null, attempt: Attempt, changed: () => void): NotesState {
  /** What a note would be about now. */
  let offered: About | null = null;
  /**
   * What the note that is being written is about, whatever is chosen meanwhile: who looks at the field collapses the
   * panel for it. And what has been written of it.
   */
  let written: (About & { submissionId: string }) | null = null;
  let draft = '';
  /** The note that was deleted last: it can be brought back as long as notes are open. */
  let dropped: Note | null = null;
  let known: { submissionId: string; notes: Note[] } | null = null;
  let warned: NotesModel['warned'] = null;

  /** Asks something about the notes that are open; resolves to whether it was done. */
  async function ask(
    work: (submissionId: string) => Promise<{ notes: Note[] } | Warned | null>,
  ): Promise<boolean> {
    const submissionId = written?.submissionId;
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

  function close(): void {
    written = known = warned = dropped = null;
    draft = '';
  }

  return {
    act: {
      write(on) {
        const submissionId = present()?.submissionId;
        written = on && offered && submissionId !== undefined ? { ...offered, submissionId } : null;
        draft = '';
        dropped = null;
        if (on) void ask((submissionId) => say({ name: 'notes', submissionId }));
        changed();
      },
      keepDraft(text) {
        draft = text;
      },
      async saveNote(text, sure) {
        const about = written?.about;
        if (!about) return false;
        return ask(async (submissionId) => {
          const told = await say({ name: 'note', note: { submissionId, about, text }, sure });
          const refused = told && 'personal' in told ? told : null;
          warned = refused && { text, personal: refused.personal, refused: refused.certain };
          return told;
        });
      },
      async dropNote(id) {
        const note = known?.notes.find((it) => it.id === id) ?? null;
        if (!(await ask((submissionId) => say({ name: 'drop-note', submissionId, id })))) return;
        dropped = note;
        changed();
      },
      async restoreNote() {
        if (!dropped) return;
        const { about, text } = dropped;
        // It was kept before: what there was to be sure of was said then.
        const isBack = await ask((submissionId) =>
          say({ name: 'note', note: { submissionId, about, text }, sure: true }),
        );
        if (!isBack) return;
        dropped = null;
        changed();
      },
    },
    writing: () => written !== null,
    close,
    model({ road, step }, audit) {
      const row = audit?.chosen?.row;
      const label = row?.label ?? '';
      offered = row ? { about: { field: row.record }, label } : step ? { about: { step }, label } : null;
      if (!road?.declared) return null;
      // Another dossier has begun: that note was not about it.
      if (written && written.submissionId !== road.submissionId) close();
      const on = written ?? offered;
      if (!on) return null;
      const wanted = JSON.stringify(on.about);
      const notes = known?.submissionId === road.submissionId ? known.notes : null;
      return {
        about: on.about,
        label: on.label,
        notes: notes?.filter((note) => JSON.stringify(note.about) === wanted) ?? null,
        draft,
        dropped: dropped !== null,
        warned,
      };
    },
  };
}
