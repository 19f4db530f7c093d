import { isFiled, type Submission } from '../flow/index.ts';
import { targetAt } from './targets.ts';

/** The headline numbers over a set of submissions. `null` means there is nothing to measure yet. */
export interface Overview {
  /** All submissions in the set, whatever their outcome. */
  submissions: number;
  /** Those with a time to submit (`submitted` and `submitted-unconfirmed`). */
  timed: number;
  /** Of the one that was filed last, whenever it began. */
  lastElapsed: number | null;
  meanElapsed: number | null;
  medianElapsed: number | null;
  meanActive: number | null;
  /** 0–1: those faster than the target of the year in which they ended. */
  shareWithinTarget: number | null;
  /** 0–1: criterion 1, filled by the portal ÷ should have been filled. */
  autofillShare: number | null;
  /** 0–1: criterion 4, ratings of 4 or 5 ÷ ratings. */
  satisfactionShare: number | null;
  /** 0–1: those whose six conditions are all yes ÷ those that are decided: all answered, or one of them no. */
  endToEndShare: number | null;
}

/** The share `part ÷ whole` as 0–1, or null where the whole is nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

const mean = (values: number[]): number | null =>
  values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;

function median(values: number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** A submission with a time to submit. */
export type TimedSubmission = Submission & { elapsedMs: number };

/** Whether a submission was filed and timed; open and abandoned ones have no time. */
export function isTimed(it: Submission): it is TimedSubmission {
  return it.elapsedMs !== null && isFiled(it);
}

/**
 * When a timed submission ended, epoch milliseconds by the machine's clock as it went then: the target of that year is the
 * one that counts.
 */
export function endOf({ startedAt, clockShiftMs, elapsedMs }: TimedSubmission): number {
  return startedAt + clockShiftMs + elapsedMs;
}

/** Those that somebody rated. */
export function ratedOf(submissions: readonly Submission[]): Submission[] {
  return submissions.filter((it) => it.satisfaction !== null);
}

/** Those filed of which it is known whether they were end-to-end: all six conditions answered, or one of them no. */
export function decidedOf(submissions: readonly Submission[]): Submission[] {
  return submissions.filter((it) => {
    const answers = Object.values(it.endToEnd);
    return isFiled(it) && (answers.includes('no') || !answers.includes('unknown'));
  });
}

/**
 * Sums up a set of submissions.
 * Both confirmed and unconfirmed submissions have a time (design: Elapsed); open and abandoned ones have none.
 * The autofill share runs over all submissions that were filed, so that a half-seen form does not drag it down.
 */
export function overviewOf(submissions: readonly Submission[]): Overview {
  const filed = submissions.filter(isFiled);
  const timed = submissions.filter(isTimed).toSorted((a, b) => endOf(a) - endOf(b));
  const elapsed = timed.map((it) => it.elapsedMs);
  const within = timed.filter((it) => it.elapsedMs < targetAt(endOf(it)).underMs);
  const sum = (pick: (it: Submission) => number) => filed.reduce((total, it) => total + pick(it), 0);
  const rated = ratedOf(submissions);
  const decided = decidedOf(submissions).map((it) => Object.values(it.endToEnd));

  return {
    submissions: submissions.length,
    timed: timed.length,
    lastElapsed: elapsed.at(-1) ?? null,
    meanElapsed: mean(elapsed),
    medianElapsed: median(elapsed),
    meanActive: mean(timed.flatMap((it) => (it.activeMs === null ? [] : [it.activeMs]))),
    shareWithinTarget: shareOf(within.length, timed.length),
    autofillShare: shareOf(
      sum((it) => it.autofill.byPortal),
      sum((it) => it.autofill.expected),
    ),
    satisfactionShare: shareOf(rated.filter((it) => (it.satisfaction ?? 0) >= 4).length, rated.length),
    endToEndShare: shareOf(
      decided.filter((answers) => answers.every((answer) => answer === 'yes')).length,
      decided.length,
    ),
  };
}
