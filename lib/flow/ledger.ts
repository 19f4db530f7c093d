import { type FlowEvent, IDLE_MS } from './events.ts';
import { clip, join, lengthOf, type Span, without } from './spans.ts';

/**
 * What a road's durations are made of: sets of stretches, never running sums. Facts of several documents, frames and
 * tabs come in whatever order their messages do; a set comes out the same, and a fact told twice adds nothing.
 */
export interface Ledger {
  /** Marks (acts, clock's start, hiding, return, submit click, end) joined where less than {@link IDLE_MS} apart. */
  acts: Span[];
  /** When a tab of the road came into sight or went out of it, by time. */
  looks: { at: number; tab: number; hidden: boolean }[];
  /** Waiting for the portal, whatever for. */
  waits: Span[];
  /** Uploads alone, and how many of them failed. */
  uploads: Span[];
  failedUploads: number;
}

/** How a stretch of a road was spent, ms. `acting`, `waiting` and idle (the rest) together are the whole. */
export interface Spent {
  active: number;
  /** Active and not waiting for the portal. */
  acting: number;
  waiting: number;
}

export const EMPTY_LEDGER: Ledger = { acts: [], looks: [], waits: [], uploads: [], failedUploads: 0 };

/** A stretch of acting in a tab, or a single mark. Who acts in a tab sees it, whatever was told before. */
export function acted(ledger: Ledger, from: number, to: number, tab: number): Ledger {
  const begun = Math.min(from, to);
  const before = ledger.looks.findLast((look) => look.tab === tab && look.at <= begun);
  return mark(before?.hidden ? looked(ledger, begun, tab, false) : ledger, begun, to);
}

function mark(ledger: Ledger, from: number, to: number): Ledger {
  return { ...ledger, acts: join(ledger.acts, [from, to], IDLE_MS) };
}

/** A tab came into sight or went out of it: itself a mark where it changes anything. */
export function looked(ledger: Ledger, at: number, tab: number, hidden: boolean): Ledger {
  const before = ledger.looks.findLast((look) => look.tab === tab && look.at <= at);
  if (before?.hidden === hidden) return ledger;
  const looks = [...ledger.looks, { at, tab, hidden }].sort((a, b) => a.at - b.at);
  return before || hidden ? mark({ ...ledger, looks }, at, at) : { ...ledger, looks };
}

/** The person waited for the portal. */
export function waited(ledger: Ledger, wait: Extract<FlowEvent, { type: 'wait' }>): Ledger {
  const span: Span = [Math.min(wait.from, wait.to), wait.to];
  const waits = join(ledger.waits, span, 1);
  if (wait.what !== 'upload') return { ...ledger, waits };
  const uploads = join(ledger.uploads, span, 1);
  return { ...ledger, waits, uploads, failedUploads: ledger.failedUploads + Number(wait.failed) };
}

/**
 * How the time between two moments was spent, where `start` is the clock's start.
 * Active: between two marks less than {@link IDLE_MS} apart, with a tab of the road in sight (design: Active).
 * Waiting: a page loading, an upload, an action without its outcome yet; overlapping waits count once (design:
 * Waiting). Who types on while a file goes up waits for the portal all the same, so acting excludes waiting.
 */
export function spent(ledger: Ledger, start: number, from: number, to: number): Spent {
  const marked = join(ledger.acts, [start, start], IDLE_MS);
  const active = without(clip(marked, from, to), outOfSight(ledger.looks));
  const waits = clip(ledger.waits, from, to);
  return {
    active: lengthOf(active),
    acting: lengthOf(without(active, waits)),
    waiting: lengthOf(waits),
  };
}

/** How long uploads took between two moments, ms. */
export function uploading({ uploads }: Ledger, from: number, to: number): number {
  return lengthOf(clip(uploads, from, to));
}

/** When no tab of the road was in sight. A road counts as seen until a tab of it says otherwise. */
function outOfSight(looks: Ledger['looks']): Span[] {
  const seen = new Set<number>();
  const spans: Span[] = [];
  let since: number | null = null;
  for (const { at, tab, hidden } of looks) {
    if (hidden) seen.delete(tab);
    else seen.add(tab);
    if (seen.size === 0) since ??= at;
    else if (since !== null) {
      spans.push([since, at]);
      since = null;
    }
  }
  return since === null ? spans : [...spans, [since, Number.POSITIVE_INFINITY]];
}
