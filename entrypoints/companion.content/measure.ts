import type { MarkedField } from '../../components/companion/place.ts';
import { type Rect, shared } from '../../components/companion/rect.ts';
import type { FieldAnchor } from '../../lib/messages/index.ts';

/** What is read of the page for one round of placing; in the layer's coordinates. */
export interface Measured {
  /** By field key, for the fields asked about. */
  fields: Map<string, MarkedField>;
  /** Everything that must stay uncovered. */
  taken: Rect[];
}

/** Controls of the page that may stand among the fields without being one. */
const TOUCHABLE =
  'input, select, textarea, button, a[href], [role="button"], [role="combobox"], [role="switch"]';

/**
 * Reads where fields, words and controls are. Only reads, so one layout serves all of it.
 * `anchors` are all visible fields, `marked` the keys of those to be placed, `origin` the layer's own corner.
 */
export function measure(
  anchors: ReadonlyMap<string, FieldAnchor>,
  marked: ReadonlySet<string>,
  origin: { left: number; top: number },
): Measured {
  const here = (rect: Rect) => moved(rect, origin);
  const page: Rect = {
    left: -origin.left,
    top: 0,
    right: document.documentElement.clientWidth - origin.left,
    bottom: Number.POSITIVE_INFINITY,
  };
  const clips = new Map<Element, Rect | null>();
  const fields = new Map<string, MarkedField>();
  const taken: Rect[] = [];
  for (const [key, { root, label, control }] of anchors) {
    const box = (control ?? root).getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    const lines = label ? linesOf(label, control).map(here) : [];
    taken.push(here(box), ...lines);
    if (!marked.has(key)) continue;
    const clip = clipOf(root.parentElement, clips);
    const bounds = clip ? shared(page, here(clip)) : page;
    fields.set(key, { control: here(box), label: lines, bounds });
  }
  for (const touchable of around(anchors)?.querySelectorAll(TOUCHABLE) ?? []) {
    const box = touchable.getBoundingClientRect();
    if (box.width > 1 && box.height > 1) taken.push(here(box));
  }
  return { fields, taken };
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

/** The part of the window in which the content of a box can be seen; null where nothing inside the page cuts it. */
function clipOf(element: Element | null, known: Map<Element, Rect | null>): Rect | null {
  if (!element || element === document.body || element === document.documentElement) return null;
  const before = known.get(element);
  if (before !== undefined) return before;
  const outer = clipOf(element.parentElement, known);
  const { overflowX, overflowY } = getComputedStyle(element);
  let clip = outer;
  if (overflowX !== 'visible' || overflowY !== 'visible') {
    const box = element.getBoundingClientRect();
    clip = outer ? shared(outer, box) : box;
  }
  known.set(element, clip);
  return clip;
}

/** The nearest element that holds all of the questions. */
function around(anchors: ReadonlyMap<string, FieldAnchor>): Element | null {
  let holder: Element | null = null;
  for (const { root } of anchors.values()) {
    holder ??= root.parentElement;
    while (holder && !holder.contains(root)) holder = holder.parentElement;
  }
  return holder;
}
