import { MARK, type MarkedField } from '../../components/companion/place.ts';
import { Bands, type Rect, shared } from '../../components/companion/rect.ts';
import type { FieldAnchor } from '../../lib/messages/index.ts';
import { levelOf } from './level.ts';
import type { Near, Part } from './near.ts';
import type { Step } from './pace.ts';
import { parentOf } from './tree.ts';

/** One box of the page that must stay uncovered, and whose it is. */
export interface Obstacle {
  element: Element;
  box: Rect;
}

/** A field to be marked, and the height in the page's stacking that its mark has to lie at. */
export interface MeasuredField extends MarkedField {
  element: Element;
  level: number;
}

/** What is read of the page for one round of placing; in the layer's coordinates. */
export interface Measured {
  /** By field key, for the fields to be marked that stand near the window. */
  fields: Map<string, MeasuredField>;
  /** Everything else near them that must stay uncovered. */
  taken: Rect[];
  /** The form, then its controls and buttons near the window: where one of them moves, the round has to be repeated. */
  obstacles: Obstacle[];
  /** One of the fields may stay where it is while the page is scrolled. */
  sticks: boolean;
}

/** The layer's own corner in the window, and the window's size. */
export interface View {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What a person presses that may stand among the fields without being one; a picture may open a calendar. */
const TOUCHABLE =
  'input, select, textarea, button, summary, iframe, img, a[href], ' +
  '[role=button], [role=link], [role=combobox], [role=switch], [role=checkbox], [role=radio]';

/** A mark lies at most this far from the field it belongs to. */
const REACH = 2 * MARK;

/** What is near the window: a screen above and below it, so that marks are there before their fields are seen. */
export function reachOf({ width, height }: View): Rect {
  return { left: 0, top: -height, right: width, bottom: 2 * height };
}

/** What a layout may move: the form itself, and the controls and buttons in the parts of it that are near. */
export function* movables({ holder, parts }: Pick<Near, 'holder' | 'parts'>): Generator<Element> {
  yield holder;
  for (const part of parts) yield* touchables(holder, part);
}

function* touchables(holder: Element, { after, before }: Part): Generator<Element> {
  const walk = document.createTreeWalker(holder, NodeFilter.SHOW_ELEMENT);
  // What has left the page meanwhile is no place to begin at.
  if (after && holder.contains(after)) walk.currentNode = after;
  for (let node = walk.nextNode(); node && node !== before; node = walk.nextNode())
    if (node instanceof Element && node.matches(TOUCHABLE)) yield node;
}

/**
 * Reads where the near ones of the fields, their words and controls are, a step per element. Only reads, so one layout
 * serves many steps; the page may be scrolled between two of them, so each takes the layer's corner anew.
 */
export function* measure(
  marked: ReadonlySet<string>,
  near: Near,
  anchorOf: (key: string) => FieldAnchor | null,
  view: () => View,
): Generator<Step, Measured> {
  const cuts = new Map<Element, Cut>();
  const levels = new Map<Element, number | null>();
  const found: Measured = { fields: new Map(), taken: [], obstacles: [], sticks: false };
  const close = new Bands();
  const others: FieldAnchor[] = [];

  for (const key of near.keys) {
    const anchor = anchorOf(key);
    if (!anchor) continue;
    const { root, label, control } = anchor;
    const corner = view();
    const here = (rect: Rect) => moved(rect, corner);
    const element = control ?? root;
    const box = element.getBoundingClientRect();
    const { top, bottom } = reachOf(corner);
    const isFar = key !== near.kept && (box.bottom < top || box.top > bottom);
    if (!marked.has(key) || isFar) others.push(anchor);
    else if (box.width > 0 && box.height > 0) {
      const lines = label ? linesOf(label, control).map(here) : [];
      const { clip, sticks } = cutOf(parentOf(root), here, cuts);
      // The page is at least as wide as what stands on it; what sticks to the window may wait outside of it.
      const right = (sticks ? corner.width : Math.max(corner.width, box.right)) - corner.left;
      const page: Rect = { left: 0, top: 0, right, bottom: Number.POSITIVE_INFINITY };
      const field: MeasuredField = {
        element,
        control: here(box),
        label: lines,
        bounds: clip ? shared(page, clip) : page,
        level: levelOf(root, levels),
      };
      found.fields.set(key, field);
      found.sticks ||= sticks;
      for (const rect of [field.control, ...lines]) close.add(grown(rect, REACH));
    }
    yield 'more';
  }
  for (const { root, label, control } of others) {
    const corner = view();
    const here = (rect: Rect) => moved(rect, corner);
    const box = here((control ?? root).getBoundingClientRect());
    if (box.right > box.left && box.bottom > box.top && close.hits(box)) found.taken.push(box);
    // Words are dear to measure, and only those beside a marked field can be in a mark's way.
    if (label && close.hits(here(label.getBoundingClientRect())))
      found.taken.push(...linesOf(label, control).map(here));
    yield 'more';
  }
  for (const element of movables(near)) {
    const box = moved(element.getBoundingClientRect(), view());
    found.obstacles.push({ element, box });
    const isBox = element !== near.holder && box.right - box.left > 1 && box.bottom - box.top > 1;
    if (isBox && close.hits(box)) found.taken.push(box);
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

/** The boxes of a label's lines, and of what follows it in the last of them: a star, a short hint. */
function linesOf(label: Element, control: Element | null): Rect[] {
  const lines = textIn(label, control);
  const isBefore = control && label.compareDocumentPosition(control) === Node.DOCUMENT_POSITION_FOLLOWING;
  for (let next = isBefore && label.nextSibling; next && !isOfOthers(next); next = next.nextSibling)
    for (const it of textIn(next, control)) if (isBehind(it, lines.at(-1))) lines.push(it);
  return lines;
}

/** Whether a control, or the words of another, begin there. */
function isOfOthers(node: Node): boolean {
  const what = `${TOUCHABLE}, label, th`;
  return node instanceof Element && (node.matches(what) || node.querySelector(what) !== null);
}

/** Whether it stands in that line, so near to its end that a mark there would cover it. */
function isBehind(it: Rect, line: Rect | undefined): boolean {
  if (!line || it.bottom <= line.top || it.top >= line.bottom) return false;
  return it.left >= line.left && it.left < line.right + REACH;
}

/** The boxes of the lines of text; the element that holds it is often as wide as the page. */
function textIn(whole: Node, control: Element | null): Rect[] {
  const lines: Rect[] = [];
  const range = document.createRange();
  const walk = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
  for (let node: Node | null = walk.currentNode; node; node = walk.nextNode()) {
    if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim() || control?.contains(node)) continue;
    range.selectNodeContents(node);
    // Text for screen readers alone is a dot of one pixel.
    for (const rect of range.getClientRects()) if (rect.width > 1 && rect.height > 1) lines.push(rect);
  }
  return lines;
}

/** What the boxes around a field do to it. */
interface Cut {
  /** The part of the layer in which it can be seen; null where nothing inside the page cuts it. */
  clip: Rect | null;
  /** It is fixed to the window, or may stick to its edge, when the page is scrolled. */
  sticks: boolean;
}

const UNCUT: Cut = { clip: null, sticks: false };

/** What an element and those around it do to what stands in it. */
function cutOf(element: Element | null, here: (rect: Rect) => Rect, known: Map<Element, Cut>): Cut {
  if (!element || element === document.body || element === document.documentElement) return UNCUT;
  const before = known.get(element);
  if (before) return before;
  const { position, overflowX, overflowY } = getComputedStyle(element);
  const isFixed = position === 'fixed';
  // What is fixed to the window is not cut by what it stands in.
  const outer = isFixed ? UNCUT : cutOf(parentOf(element), here, known);
  let { clip } = outer;
  if (overflowX !== 'visible' || overflowY !== 'visible') {
    const box = here(element.getBoundingClientRect());
    clip = clip ? shared(clip, box) : box;
  }
  const cut = { clip, sticks: outer.sticks || isFixed || position === 'sticky' };
  known.set(element, cut);
  return cut;
}
