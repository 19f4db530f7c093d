import { MARK, type MarkedField } from '../../components/companion/place.ts';
import { Bands, type Rect, shared } from '../../components/companion/rect.ts';
import type { FieldAnchor } from '../../lib/messages/index.ts';
import type { Step } from './pace.ts';

/** One box of the page that must stay uncovered, and whose it is. */
export interface Obstacle {
  element: Element;
  box: Rect;
}

/** What is read of the page for one round of placing; in the layer's coordinates. */
export interface Measured {
  /** By field key, for the fields to be marked that stand on the page. */
  fields: Map<string, MarkedField & { element: Element }>;
  /** Everything near them that must stay uncovered. */
  taken: Rect[];
  /** The controls and buttons of the form: where one of them moves, the round has to be repeated. */
  obstacles: Obstacle[];
  /** The nearest element that holds all of the questions; the body where they lie in different trees. */
  holder: Element;
}

/** Controls of the page that may stand among the fields without being one. */
const TOUCHABLE =
  'input, select, textarea, button, a[href], [role="button"], [role="combobox"], [role="switch"]';

/** A mark lies at most this far from the field it belongs to. */
const REACH = 2 * MARK;

/** The controls and buttons within an element. */
export const touchables = (holder: Element) => holder.querySelectorAll(TOUCHABLE);

/** The layer's own corner in the window. */
export type Origin = () => { left: number; top: number };

/**
 * Reads where fields, words and controls are, a step per element. Only reads, so one layout serves many steps; the
 * page may be scrolled between two of them, so each takes the layer's corner anew.
 */
export function* measure(
  marked: readonly string[],
  others: readonly string[],
  anchorOf: (key: string) => FieldAnchor | null,
  origin: Origin,
): Generator<Step, Measured> {
  const clips = new Map<Element, Rect | null>();
  const found: Measured = { fields: new Map(), taken: [], obstacles: [], holder: document.body };
  const near = new Bands();
  let holder: Element | null = null;
  const holds = (root: Element) => {
    holder ??= root.parentElement;
    while (holder && !holder.contains(root)) holder = holder.parentElement;
  };

  for (const key of marked) {
    const anchor = anchorOf(key);
    if (!anchor) continue;
    const { root, label, control } = anchor;
    holds(root);
    const corner = origin();
    const here = (rect: Rect) => moved(rect, corner);
    const element = control ?? root;
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    const lines = label ? linesOf(label, control).map(here) : [];
    const page: Rect = {
      left: -corner.left,
      top: 0,
      right: document.documentElement.clientWidth - corner.left,
      bottom: Number.POSITIVE_INFINITY,
    };
    const clip = clipOf(root.parentElement, here, clips);
    const field = { element, control: here(box), label: lines, bounds: clip ? shared(page, clip) : page };
    found.fields.set(key, field);
    found.taken.push(field.control, ...lines);
    for (const rect of [field.control, ...lines]) near.add(grown(rect, REACH));
    yield 'more';
  }
  for (const key of others) {
    const anchor = anchorOf(key);
    if (!anchor) continue;
    const { root, label, control } = anchor;
    holds(root);
    const corner = origin();
    const here = (rect: Rect) => moved(rect, corner);
    const box = here((control ?? root).getBoundingClientRect());
    if (box.right > box.left && box.bottom > box.top && near.hits(box)) found.taken.push(box);
    // Words are dear to measure, and only those beside a marked field can be in a mark's way.
    if (label && near.hits(here(label.getBoundingClientRect())))
      found.taken.push(...linesOf(label, control).map(here));
    yield 'more';
  }
  found.holder = holder ?? document.body;
  for (const element of touchables(found.holder)) {
    const box = moved(element.getBoundingClientRect(), origin());
    found.obstacles.push({ element, box });
    if (box.right - box.left > 1 && box.bottom - box.top > 1 && near.hits(box)) found.taken.push(box);
    yield 'more';
  }
  return found;
}

/** A box of the window in the coordinates of a layer whose corner is at `origin`. */
export function moved(rect: Rect, origin: { left: number; top: number }): Rect {
  return {
    left: rect.left - origin.left,
    top: rect.top - origin.top,
    right: rect.right - origin.left,
    bottom: rect.bottom - origin.top,
  };
}

function grown({ left, top, right, bottom }: Rect, by: number): Rect {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

/** The boxes of the lines of a label's text; its element is often as wide as the page. */
function linesOf(label: Element, control: Element | null): Rect[] {
  const lines: Rect[] = [];
  const range = document.createRange();
  const walk = document.createTreeWalker(label, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (!node.textContent?.trim() || control?.contains(node)) continue;
    range.selectNodeContents(node);
    // Text for screen readers alone is a dot of one pixel.
    for (const rect of range.getClientRects()) if (rect.width > 1 && rect.height > 1) lines.push(rect);
  }
  return lines;
}

/** The part of the layer in which the content of a box can be seen; null where nothing inside the page cuts it. */
function clipOf(
  element: Element | null,
  here: (rect: Rect) => Rect,
  known: Map<Element, Rect | null>,
): Rect | null {
  if (!element || element === document.body || element === document.documentElement) return null;
  const before = known.get(element);
  if (before !== undefined) return before;
  const outer = clipOf(element.parentElement, here, known);
  const { overflowX, overflowY } = getComputedStyle(element);
  let clip = outer;
  if (overflowX !== 'visible' || overflowY !== 'visible') {
    const box = here(element.getBoundingClientRect());
    clip = outer ? shared(outer, box) : box;
  }
  known.set(element, clip);
  return clip;
}
