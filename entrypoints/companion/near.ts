import type { Rect } from '../../components/companion/rect.ts';
import type { FieldAnchor } from '../../lib/messages/index.ts';
import type { Step } from './pace.ts';
import { inPage } from './tree.ts';

/** Of so many fields, one after the other on the page, the first and the last tell where all of them are. */
const STRETCH = 16;

/** A part of the page's tree: what comes after one element and before another; null is where the form begins or ends. */
export interface Part {
  after: Element | null;
  before: Element | null;
}

/** What of the form is near the window. */
export interface Near {
  /** The fields, in page order, and a few beyond. */
  keys: readonly string[];
  /** Where in the tree they stand, with everything between them. */
  parts: readonly Part[];
  /** The nearest element that holds all of the questions. */
  holder: Element;
  /** Questions from all over the form, or the hosts of the shadow roots they stand in. */
  roots: readonly Element[];
  /** The field that counts as near wherever it is. */
  kept: string | null;
}

type Anchors = (key: string) => FieldAnchor | null;
interface Standing {
  root: Element;
  box: Rect;
}
/** Fields that follow each other, and the first and last of them that stand on the page. */
interface Stretch {
  keys: readonly string[];
  first: Standing | null;
  last: Standing | null;
  isNear: boolean;
}

/**
 * Makes what finds the fields near the window, a stretch of fields per step: a long form costs little more than a short
 * one. It is handed the keys of the visible fields in page order, and the part of the window and its surroundings that
 * counts as near, in the window's coordinates; `kept` counts as near wherever it is.
 */
export function makeNear(anchorOf: Anchors) {
  // To ask for an anchor costs more than to measure it.
  let known = new Map<string, FieldAnchor>();

  return function* near(
    fields: readonly string[],
    reach: () => Rect,
    kept: string | null,
  ): Generator<Step, Near> {
    const before = known;
    known = new Map();
    const standing = (key: string): Standing | null => {
      const asked = before.get(key);
      const anchor = asked && (asked.control ?? asked.root).isConnected ? asked : anchorOf(key);
      if (!anchor) return null;
      const box = (anchor.control ?? anchor.root).getBoundingClientRect();
      if (box.width === 0 || box.height === 0) return null;
      known.set(key, anchor);
      return { root: inPage(anchor.root), box };
    };
    const stretches: Stretch[] = [];
    for (let at = 0; at < fields.length; at += STRETCH) {
      const keys = fields.slice(at, at + STRETCH);
      const first = firstOf(keys, standing);
      const last = first && firstOf(keys.toReversed(), standing);
      const isMet = first !== null && last !== null && meets(first.box, last.box, reach());
      const isNear = isMet || (kept !== null && keys.includes(kept));
      stretches.push({ keys, first, last, isNear });
      yield 'more';
    }
    const roots = [...known.values()].map(({ root }) => inPage(root));
    return {
      keys: stretches.flatMap(({ keys, isNear }) => (isNear ? keys : [])),
      parts: partsOf(stretches),
      holder: holderOf(roots),
      roots,
      kept,
    };
  };
}

function firstOf<T>(keys: readonly string[], find: (key: string) => T | null): T | null {
  for (const key of keys) {
    const found = find(key);
    if (found) return found;
  }
  return null;
}

/** Whether anything from the one to the other lies at the height of `reach`. */
function meets(one: Rect, other: Rect, reach: Rect): boolean {
  return Math.min(one.top, other.top) < reach.bottom && Math.max(one.bottom, other.bottom) > reach.top;
}

/** One part for near stretches that follow each other, up to the fields before and after them. */
function partsOf(stretches: readonly Stretch[]): Part[] {
  const parts: Part[] = [];
  let after: Element | null = null;
  let open: Part | null = null;
  for (const { first, last, isNear } of stretches) {
    if (isNear && !open) {
      open = { after, before: null };
      parts.push(open);
    } else if (!isNear && open && first) {
      open.before = first.root;
      open = null;
    }
    after = last?.root ?? after;
  }
  return parts;
}

function holderOf(roots: readonly Element[]): Element {
  let holder = roots[0]?.parentElement ?? null;
  for (const root of roots) while (holder && !holder.contains(root)) holder = holder.parentElement;
  return holder ?? document.body;
}
