import type { Answer, EndToEndCondition, Role } from '../../lib/flow/index.ts';
import type { Language } from '../../lib/i18n/index.ts';
import type { DayView, Note } from '../../lib/messages/index.ts';
import type { Personal } from '../../lib/text/index.ts';

/** Whom the panel should see logged out: the person who has gone, or whoever was logged in before this visit. */
export type Leftover = 'after' | 'before';

/** What may be asked once a result screen was seen. */
export interface AfterModel {
  /** 1–5; null while nobody has answered. */
  satisfaction: number | null;
  /** The faces are asked, for the first time or once more. */
  rating: boolean;
  /** The faces are shown, large, to the citizen alone. */
  handed: boolean;
  /**
   * The condition that is asked now, and its place among those that were open; null where none is. `given` is the answer
   * that holds until another one is given.
   */
  question: { condition: EndToEndCondition; at: number; of: number; given: Answer } | null;
  /** An answer was given that can be changed. */
  canGoBack: boolean;
}

/** What a reviewer's notes are about, and those that are there already. */
export interface NotesModel {
  about: Note['about'];
  /** The field's label; empty for a step. */
  label: string;
  /** null until they have come. */
  notes: readonly Note[] | null;
  /** What has been written of the next one. */
  draft: string;
  /** One was deleted and can be brought back. */
  dropped: boolean;
  /** A text that was not kept, because it seems to hold somebody's data; `refused` where no word of the person helps. */
  warned: { text: string; personal: readonly Personal[]; refused: boolean } | null;
}

/** What the panel shows of people and their day. A new object only where something in it changed. */
export interface PeopleModel {
  language: Language;
  role: Role;
  /** A volunteer's day; null for others, and until it is known. */
  day: DayView | null;
  /** The last person has gone and nobody has begun yet. */
  ready: boolean;
  leftover: Leftover | null;
  after: AfterModel | null;
  /** What a note can be written about now; null for those who are no reviewers. */
  notes: NotesModel | null;
  /** The note is being written. */
  writing: boolean;
  /** What was last asked for could not be done. */
  failed: 'role' | 'next' | 'rate' | 'end' | 'note' | null;
}

/** What the person did. */
export interface PeopleActions {
  changeRole(role: Role): void;
  nextPerson(): void;
  /** "Người tiếp theo" was pressed by mistake. */
  goOn(): void;
  showLogout(): void;
  rate(score: number): void;
  /** Asks the faces once more; what was told holds until another one is pressed. */
  rateAgain(): void;
  skipRating(): void;
  hand(on: boolean): void;
  answer(to: Answer): void;
  answerLater(): void;
  goBack(): void;
  write(on: boolean): void;
  /** What has been written so far: it stays when the panel is collapsed. */
  keepDraft(text: string): void;
  /** Resolves to whether it was kept. */
  saveNote(text: string, sure: boolean): Promise<boolean>;
  dropNote(id: string): Promise<void>;
  /** Brings back the note that was deleted last. */
  restoreNote(): Promise<void>;
}
