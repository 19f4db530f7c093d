import { isGivenUp, type Submission } from '../flow/index.ts';
import { dayOf } from './days.ts';

/** A day's work at a glance. */
export interface Tally {
  submitted: number;
  /** Submit was clicked and no result was seen. */
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
  const having = (outcome: Submission['outcome']) => ofDay.filter((it) => it.outcome === outcome).length;
  const times = ofDay.flatMap(({ elapsedMs }) => (elapsedMs === null ? [] : [elapsedMs]));
  return {
    submitted: having('submitted'),
    unconfirmed: having('submitted-unconfirmed'),
    abandoned: ofDay.filter(isGivenUp).length,
    meanElapsedMs: times.length > 0 ? times.reduce((sum, ms) => sum + ms, 0) / times.length : null,
  };
}
