import { isGivenUp, OUTCOMES, type Outcome, type Submission, wentUnseen } from '../../lib/flow/index.ts';
import { shownWaiting } from '../../lib/metrics/index.ts';

/** The columns of the list, each of which it can be sorted by. */
export const COLUMNS = [
  'startedAt',
  'procedure',
  'outcome',
  'elapsed',
  'active',
  'waiting',
  'autofill',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Which submissions are listed, and in which order. */
export interface View {
  sortBy: Column;
  descending: boolean;
  /** A procedure's {@link procedureId}; null for any. */
  procedure: string | null;
  outcome: Ending | null;
}

/** How a submission's end is shown: what went on unseen was not given up. */
export type Ending = Outcome | 'unseen';
export const ENDINGS: readonly Ending[] = [...OUTCOMES, 'unseen'];

/** The end of a submission as it is shown. */
export function endingOf(it: Submission): Ending {
  if (wentUnseen(it)) return 'unseen';
  return isGivenUp(it) ? 'abandoned' : it.outcome;
}

/** Newest first, nothing left out. */
export const PLAIN_VIEW: View = { sortBy: 'startedAt', descending: true, procedure: null, outcome: null };

/** What tells one procedure from another: its code, or its name where the portal shows no code. */
function procedureId(it: Submission): string {
  return it.procedure.code || it.procedure.name;
}

/** The names of the procedures that occur, by what tells one from another; empty where no portal said one. */
export function namesOf(submissions: readonly Submission[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const it of submissions) {
    const id = procedureId(it);
    if (!names.get(id)) names.set(id, it.procedure.name);
  }
  return names;
}

/** The procedures that occur, by name; those of which no portal said one, by what else tells them. */
export function proceduresOf(submissions: readonly Submission[]): { id: string; name: string }[] {
  return [...namesOf(submissions)]
    .map(([id, name]) => ({ id, name }))
    .sort((a, b) => (a.name || a.id).localeCompare(b.name || b.id, 'vi'));
}

/** The value that a column sorts by; null where it was not measured. */
function sortValue(it: Submission, column: Column): number | string | null {
  switch (column) {
    case 'startedAt':
      return it.startedAt;
    case 'procedure':
      return it.procedure.name || it.procedure.code || null;
    case 'outcome':
      return ENDINGS.indexOf(endingOf(it));
    case 'elapsed':
      return it.elapsedMs;
    case 'active':
      return it.activeMs;
    case 'waiting':
      return shownWaiting(it);
    case 'autofill':
      return it.autofill.expected > 0 ? it.autofill.byPortal / it.autofill.expected : null;
  }
}

/** Filters and sorts. What was not measured stands last in both directions; equals stay newest first. */
export function viewed(submissions: readonly Submission[], view: View): Submission[] {
  const sign = view.descending ? -1 : 1;
  return submissions
    .filter((it) => view.procedure === null || procedureId(it) === view.procedure)
    .filter((it) => view.outcome === null || endingOf(it) === view.outcome)
    .map((it) => ({ it, value: sortValue(it, view.sortBy) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      const order =
        typeof a.value === 'string' || typeof b.value === 'string'
          ? String(a.value).localeCompare(String(b.value), 'vi')
          : a.value - b.value;
      return sign * order || b.it.startedAt - a.it.startedAt;
    })
    .map(({ it }) => it);
}

/** The view after a column's heading was pressed: turned round, or sorted by that column anew. */
export function sortedBy(view: View, column: Column): View {
  const same = view.sortBy === column;
  // Dates are looked for from the newest, everything else from the smallest.
  return { ...view, sortBy: column, descending: same ? !view.descending : column === 'startedAt' };
}
