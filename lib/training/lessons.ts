import type { Role, Submission } from '../flow/index.ts';

/** What a lesson looks at: only what was recorded since it began. */
export interface Practice {
  submissions: readonly Submission[];
  /** Notes on fields and on steps. */
  notes: { fields: number; steps: number };
  /** A volunteer has named today's round. */
  hasRound: boolean;
}

/** One thing to be done, and how its being done is seen. */
interface Task {
  id: TaskId;
  done(practice: Practice): boolean;
}

export type TaskId =
  | 'open-form'
  | 'first-field'
  | 'submit'
  | 'rate'
  | 'name-round'
  | 'hand-over'
  | 'second-person'
  | 'note-field'
  | 'note-step';

const openForm: Task = {
  id: 'open-form',
  done: ({ submissions }) => submissions.length > 0,
};
const submit: Task = {
  id: 'submit',
  done: ({ submissions }) => submissions.some(({ outcome }) => outcome === 'submitted'),
};
const rate: Task = {
  id: 'rate',
  done: ({ submissions }) => submissions.some(({ satisfaction }) => satisfaction !== null),
};

/** Whoever goes on without "Người tiếp theo" begins a next dossier of the same login. */
const hasSecondPerson = ({ submissions }: Practice) =>
  submissions.filter(({ startedBy }) => startedBy !== 'next-dossier').length >= 2;

/** One lesson for each role, in the order of doing. */
const LESSONS: Readonly<Record<Role, readonly Task[]>> = {
  helper: [
    openForm,
    {
      id: 'first-field',
      done: ({ submissions }) => submissions.some(({ milestones }) => milestones['first-input']),
    },
    submit,
    rate,
  ],
  volunteer: [
    { id: 'name-round', done: ({ hasRound }) => hasRound },
    openForm,
    {
      id: 'hand-over',
      // A dossier that was filed is left as it is: then the press is seen only by who comes next.
      done: (practice) =>
        practice.submissions.some(({ outcome }) => outcome === 'abandoned') || hasSecondPerson(practice),
    },
    { id: 'second-person', done: hasSecondPerson },
    submit,
    rate,
  ],
  reviewer: [
    openForm,
    { id: 'note-field', done: ({ notes }) => notes.fields > 0 },
    { id: 'note-step', done: ({ notes }) => notes.steps > 0 },
  ],
};

/** How far a lesson is: each task, and whether it is done. */
export function progressOf(role: Role, practice: Practice): { id: TaskId; done: boolean }[] {
  return LESSONS[role].map(({ id, done }) => ({ id, done: done(practice) }));
}
