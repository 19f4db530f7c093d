/**
 * background — the one writer: messages in, database and badge out.
 * Knows the browser, the messages and the storage; holds no state of its own, since its worker may die between any
 * two events. Must not know the page, nor how a road is reduced.
 */
export { startBackground } from './start.ts';
