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
  /** What passed since the last act is the field's time, unless the person was idle. */
  mark(at: number): void;
  /** They come back to the tab: what passed meanwhile is nobody's time. */
  resume(at: number): void;
  /** The field that a calendar or list which opened over the page belongs to: the one they are in, or were just now. */
  chooser(target: Element, at: number): Entry | null;
  /** Whether an element helps to answer the field: it stands in its block, or in what opened over the page. */
  isServedBy(target: Element): boolean;
}

/** `roots` is the selector of fields. */
export function createVisit(roots: string): Visit {
  let current: { entry: Entry; markedAt: number } | null = null;
  /** The field that was left last, where none was entered since. */
  let recent: { entry: Entry; leftAt: number } | null = null;

  function mark(at: number): void {
    if (!current) return;
    const gap = at - current.markedAt;
    if (gap > 0 && gap < IDLE_MS) current.entry.activeMs += gap;
    current.markedAt = at;
  }

  return {
    get entry() {
      return current?.entry ?? null;
    },
    begin(entry, at) {
      current = { entry, markedAt: at };
      recent = null;
    },
    end(at) {
      mark(at);
      const entry = current?.entry ?? null;
      if (entry) recent = { entry, leftAt: at };
      current = null;
      return entry;
    },
    mark,
    resume(at) {
      if (current) current.markedAt = at;
    },
    chooser(target, at) {
      if (!target.closest(OVERLAYS)) return null;
      if (!current && recent && at - recent.leftAt < OPEN_AFTER_MS)
        current = { entry: recent.entry, markedAt: at };
      return current?.entry ?? null;
    },
    isServedBy(target) {
      if (!current || target.closest(OVERLAYS)) return true;
      let block = current.entry.root;
      for (const around of ancestorsOf(block, BLOCK)) {
        if (around.querySelectorAll(roots).length > 1) break;
        block = around;
      }
      return block.contains(target);
    },
  };
}
