import type { Entry } from '../portal/wire.ts';
import { activeMs } from './active.ts';
import type { Walked } from './citizen.ts';
import { type FieldTruth, fieldTruths } from './fill-states.ts';
import { type Milestone, milestonesOf } from './milestones.ts';

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
    elapsedMs: submittedAt === null ? null : submittedAt - startAt,
    activeMs: submittedAt === null ? null : activeMs(road, startAt, submittedAt),
    submitClicks,
    rejections: road.filter((entry) => entry.type === 'submit-rejected').length,
    milestones: milestonesOf(road, loginCompletedAt),
    fields: fieldTruths(road, walked),
  };
}

/** The portal shows who is logged in, for the first time after the login host sent the citizen back. */
function loginCompleted(road: readonly Entry[]): number | null {
  const granted = road.find((entry) => entry.type === 'login-granted');
  if (!granted) return null;
  return road.find((entry) => entry.type === 'login-shown' && entry.at >= granted.at)?.at ?? null;
}

function firstPageBegan(road: readonly Entry[]): number {
  for (const entry of road) if (entry.type === 'page-shown') return entry.began;
  throw new Error('the log holds no page');
}
