/**
 * profiles — what is known of each form system, as data, and which host is whose.
 * A room of its own so that a page need not carry all of it: the background hands each page its own profile
 * (lib/background/profiles.ts), and the watcher imports nothing from here.
 */
export { PROFILES } from './all.ts';
export { allHosts, paymentAt, profileOf } from './hosts.ts';
