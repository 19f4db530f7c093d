import { isFiled, type Submission } from '../lib/flow/index.ts';

/** A submission with a time to submit. */
export type TimedSubmission = Submission & { elapsedMs: number };

/** Whether a submission was filed and timed; open and abandoned ones have no time. */
export function isTimed(it: Submission): it is TimedSubmission {
  return it.elapsedMs !== null && isFiled(it);
}

/** The one that `overviewOf(…).lastElapsed` speaks of: the timed submission that was filed last. */
export function lastTimed(submissions: readonly Submission[]): TimedSubmission | null {
  return submissions
    .filter(isTimed)
    .reduce<TimedSubmission | null>((last, it) => (last && endOf(last) > endOf(it) ? last : it), null);
}

/** When a timed submission ended, epoch milliseconds: the target of that year is the one that counts. */
export function endOf(it: TimedSubmission): number {
  return it.startedAt + it.elapsedMs;
}

const DAY_MS = 86_400_000;

/** Those that started within the last `days` times 24 hours. */
export function within(submissions: readonly Submission[], days: number, now: number): Submission[] {
  return submissions.filter((it) => it.startedAt > now - days * DAY_MS);
}
