import { expect, it } from 'vitest';
import { PLAIN_VIEW, proceduresOf, sortedBy, type View, viewed } from '../../components/dashboard/rows.ts';
import { submissions } from '../fixtures/submissions.ts';

const MANY = submissions(60);

it('lists the newest first', () => {
  const times = viewed(MANY.toReversed(), PLAIN_VIEW).map((it) => it.startedAt);
  expect(times).toEqual(times.toSorted((a, b) => b - a));
});

it.each([true, false])('puts what was not measured last (descending: %s)', (descending) => {
  const view: View = { ...PLAIN_VIEW, sortBy: 'elapsed', descending };
  const times = viewed(MANY, view).map((it) => it.elapsedMs);
  const firstNull = times.indexOf(null);
  expect(firstNull).toBeGreaterThan(0);
  expect(times.slice(firstNull).every((time) => time === null)).toBe(true);
  const measured = times.slice(0, firstNull).map(Number);
  expect(measured).toEqual(measured.toSorted((a, b) => (descending ? b - a : a - b)));
});

it('sorts the time of waiting as it reads in the list', () => {
  const [one, two] = MANY.filter((it) => it.elapsedMs !== null);
  if (!one || !two) throw new Error('the fixture is too short');
  // In whole seconds the first waited 6 of 10, the second 5 of 10.
  const longer = { ...one, elapsedMs: 10_100, actingMs: 4_300, waitingMs: 5_600 };
  const shorter = { ...two, elapsedMs: 10_900, actingMs: 5_000, waitingMs: 5_900 };
  const rows = viewed([longer, shorter], { ...PLAIN_VIEW, sortBy: 'waiting', descending: false });
  expect(rows.map(({ id }) => id)).toEqual([shorter.id, longer.id]);
});

it('filters by procedure and outcome together', () => {
  const view: View = { ...PLAIN_VIEW, procedure: '1.001193', outcome: 'submitted' };
  const rows = viewed(MANY, view);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((it) => it.procedure.code === '1.001193' && it.outcome === 'submitted')).toBe(true);
});

it('keeps what went on unseen apart from what was given up, as the overview does', () => {
  const [first, second] = MANY.filter((it) => it.outcome === 'abandoned');
  if (!first || !second) throw new Error('the fixture is too short');
  const unseen = { ...second, notSeen: ['elsewhere'] };
  const ids = (outcome: View['outcome']) =>
    viewed([first, unseen], { ...PLAIN_VIEW, outcome }).map(({ id }) => id);
  expect(ids('abandoned')).toEqual([first.id]);
  expect(ids('unseen')).toEqual([unseen.id]);
});

it('can filter for submissions whose procedure is not known', () => {
  expect(proceduresOf(MANY).map(({ id }) => id)).toContain('');
  expect(viewed(MANY, { ...PLAIN_VIEW, procedure: '' }).every((it) => it.procedure.code === '')).toBe(true);
});

it('turns the same column round and starts another one anew', () => {
  const once = sortedBy(PLAIN_VIEW, 'elapsed');
  expect(once).toMatchObject({ sortBy: 'elapsed', descending: false });
  expect(sortedBy(once, 'elapsed')).toMatchObject({ sortBy: 'elapsed', descending: true });
  expect(sortedBy(once, 'startedAt')).toMatchObject({ sortBy: 'startedAt', descending: true });
});

it('leaves the list that it was given as it was', () => {
  const before = MANY.map((it) => it.id);
  viewed(MANY, { ...PLAIN_VIEW, sortBy: 'procedure' });
  expect(MANY.map((it) => it.id)).toEqual(before);
});
