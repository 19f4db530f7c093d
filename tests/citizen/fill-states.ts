import type { Entry, FinalField } from '../portal/wire.ts';
import type { Walked } from './citizen.ts';
import { bareName } from './names.ts';

export type FillState = 'portal-on-load' | 'portal-on-lookup' | 'portal-late' | 'typed' | 'chosen' | 'empty';
export type FieldTruth = { state: FillState; locked: boolean; visible: boolean };

/** So long after a field's appearing, what the portal writes still counts as there on load. */
const appearingMs = 5_000;

/** State of every question at the last submit click. Questions that never appeared are left out. */
export function fieldTruths(road: readonly Entry[], walked: Walked): Record<string, FieldTruth> {
  const last = road.findLast((entry) => entry.type === 'final');
  const truths: Record<string, FieldTruth> = {};
  if (last?.type !== 'final') return truths;
  for (const [name, final] of Object.entries(last.fields)) {
    if (shownAt(road, name) === undefined) continue;
    const state = stateOf(road, walked, name, final);
    truths[bareName(name)] = { state, locked: final.locked, visible: final.visible };
  }
  return truths;
}

function stateOf(road: readonly Entry[], walked: Walked, name: string, final: FinalField): FillState {
  if (final.empty) return 'empty';
  const hand = walked.fields[bareName(name)];
  if (hand === 'typed' || hand === 'chosen') return hand;
  // Asked before "on load": a look-up also fills questions which it has itself just made appear.
  if (writtenAt(road, 'lookup-answered', name) !== undefined) return 'portal-on-lookup';
  const prefilled = writtenAt(road, 'prefilled', name);
  if (prefilled !== undefined) return wasOnLoad(road, name, prefilled) ? 'portal-on-load' : 'portal-late';
  if (writtenAt(road, 'copied', name) !== undefined) return 'portal-late';
  throw new Error(`${name} is filled, and neither the citizen nor the portal did it`);
}

function wasOnLoad(road: readonly Entry[], name: string, at: number): boolean {
  const formShown = road.find((entry) => entry.type === 'form-shown')?.at ?? Number.NEGATIVE_INFINITY;
  const acts = road.flatMap((entry) => (entry.type === 'acts' ? entry.times : []));
  const firstAct = Math.min(...acts.filter((time) => time >= formShown));
  return at <= firstAct || at <= (shownAt(road, name) ?? Number.NEGATIVE_INFINITY) + appearingMs;
}

function shownAt(road: readonly Entry[], name: string): number | undefined {
  return road.find((entry) => entry.type === 'question-shown' && entry.name === name)?.at;
}

function writtenAt(
  road: readonly Entry[],
  type: 'prefilled' | 'copied' | 'lookup-answered',
  name: string,
): number | undefined {
  return road.find((entry) => entry.type === type && entry.names.includes(name))?.at;
}
