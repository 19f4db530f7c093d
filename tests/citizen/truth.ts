import type { Entry, Fee } from '../portal/wire.ts';
import { activeMs } from './active.ts';
import type { Walked } from './citizen.ts';
import { type FieldTruth, fieldTruths } from './fill-states.ts';
import { type Milestone, milestonesOf } from './milestones.ts';
import { waitingMs } from './waiting.ts';

export type { FieldTruth, FillState } from './fill-states.ts';
export type { Milestone } from './milestones.ts';

/** What is true of one road, computed from the portal's own log. Times are epoch ms, durations ms. */
export type Truth = {
  startedBy: 'login' | 'first-page';
  startAt: number;
  loginCompletedAt: number | null;
  submittedAt: number | null;
  /** Null where nothing was submitted. */
  elapsedMs: number | null;
  activeMs: number | null;
  waitingMs: number | null;
  uploads: { files: number; failed: number };
  /** What became of the fee, as far as the portal showed one. */
  payment: Fee | null;
  /** Every press of the submit button, the invalid and the rejected ones too. */
  submitClicks: number[];
  rejections: number;
  /** In order of time. */
  milestones: Milestone[];
  /** By name without version; empty where nothing was ever submitted. */
  fields: Record<string, FieldTruth>;
};

/**
 * The truth about one road. `entries` must hold this road only (`log.clear()` before it).
 * Throws where log and walk contradict each other: a doubtful truth is worse than none.
 */
export function truthOf(entries: readonly Entry[], walked: Walked): Truth {
  const sorted = [...entries].sort((a, b) => a.at - b.at);
  const submittedAt = sorted.find((entry) => entry.type === 'result-shown')?.at ?? null;
  if ((submittedAt !== null) !== (walked.outcome === 'submitted')) {
    throw new Error(
      `the citizen says ${walked.outcome}, the portal ${submittedAt === null ? 'saw no' : 'saw a'} result`,
    );
  }
  const endAt = submittedAt ?? (walked.outcome === 'abandoned' ? null : standingClick(sorted));
  // What comes after the result screen belongs to no clock any more.
  const road = sorted.filter((entry) => submittedAt === null || entry.at <= submittedAt);
  const loginCompletedAt = loginCompleted(road);
  const startAt = loginCompletedAt ?? firstPageBegan(road);
  const submitClicks = road.filter((entry) => entry.type === 'submit-clicked').map((entry) => entry.at);
  return {
    startedBy: loginCompletedAt === null ? 'first-page' : 'login',
    startAt,
    loginCompletedAt,
    submittedAt,
    elapsedMs: endAt === null ? null : endAt - startAt,
    activeMs: endAt === null ? null : activeMs(road, startAt, endAt),
    waitingMs: endAt === null ? null : waitingMs(sorted, startAt, endAt),
    uploads: { files: count(road, 'upload-started'), failed: count(road, 'upload-failed') },
    payment: paymentOf(road),
    submitClicks,
    rejections: count(road, 'submit-rejected'),
    milestones: milestonesOf(road, loginCompletedAt),
    fields: fieldTruths(road, walked),
  };
}

function count(road: readonly Entry[], type: Entry['type']): number {
  return road.filter((entry) => entry.type === type).length;
}

/** The last press of the submit that the citizen did not take back: what an unconfirmed time ends with. */
function standingClick(road: readonly Entry[]): number {
  const withdrawn = road.filter(({ type }) => type === 'submit-withdrawn').map(({ at }) => at);
  const clicks = road.filter(({ type }) => type === 'submit-clicked').map(({ at }) => at);
  const takenBack = withdrawn.map((at) => clicks.findLast((click) => click <= at));
  const last = clicks.findLast((click) => !takenBack.includes(click));
  if (last === undefined)
    throw new Error('the citizen says that the dossier was handed in, nobody pressed submit');
  return last;
}

function paymentOf(road: readonly Entry[]): Fee | null {
  const returned = road.find((entry) => entry.type === 'payment-returned');
  if (returned?.type === 'payment-returned') return returned.way;
  const shown = road.find((entry) => entry.type === 'fee-shown');
  return shown?.type === 'fee-shown' && shown.fee === 'free' ? 'free' : null;
}

/**
 * The portal shows who is logged in, for the first time after the login host sent the citizen back. A login in the
 * middle of a declaration, after a session that ran out, starts no clock.
 */
function loginCompleted(road: readonly Entry[]): number | null {
  const granted = road.find((entry) => entry.type === 'login-granted');
  const began = road.find((entry) => entry.type === 'first-input');
  if (!granted || (began && began.at < granted.at)) return null;
  return road.find((entry) => entry.type === 'login-shown' && entry.at >= granted.at)?.at ?? null;
}

function firstPageBegan(road: readonly Entry[]): number {
  for (const entry of road) if (entry.type === 'page-shown') return entry.began;
  throw new Error('the log holds no page');
}
