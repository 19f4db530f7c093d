import { ancestorsOf } from '../fields/index.ts';
import { IDLE_MS } from '../flow/index.ts';
import type { Entry } from './entry.ts';

/** Opened by a field, a calendar or list is its own for so long after the person left the field's box. */
const OPEN_AFTER_MS = 10_000;
/** What opens over the page to answer a field. */
const OVERLAYS =
  '[role=listbox], [role=dialog], [role=grid], [role=menu], [class*=overlay], [class*=dropdown], [class*=popup], [class*=picker], [class*=calendar], [class*=select2]';
/** So many elements up a field's own block ends at the latest. */
const BLOCK = 4;

/** The person's stay in a field, one at a time. All times are epoch ms. */
export interface Visit {
  /** The field they are in; null where in none. */
  readonly entry: Entry | null;
  begin(entry: Entry, at: number): void;
  /** Ends it, and answers whose it was. */
  end(at: number): Entry | null;
  /** What passed since the last act is the field's time, unless the person was idle, or `away` in another tab. */
  mark(at: number, away?: boolean): void;
  /** The field that a calendar or list which opened over the page belongs to: the one they are in, or were just now. */
  chooser(target: Element, at: number): Entry | null;
  /** Whether an element helps to answer the field: it stands in its block, or in what opened over the page. */
  isServedBy(target: Element): boolean;
}

/** `roots` is the selector of fields. */
export function createVisit(roots: string): Visit {
  let current: Entry | null = null;
  /** The field that they are in or were in last, and when they were last known to be there. */
  let recent: Entry | null = null;
  let markedAt = 0;

  function mark(at: number, away = false): void {
    if (!current) return;
    const gap = at - markedAt;
    if (!away && gap > 0 && gap < IDLE_MS) current.activeMs += gap;
    markedAt = at;
  }

  function begin(entry: Entry | null, at: number): void {
    current = entry;
    recent = entry;
    markedAt = at;
  }

  return {
    get entry() {
      return current;
    },
    begin,
    end(at) {
      mark(at);
      const entry = current;
      current = null;
      return entry;
    },
    mark,
    chooser(target, at) {
      if (!target.closest(OVERLAYS)) return null;
      if (!current && at - markedAt < OPEN_AFTER_MS) begin(recent, at);
      return current;
    },
    isServedBy(target) {
      if (!current || target.closest(OVERLAYS)) return true;
      let block = current.root;
      for (const around of ancestorsOf(block, BLOCK)) {
        if (around.querySelectorAll(roots).length > 1) break;
        block = around;
      }
      return block.contains(target);
    },
  };
}
