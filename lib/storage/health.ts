import type { FlowEvent } from '../flow/index.ts';
import { dayOf } from '../metrics/index.ts';
import type { RuleHealth } from './database.ts';
import { database } from './database.ts';
import type { Tx } from './roads.ts';

/** A year of days is kept of each rule. */
const MOST_DAYS = 366;
const HEALTH_KEYS = IDBKeyRange.bound('health/', 'health/\uffff');

type Drift = Omit<Extract<FlowEvent, { type: 'drift' }>, 'type'>;

/** A profile's rule did not match where it should: counted by day. */
export async function missed(tx: Tx, { rule, at, controls }: Drift): Promise<void> {
  const store = tx.objectStore('meta');
  const known = (await store.get(`health/${rule}`))?.value;
  const health: RuleHealth = known && 'rule' in known ? known : { rule, days: {}, since: null };
  const day = dayOf(at);
  const days = { ...health.days, [day]: (health.days[day] ?? 0) + 1 };
  const kept = Object.fromEntries(Object.entries(days).sort().slice(-MOST_DAYS));
  const seen = controls ?? health.controls;
  const value = { rule, days: kept, since: health.since ?? at, ...(seen && { controls: seen }) };
  await store.put({ key: `health/${rule}`, value });
}

/** The rule matched: whatever was wrong with it is over. */
export async function matched(tx: Tx, rule: string, at: number): Promise<void> {
  const store = tx.objectStore('meta');
  const known = (await store.get(`health/${rule}`))?.value;
  if (!known || !('rule' in known) || known.since === null || known.since > at) return;
  await store.put({ key: `health/${rule}`, value: { ...known, since: null } });
}

/** What was known of a rule before a deletion is known again, beside what was told since. Twice does no harm. */
export async function recall(tx: Tx, before: RuleHealth): Promise<void> {
  const store = tx.objectStore('meta');
  const key = `health/${before.rule}`;
  const known = (await store.get(key))?.value;
  if (!known || !('rule' in known)) {
    await store.put({ key, value: before });
    return;
  }
  const days = { ...before.days };
  for (const [day, count] of Object.entries(known.days)) days[day] = Math.max(count, days[day] ?? 0);
  const since = known.since === null ? null : (before.since ?? known.since);
  await store.put({ key, value: { ...before, ...known, days, since } });
}

/** The rules that have failed to match at some time, those that still do first. */
export async function portalHealth(): Promise<RuleHealth[]> {
  const found = await (await database()).getAll('meta', HEALTH_KEYS);
  return found
    .flatMap(({ value }) => ('rule' in value ? [value] : []))
    .sort((a, b) => Number(a.since === null) - Number(b.since === null) || a.rule.localeCompare(b.rule));
}
