/**
 * The shape of one submission, as stored and exported. Times are epoch milliseconds, durations milliseconds.
 * Changing a shape here changes the contract of exchange: raise {@link SCHEMA} and write an upgrade step.
 */
export const SCHEMA = 2;

/** Every milestone of the road, in the order in which a plain road meets them. */
export const MILESTONES = [
  'portal-opened',
  'login-started',
  'login-completed',
  'procedure-opened',
  'agency-chosen',
  'form-opened',
  'first-input',
  'documents-opened',
  'fee-opened',
  'payment-started',
  'payment-returned',
  'submit-clicked',
  'submit-rejected',
  'submitted',
  'rated',
] as const;
export type MilestoneName = (typeof MILESTONES)[number];

/** When a milestone was passed, and the id of the profile rule that saw it (never a URL or a text of the page). */
export interface Moment {
  at: number;
  evidence: string;
}

export const OUTCOMES = ['open', 'submitted', 'submitted-unconfirmed', 'abandoned'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What set the clock going: a login seen, the first portal page, or a dossier begun in the same login. */
export const STARTED_BY = ['login', 'first-page', 'next-dossier'] as const;
export type StartedBy = (typeof STARTED_BY)[number];

export const ROLES = ['helper', 'reviewer', 'volunteer'] as const;
export type Role = (typeof ROLES)[number];

export const RESULT_METHODS = ['counter', 'post', 'network'] as const;
export type ResultMethod = (typeof RESULT_METHODS)[number];

export const PAYMENTS = ['portal', 'elsewhere', 'free'] as const;
export type Payment = (typeof PAYMENTS)[number];

/** The six conditions under which decision 1428/QĐ-UBND counts a dossier as end-to-end online. */
export const END_TO_END = [
  'filed-online',
  'paid-on-portal-or-free',
  'processed-electronically',
  'result-electronic',
  'returned-over-network',
  'no-visit',
] as const;
export type EndToEndCondition = (typeof END_TO_END)[number];
export type Answer = 'yes' | 'no' | 'unknown';

/** A stretch of the road with a name: the search, the procedure page, the declaration … */
export interface Step {
  id: string;
  label: string;
  enteredAt: number;
  activeMs: number;
  /** Active and not waiting; null where waiting was not measured. */
  actingMs: number | null;
  waitingMs: number | null;
}

/** Counts over the visible fields that should have been filled; `askedAgain` counts over all visible fields. */
export interface AutofillTally {
  expected: number;
  byPortal: number;
  byHand: number;
  empty: number;
  askedAgain: number;
}

/** One attempt by one person to file one dossier. `null` stands for "not measured", never for zero. */
export interface Submission {
  /** UUID. */
  id: string;
  schema: typeof SCHEMA;
  /** When the clock started: see {@link StartedBy}. */
  startedAt: number;
  /** Code such as `1.000656` and the public name of the procedure; empty strings while unknown. */
  procedure: { code: string; name: string };
  /** Profile ids in order of first appearance. */
  portals: string[];
  /** What was not seen of it: `elsewhere`, a host that we may not look at, and {@link PAUSED}. */
  notSeen: string[];
  /** By how much the machine's clock was set forward (or back, negative) on the way, ms. Durations leave it out. */
  clockShiftMs: number;
  /** The receiving agency as the portal names it. */
  agency: string | null;
  role: Role | null;
  outreach: string | null;
  startedBy: StartedBy;
  milestones: Partial<Record<MilestoneName, Moment>>;
  steps: Step[];
  outcome: Outcome;
  /** Clock time from the start to the result (or the last standing submit click); null while open or abandoned. */
  elapsedMs: number | null;
  activeMs: number | null;
  /** Active and not waiting for the portal: with `waitingMs` and the idle rest it makes up `elapsedMs`. */
  actingMs: number | null;
  waitingMs: number | null;
  uploads: { files: number; failed: number | null; waitingMs: number | null };
  rejections: number;
  autofill: AutofillTally;
  /** 1–5, null when nobody was asked. */
  satisfaction: number | null;
  resultMethod: ResultMethod | null;
  payment: Payment | null;
  endToEnd: Record<EndToEndCondition, Answer>;
  processing: { receivedAt: number | null; dueAt: number | null; resultAt: number | null };
  /** HMAC of the dossier number under a key that stays on this machine; never exported. */
  dossierMark: string | null;
}

/** In `notSeen`: recording was paused in the middle of its declaration, or consent to it withdrawn. */
export const PAUSED = 'paused';

/** Recording stood still in the middle of it: it has no time, and what was done meanwhile is not known. */
export function wasPaused({ notSeen }: Pick<Submission, 'notSeen'>): boolean {
  return notSeen.includes(PAUSED);
}

/** It went on out of sight: whether it was filed there is not known, so that it counts as neither filed nor given up. */
export function wentUnseen({ outcome, notSeen }: Pick<Submission, 'outcome' | 'notSeen'>): boolean {
  return outcome === 'abandoned' && notSeen.length > 0;
}

/**
 * Filed as far as anybody knows: the result screen was seen, or submit was clicked and nothing spoke against it, a
 * person's own word included.
 */
export function isFiled({ outcome, endToEnd }: Pick<Submission, 'outcome' | 'endToEnd'>): boolean {
  if (outcome === 'submitted-unconfirmed') return endToEnd['filed-online'] !== 'no';
  return outcome === 'submitted';
}

/** It ended without being filed, and in sight. */
export function isGivenUp(it: Pick<Submission, 'outcome' | 'endToEnd' | 'notSeen'>): boolean {
  return it.outcome !== 'open' && !isFiled(it) && !wentUnseen(it);
}

/** The submission with the times that count: of one that a person says was not filed, those up to the click are none. */
export function asItCounts(it: Submission): Submission {
  if (!isGivenUp(it)) return it;
  return { ...it, elapsedMs: null, activeMs: null, actingMs: null, waitingMs: null };
}
