import type { Submission } from '../lib/flow/index.ts';
import { endOf, isTimed, type TimedSubmission } from '../lib/metrics/index.ts';

/** The one that `overviewOf(…).lastElapsed` speaks of: the timed submission that was filed last. */
export function lastTimed(submissions: readonly Submission[]): TimedSubmission | null {
  return submissions
    .filter(isTimed)
    .reduce<TimedSubmission | null>((last, it) => (last && endOf(last) > endOf(it) ? last : it), null);
}

const DAY_MS = 86_400_000;

/** Those that started within the last `days` times 24 hours. */
export function within(submissions: readonly Submission[], days: number, now: number): Submission[] {
  return submissions.filter((it) => it.startedAt > now - days * DAY_MS);
}
