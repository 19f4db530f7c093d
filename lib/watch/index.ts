/**
 * watch — the observer of one frame: DOM events and mutations in, facts out.
 * Knows the page (through portal and fields) and the messages. Must not know the database, a submission's rules, or
 * any view. Everything it starts ends with one AbortSignal.
 */

export type { Judges } from './asking.ts';
export { keepClock } from './clock.ts';
export { type Watching, watchFrame } from './frame.ts';
export { arrivedBy } from './landmarks/context.ts';
export { createReporter, type Reporter, type Wire } from './reporter.ts';
