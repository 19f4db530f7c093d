/**
 * flow — the submission as a pure reducer: events in, submission out.
 * Knows milestones, clocks, and when one road ends and the next begins. Must not know the browser, the database,
 * the page, or any portal by name.
 */
export {
  DOSSIER_STATES,
  type DossierState,
  type EndReason,
  type FlowEvent,
  IDLE_MS,
  SILENCE_MS,
  UNCONFIRMED_MS,
  WAIT_KINDS,
  type WaitKind,
} from './events.ts';
export { isOver, nextRoad, openRoad, type Road, reduce, sweep } from './road.ts';
export {
  type Answer,
  type AutofillTally,
  END_TO_END,
  type EndToEndCondition,
  MILESTONES,
  type MilestoneName,
  type Moment,
  OUTCOMES,
  type Outcome,
  PAYMENTS,
  type Payment,
  RESULT_METHODS,
  type ResultMethod,
  ROLES,
  type Role,
  SCHEMA,
  STARTED_BY,
  type StartedBy,
  type Step,
  type Submission,
} from './submission.ts';
