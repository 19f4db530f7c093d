import { isFiled, isGivenUp, type Submission } from '../flow/index.ts';
import { isTimed } from './overview.ts';

/** Running sums of one day and one procedure, for summaries that need not read every submission. */
export interface DayRow {
  /** Calendar day in Việt Nam, `YYYY-MM-DD`. */
  day: string;
  procedureCode: string;
  /** Those that have ended, also where nobody knows how. */
  submissions: number;
  submitted: number;
  unconfirmed: number;
  abandoned: number;
  /** Those with a time to submit, which the sums of times are of: what was filed in a pause has none. */
  timed: number;
  elapsedSumMs: number;
  activeSumMs: number;
  expected: number;
  byPortal: number;
}

/** An epoch time by the clock of Việt Nam (UTC+7, no summer time): `2026-11-22T09:00:05.000`. */
export function clockOf(at: number): string {
  return new Date(at + 7 * 3_600_000).toISOString().slice(0, -1);
}

/** The calendar day in Việt Nam of an epoch time. */
export function dayOf(at: number): string {
  return clockOf(at).slice(0, 10);
}

const DAY_MS = 86_400_000;

/** Where a calendar day in Việt Nam begins and the next one does, epoch ms. */
export function spanOfDay(day: string): { from: number; until: number } {
  const from = Date.parse(`${day}T00:00:00+07:00`);
  return { from, until: from + DAY_MS };
}

/**
 * The rows of a set of submissions, one per day of start and procedure; pure, so a row can always be made anew. A day is
 * summed up when a dossier of it ends: one under way is in no row, so that they say the same in whatever order it was.
 */
export function summariseDays(submissions: readonly Submission[]): DayRow[] {
  const rows = new Map<string, DayRow>();
  for (const it of submissions.filter(({ outcome }) => outcome !== 'open')) {
    const [day, procedureCode] = [dayOf(it.startedAt), it.procedure.code];
    const id = `${day} ${procedureCode}`;
    const row = rows.get(id) ?? {
      day,
      procedureCode,
      submissions: 0,
      submitted: 0,
      unconfirmed: 0,
      abandoned: 0,
      timed: 0,
      elapsedSumMs: 0,
      activeSumMs: 0,
      expected: 0,
      byPortal: 0,
    };
    const filed = isFiled(it);
    row.submissions += 1;
    row.submitted += Number(it.outcome === 'submitted');
    row.unconfirmed += Number(filed && it.outcome === 'submitted-unconfirmed');
    row.abandoned += Number(isGivenUp(it));
    row.timed += Number(isTimed(it));
    row.elapsedSumMs += filed ? (it.elapsedMs ?? 0) : 0;
    row.activeSumMs += filed ? (it.activeMs ?? 0) : 0;
    row.expected += filed ? it.autofill.expected : 0;
    row.byPortal += filed ? it.autofill.byPortal : 0;
    rows.set(id, row);
  }
  return [...rows.values()];
}
