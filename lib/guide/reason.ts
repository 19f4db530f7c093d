import type { FieldFacts, FillState, Kind } from '../fields/index.ts';

/** Which register of the State already holds a field's value. */
type SourceKey =
  | 'source.account'
  | 'source.population'
  | 'source.civil-status'
  | 'source.death-notice'
  | 'source.birth-notice'
  | 'source.insurance'
  | 'source.land'
  | 'source.business'
  | 'source.other';

/** How the field stands now. */
type StateKey = 'state.empty' | 'state.typed' | 'state.chosen';
/** What to do meanwhile. */
type DoKey = 'do.fill' | 'do.locked' | 'do.lookup-first' | 'do.done';

/** Why a field is marked, as message keys; `source` is null where only `asked-again` stands. */
export interface Reason {
  source: SourceKey | null;
  again: boolean;
  /** null where the field was not filled by the person's own hand: then there is nothing to say of it. */
  state: StateKey | null;
  advice: DoKey;
}

/** Registers by the beginning of a kind's name; the first that fits is taken, so the narrower stand first. */
const SOURCES: readonly (readonly [prefix: string, source: SourceKey])[] = [
  ['death-notice', 'source.death-notice'],
  ['birth-notice', 'source.birth-notice'],
  ['death-', 'source.civil-status'],
  ['birth-', 'source.civil-status'],
  ['civil-record-', 'source.civil-status'],
  ['marital-status', 'source.civil-status'],
  ['marriage-count', 'source.civil-status'],
  ['insurance-', 'source.insurance'],
  ['land-', 'source.land'],
  ['business-', 'source.business'],
  ['tax-code', 'source.business'],
];

const STATES: Partial<Record<FillState, StateKey>> = {
  empty: 'state.empty',
  typed: 'state.typed',
  chosen: 'state.chosen',
};

/** Why this field is marked and what the person should do; null where it carries no flag. */
export function reasonFor(
  field: Pick<FieldFacts, 'kind' | 'subject' | 'expectation' | 'state' | 'locked' | 'flags'>,
): Reason | null {
  const missing = field.flags.includes('should-have-been-filled');
  const again = field.flags.includes('asked-again');
  if (!missing && !again) return null;
  const state = STATES[field.state] ?? null;
  return { source: missing ? sourceOf(field) : null, again, state, advice: adviceOn(field) };
}

function adviceOn({
  state,
  locked,
  expectation,
}: Pick<FieldFacts, 'state' | 'locked' | 'expectation'>): DoKey {
  if (state !== 'empty') return 'do.done';
  if (expectation === 'on-lookup') return 'do.lookup-first';
  return locked ? 'do.locked' : 'do.fill';
}

function sourceOf(field: Pick<FieldFacts, 'kind' | 'subject' | 'expectation'>): SourceKey {
  if (field.expectation === 'on-load') return 'source.account';
  if (field.expectation === 'on-lookup') return 'source.population';
  const byKind = SOURCES.find(([prefix]) => field.kind.startsWith(prefix))?.[1];
  if (byKind) return byKind;
  if (field.subject === 'business') return 'source.business';
  if (field.subject === 'land') return 'source.land';
  return POPULATION.has(field.kind) ? 'source.population' : 'source.other';
}

/** What the population database holds of everyone, asked here for a record that lies elsewhere. */
const POPULATION: ReadonlySet<Kind> = new Set<Kind>([
  'full-name',
  'family-name',
  'middle-name',
  'given-name',
  'personal-id',
  'id-document-type',
  'id-document-number',
  'id-issue-date',
  'id-issue-place',
  'gender',
  'ethnicity',
  'nationality',
  'religion',
  'hometown',
  'residence-type',
  'residence',
  'residence-country',
  'residence-province',
  'residence-ward',
  'residence-detail',
]);
