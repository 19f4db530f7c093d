import { type Answer, END_TO_END, type EndToEndCondition, isFiled, type Submission } from './submission.ts';

/** What was seen of the six conditions on the road itself; what was not seen is left out. */
export function seenEndToEnd({
  outcome,
  payment,
  resultMethod,
}: Pick<Submission, 'outcome' | 'payment' | 'resultMethod'>): Partial<Record<EndToEndCondition, Answer>> {
  return {
    ...(outcome === 'submitted' && { 'filed-online': 'yes' }),
    ...(payment !== null && { 'paid-on-portal-or-free': payment === 'elsewhere' ? 'no' : 'yes' }),
    ...(resultMethod !== null && { 'returned-over-network': resultMethod === 'counter' ? 'no' : 'yes' }),
  };
}

/**
 * The conditions that only a person can tell of a filed dossier, in the order of asking. One "no" decides that it is
 * not end-to-end: then nothing more is asked.
 */
export function openQuestions({
  outcome,
  endToEnd,
}: Pick<Submission, 'outcome' | 'endToEnd'>): EndToEndCondition[] {
  if (!isFiled({ outcome, endToEnd }) || Object.values(endToEnd).includes('no')) return [];
  return END_TO_END.filter((condition) => endToEnd[condition] === 'unknown');
}

/** What a person may tell of a dossier after it was filed. */
export interface Told {
  /** 1–5; null takes a rating back. */
  satisfaction?: number | null;
  endToEnd?: Partial<Record<EndToEndCondition, Answer>>;
}

/**
 * The submission with what a person told of it at `at`, epoch ms by the machine's clock as it goes now. What was seen on
 * the road stands against any answer.
 */
export function withTold(
  submission: Submission,
  { satisfaction, endToEnd = {} }: Told,
  at: number,
): Submission {
  const answered = { ...submission.endToEnd, ...endToEnd, ...seenEndToEnd(submission) };
  const told = { ...submission, endToEnd: answered };
  // All moments of a road are by the clock with which it began.
  return satisfaction === undefined ? told : rated(told, satisfaction, at - submission.clockShiftMs);
}

function rated(submission: Submission, satisfaction: number | null, at: number): Submission {
  const { rated: _, ...others } = submission.milestones;
  const milestones =
    satisfaction === null ? others : { ...others, rated: { at, evidence: 'companion/faces' } };
  return { ...submission, satisfaction, milestones };
}
