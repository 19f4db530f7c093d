import { isFiled, isGivenUp, type Submission } from '../flow/index.ts';
import { dayOf } from './days.ts';

/** A day's work at a glance. */
export interface Tally {
  submitted: number;
  /** Submit was clicked, no result was seen, and nobody says that it was not filed. */
  unconfirmed: number;
  /** Ended in sight without being filed: what went on unseen is not among them. */
  abandoned: number;
  /** Mean of the times to submit, ms; null where there is none. */
  meanElapsedMs: number | null;
}

/** The tally of the calendar day (in Việt Nam) of `now`, by when each submission started. */
export function tallyOf(submissions: readonly Submission[], now: number): Tally {
  const day = dayOf(now);
  const ofDay = submissions.filter(({ startedAt }) => dayOf(startedAt) === day);
  const filed = ofDay.filter(isFiled);
  const having = (outcome: Submission['outcome']) => filed.filter((it) => it.outcome === outcome).length;
  const times = filed.flatMap(({ elapsedMs }) => (elapsedMs === null ? [] : [elapsedMs]));
  return {
    submitted: having('submitted'),
    unconfirmed: having('submitted-unconfirmed'),
    abandoned: ofDay.filter(isGivenUp).length,
    meanElapsedMs: times.length > 0 ? times.reduce((sum, ms) => sum + ms, 0) / times.length : null,
  };
}
