import { NAMING_ATTRIBUTES } from './gathered.ts';

/** More are not kept: a page that brings so much at once is looked at before the next of it comes. */
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
export function noteArrivals(since: number | null): Arrivals {
  const times = new Map<Element, number>();
  if (since !== null) times.set(document.documentElement, since);

  /** What stands in a field may make it one only later. */
  function cameAt(root: Element): number | null {
    let last: number | null = null;
    const take = (it: Element) => {
      const at = times.get(it);
      if (at !== undefined && (last === null || at > last)) last = at;
    };
    for (let it: Element | null = root; it; it = it.parentElement) take(it);
    root.querySelectorAll('*').forEach(take);
    return last;
  }

  return {
    note(records, at) {
      for (const { attributeName, target, addedNodes } of records) {
        if (times.size >= MOST_KEPT) return;
        const named = attributeName !== null && NAMING_ATTRIBUTES.includes(attributeName);
        for (const node of named ? [target] : addedNodes) if (node instanceof Element) times.set(node, at);
      }
    },
    firstOf(roots) {
      let first: number | null = null;
      for (const root of roots.slice(0, MOST_ASKED)) {
        const at = cameAt(root);
        if (at === null) return null;
        if (first === null || at < first) first = at;
      }
      return first;
    },
  };
}
