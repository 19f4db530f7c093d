import { ancestorsOf } from '../fields/index.ts';

/** Once there are more no others are kept: a page that brings so much is looked at before the next of it comes. */
const MOST_KEPT = 2_000;
/** So many fields are asked for their time at most, the first on the page. */
const MOST_ASKED = 50;

/** When elements came into a page, as long as nobody knows which of them make up a declaration; epoch ms. */
export interface Arrivals {
  /** Takes in what the mutations brought. */
  note(records: readonly MutationRecord[], at: number): void;
  /** When the first of these fields came, with what stands in it and around it; null where it was there before. */
  firstOf(roots: readonly Element[]): number | null;
}

/**
 * Keeps when elements came: a page that goes on changing would tell by its last change that a form stands, and not since
 * when. What stands there already came `since` then, where that is known.
 */
export function noteArrivals(since = 0): Arrivals {
  const times = new Map<Node, number>([[document.documentElement, since]]);

  /** When the last of it came, for what stands in a field may make it one only later; nought where that is not known. */
  function cameAt(root: Element): number {
    let last = 0;
    for (const it of [root, ...ancestorsOf(root, Number.POSITIVE_INFINITY), ...root.querySelectorAll('*')])
      last = Math.max(last, times.get(it) ?? 0);
    return last;
  }

  return {
    note(records, at) {
      if (times.size > MOST_KEPT) return;
      for (const { addedNodes } of records) for (const node of addedNodes) times.set(node, at);
    },
    firstOf: (roots) => Math.min(...roots.slice(0, MOST_ASKED).map(cameAt)) || null,
  };
}
