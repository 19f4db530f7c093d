import type { MilestoneName, Payment, ResultMethod } from './submission.ts';

/**
 * One observed fact of the road. `at`, `from`, `to` are epoch milliseconds by the clock of the observing document,
 * which goes on evenly from its load: should the machine's clock be set meanwhile, `clock` says so.
 */
export type FlowEvent =
  /**
   * A portal page began to load (`at` is the start of its navigation) or, where it had been watched before, to be
   * watched again; in sight or behind another tab.
   */
  | { type: 'page'; at: number; portal: string; hidden: boolean }
  | { type: 'step'; at: number; id: string; label: string }
  | { type: 'milestone'; at: number; name: MilestoneName; evidence: string }
  /** The page shows that someone is logged in; `fromLogin` when this document came straight from the login host. */
  | { type: 'login-seen'; at: number; evidence: string; fromLogin: boolean }
  | { type: 'procedure'; at: number; code: string; name: string }
  /** The person asked for the online form, which may open on a host that cannot be seen. */
  | { type: 'handed-over'; at: number }
  | { type: 'agency'; at: number; name: string }
  | { type: 'result-method'; at: number; method: ResultMethod }
  /** Files given to an upload control; never their names. */
  | { type: 'upload'; at: number; files: number }
  /** The person waited for the portal, from an action to its visible outcome or error. */
  | { type: 'wait'; from: number; to: number; what: WaitFor; failed: boolean }
  /** How the fee is paid, as far as the page shows it; `onlyIfBegun`: it counts where a payment was seen to begin. */
  | { type: 'payment'; at: number; payment: Payment; onlyIfBegun?: true }
  /** The page shows this submission's dossier number; `mark` is its HMAC, 64 hex digits. */
  | { type: 'dossier'; at: number; mark: string }
  /** A look-up page tells how far a dossier is; it need not be this road's. */
  | {
      type: 'progress';
      at: number;
      mark: string;
      receivedAt: number | null;
      dueAt: number | null;
      resultAt: number | null;
      state: ProgressState | null;
    }
  /** A rule of the profile, by its id, did not match where it should; `controls` are those that stood there instead. */
  | { type: 'drift'; at: number; rule: string; controls?: ControlShape[] }
  /** The machine's clock was set forward (or back, negative) by so much while this document was open. */
  | { type: 'clock'; at: number; shiftMs: number }
  /** A stretch in which a person acted without a pause of {@link IDLE_MS}; a single act has `from` equal to `to`. */
  | { type: 'active'; from: number; to: number }
  | { type: 'hidden'; at: number }
  | { type: 'shown'; at: number }
  | { type: 'ended'; at: number; reason: EndReason };

/** Of one control of a page: what it is, and its folded words where they are words of controls alone. */
export interface ControlShape {
  tag: string;
  role: string;
  label: string;
}

export const WAITS = ['load', 'upload', 'lookup', 'step', 'submit'] as const;
export type WaitFor = (typeof WAITS)[number];

export const PROGRESS_STATES = ['received', 'processing', 'done', 'returned'] as const;
export type ProgressState = (typeof PROGRESS_STATES)[number];

export const END_REASONS = [
  'tab-closed',
  'logged-out',
  'next-person',
  'silence',
  'superseded',
  'paused',
] as const;
export type EndReason = (typeof END_REASONS)[number];

/**
 * Where an event was seen: the tab, whether by its top frame, when that tab's present page began to load, and whether it is
 * `again` at the very address at which it was before.
 */
export interface Source {
  tab: number;
  top: boolean;
  pageAt: number | null;
  again?: boolean;
}

/** A pause of this length is idle, not active (design: Active). */
export const IDLE_MS = 60_000;
/** After this long without any event an open submission counts as abandoned (design: Outcome). */
export const SILENCE_MS = 30 * 60_000;
/** After this long without a result a submit click counts as unconfirmed (design: Outcome). */
export const UNCONFIRMED_MS = 10 * 60_000;

/** The moment an event is about: for a stretch, its end. */
export function momentOf(event: FlowEvent): number {
  return 'to' in event ? event.to : event.at;
}

/** When what an event is about began. */
export function onsetOf(event: FlowEvent): number {
  return 'from' in event ? event.from : event.at;
}

/** The event as a clock says it that goes `ms` before the one by which it was told. */
export function earlierBy(event: FlowEvent, ms: number): FlowEvent {
  return 'to' in event
    ? { ...event, from: event.from - ms, to: event.to - ms }
    : { ...event, at: event.at - ms };
}
