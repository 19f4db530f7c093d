import { expect, it } from 'vitest';
import { IDLE_MS } from '../../lib/flow/index.ts';
import { Entry } from '../../lib/watch/entry.ts';
import { createVisit } from '../../lib/watch/visit.ts';

const section = { title: '', index: 1, trail: [] };
const entry = () =>
  new Entry(0, {
    ...{ root: undefined as never, reader: undefined as never, name: 'f', section },
    ...{ order: 1, afterOrders: 0, before: null },
  });
/** Something that is clicked: in a list or calendar that opened over the page, or in the page itself. */
const inOverlay = { closest: () => ({}) } as unknown as Element;
const inPage = { closest: () => null } as unknown as Element;

it('time in a field is what passed between acts, but no idle stretch and none in another tab', () => {
  const [visit, field] = [createVisit('input'), entry()];
  visit.begin(field, 1_000);
  visit.mark(3_000);
  visit.mark(3_000 + IDLE_MS);
  visit.mark(4_000 + IDLE_MS);
  visit.mark(9_000 + IDLE_MS, true);
  expect(visit.end(9_500 + IDLE_MS)).toBe(field);
  expect(field.activeMs).toBe(2_000 + 1_000 + 500);
  // Nothing passes in a field that was left, and a clock that was set back takes nothing away.
  visit.mark(9_900 + IDLE_MS);
  visit.begin(field, 90_000);
  visit.mark(80_000);
  visit.mark(80_100);
  expect(field.activeMs).toBe(3_600);
});

it('a list that opened over the page is of the field where one is, or was within ten seconds', () => {
  const [visit, field, other] = [createVisit('input'), entry(), entry()];
  expect(visit.chooser(inOverlay, 500)).toBeNull();
  visit.begin(field, 1_000);
  expect(visit.chooser(inPage, 1_100)).toBeNull();
  expect(visit.chooser(inOverlay, 1_100)).toBe(field);
  visit.end(2_000);
  expect(visit.chooser(inPage, 3_000)).toBeNull();
  expect(visit.entry).toBeNull();
  expect(visit.chooser(inOverlay, 11_999)).toBe(field);
  // Time in the list is the field's again, from the press on.
  expect(visit.end(12_999)).toBe(field);
  expect(field.activeMs).toBe(1_000 + 1_000);
  expect(visit.chooser(inOverlay, 22_999)).toBeNull();
  visit.begin(other, 23_000);
  expect(visit.chooser(inOverlay, 23_100)).toBe(other);
});
