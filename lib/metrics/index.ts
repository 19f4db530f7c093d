/**
 * metrics — times, shares, percentiles and targets: pure functions over submissions.
 * Knows the shapes of flow and fields. Must not know the browser, the database, the clock on the wall or any text.
 */
export type { Counts } from './counts.ts';
export { clockOf, type DayRow, dayOf, spanOfDay, summariseDays } from './days.ts';
export {
  decidedOf,
  endOf,
  isTimed,
  type Overview,
  overviewOf,
  ratedOf,
  shareOf,
  type TimedSubmission,
} from './overview.ts';
export { shownSplit, shownWaiting, splitOf } from './split.ts';
export { type Tally, tallyOf } from './tally.ts';
export { type TimeTarget, targetAt } from './targets.ts';
