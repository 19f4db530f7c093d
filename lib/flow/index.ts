/**
 * flow — the submission as a pure reducer: events in, submission out.
 * Knows milestones, clocks, and when one road ends and the next begins. Must not know the browser, the database,
 * the page, or any portal by name.
 */
export { openQuestions, type Told, withTold } from './answers.ts';
export {
  type ControlShape,
  END_REASONS,
  type EndReason,
  earlierBy,
  type FlowEvent,
  IDLE_MS,
  momentOf,
  PROGRESS_STATES,
  type ProgressState,
  SILENCE_MS,
  type Source,
  UNCONFIRMED_MS,
  WAITS,
  type WaitFor,
} from './events.ts';
export {
  isOver,
  nextRoad,
  openRoad,
  type Road,
  reduce,
  renumbered,
  sweep,
  takeBackEnd,
  takeBackSubmit,
} from './road.ts';
export {
  type Answer,
  type AutofillTally,
  END_TO_END,
  type EndToEndCondition,
  isFiled,
  isGivenUp,
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
  wasPaused,
  wentUnseen,
} from './submission.ts';
