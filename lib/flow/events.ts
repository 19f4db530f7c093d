import type { MilestoneName, Payment, ResultMethod } from './submission.ts';

/** One observed fact of the road. `at`, `from`, `to` are epoch milliseconds of the observing frame. */
export type FlowEvent =
  /** A portal page began to load (`at` is the start of its navigation), in sight or behind another tab. */
  | { type: 'page'; at: number; portal: string; hidden: boolean }
  | { type: 'step'; at: number; id: string; label: string }
  | { type: 'milestone'; at: number; name: MilestoneName; evidence: string }
  /** The page shows that someone is logged in; `fromLogin` when this document came straight from the login host. */
  | { type: 'login-seen'; at: number; evidence: string; fromLogin: boolean }
  | { type: 'procedure'; at: number; code: string; name: string }
  | { type: 'agency'; at: number; name: string }
  | { type: 'result-method'; at: number; method: ResultMethod }
  /** Files given to an upload control; never their names. */
  | { type: 'upload'; at: number; files: number }
  /** A stretch in which the person waited for the portal, to its visible outcome; several may overlap. */
  | { type: 'wait'; from: number; to: number; what: WaitKind; failed: boolean }
  /** Where money was paid, or that the fee shown was nothing. */
  | { type: 'payment'; at: number; payment: Payment }
  /** The result screen's dossier number, sealed in the frame with a key of this machine. */
  | { type: 'dossier'; at: number; mark: string }
  /** What a look-up page says of a dossier; null is what it does not say. */
  | {
      type: 'progress';
      at: number;
      mark: string;
      receivedAt: number | null;
      dueAt: number | null;
      resultAt: number | null;
      state: DossierState | null;
    }
  /** A rule of a profile that did not match where it should have. */
  | { type: 'drift'; at: number; rule: string }
  /** A stretch in which a person acted without a pause of {@link IDLE_MS}; a single act has `from` equal to `to`. */
  | { type: 'active'; from: number; to: number }
  | { type: 'hidden'; at: number }
  | { type: 'shown'; at: number }
  | { type: 'ended'; at: number; reason: EndReason };

export const WAIT_KINDS = ['load', 'upload', 'lookup', 'step', 'submit'] as const;
export type WaitKind = (typeof WAIT_KINDS)[number];

export const DOSSIER_STATES = ['received', 'processing', 'done', 'returned'] as const;
/** How far a dossier has come at the authority. */
export type DossierState = (typeof DOSSIER_STATES)[number];

export type EndReason = 'tab-closed' | 'logged-out' | 'next-person' | 'silence' | 'superseded';

/** A pause of this length is idle, not active (design: Active). */
export const IDLE_MS = 60_000;
/** After this long without any event an open submission counts as abandoned (design: Outcome). */
export const SILENCE_MS = 30 * 60_000;
/** After this long without a result a submit click counts as unconfirmed (design: Outcome). */
export const UNCONFIRMED_MS = 10 * 60_000;

/** The moment an event is about: for a stretch, its end. */
export function momentOf(event: FlowEvent): number {
  return event.type === 'active' || event.type === 'wait' ? event.to : event.at;
}
