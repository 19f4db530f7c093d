import { Bands, overlaps, type Point, type Rect, rectAt, type Size, within } from './rect.ts';

/** What a mark is placed by. All boxes in one system of coordinates. */
export interface MarkedField {
  /** The box a person acts on. */
  control: Rect;
  /** The lines of the label's text, in order; empty where there is no text. */
  label: readonly Rect[];
  /** Where the mark may lie: the width of the page, cut by the scrolling box that the field stands in. */
  bounds: Rect;
}

/** Width and height of a mark. */
export const MARK = 20;
const GAP = 4;
const SIZE: Size = { width: MARK, height: MARK };

/**
 * Where each field's mark goes; null where no place is free, and the mark is then only counted.
 * `taken` holds every other box that must stay uncovered: controls, buttons, text of labels, of all fields.
 */
export function placeMarks(fields: readonly MarkedField[], taken: readonly Rect[]): (Point | null)[] {
  const obstacles = new Bands();
  for (const rect of taken) obstacles.add(rect);
  for (const { control, label } of fields) for (const rect of [control, ...label]) obstacles.add(rect);
  return fields.map((field) => {
    const point = candidates(field).find((at) => {
      const mark = rectAt(at, SIZE);
      return within(mark, field.bounds) && !obstacles.hits(mark);
    });
    if (point) obstacles.add(rectAt(point, SIZE));
    return point ?? null;
  });
}

/** The places worth trying, the best first: beside the words, beside the box, above it, before the words. */
function candidates({ control, label }: MarkedField): Point[] {
  const first = label[0];
  const last = label.at(-1);
  const middle = (rect: Rect) => (rect.top + rect.bottom - MARK) / 2;
  // Beside a tall group the mark stands at its first line, where the eye begins.
  const beside = Math.min(middle(control), control.top + MARK);
  const above = control.top - MARK - 1;
  return [
    ...(last ? [{ x: last.right + GAP, y: middle(last) }] : []),
    { x: control.right + GAP, y: beside },
    { x: control.left - GAP - MARK, y: beside },
    { x: control.right - MARK, y: above },
    ...(first ? [{ x: first.left - GAP - MARK, y: middle(first) }] : []),
    { x: control.left, y: above },
  ];
}

/** What a tip is placed by. */
export interface TipPlace {
  tip: Size;
  /** The whole question it speaks of: never covered. */
  question: Rect;
  /** Where its mark is, if it has one: the tip starts there. */
  mark: Point | null;
  viewport: Rect;
  /** The panel: left free where there is a choice. */
  panel: Rect | null;
}

/**
 * Where a tip goes: below the question, above it, or beside it; within the window's width, and within its height as
 * long as that does not cover the question. Where its mark lies under the panel, it begins beside that.
 */
export function placeTip({ tip, question, mark, viewport, panel }: TipPlace): Point {
  const x = clamp(mark?.x ?? question.left, viewport.left + GAP, viewport.right - tip.width - GAP);
  const y = clamp(question.top, viewport.top + GAP, viewport.bottom - tip.height - GAP);
  const below = question.bottom + GAP;
  const above = question.top - GAP - tip.height;
  const xs = panel ? [x, panel.right + GAP, panel.left - GAP - tip.width] : [x];
  const choices = [
    ...xs.flatMap((left) => [
      { x: left, y: below },
      { x: left, y: above },
    ]),
    { x: question.right + GAP, y },
    { x: question.left - GAP - tip.width, y },
  ].filter((at) => within(rectAt(at, tip), viewport));
  const isClear = (at: Point) => !panel || !overlaps(rectAt(at, tip), panel);
  // What is below the window's edge can be scrolled to.
  const endless = { ...viewport, bottom: Number.POSITIVE_INFINITY };
  const under = xs.map((left) => ({ x: left, y: below })).filter((at) => within(rectAt(at, tip), endless));
  return choices.find(isClear) ?? choices[0] ?? under.find(isClear) ?? { x, y: below };
}

/** Where the panel is wanted: distances to the window's right and bottom edges, px. */
export interface Edges {
  right: number;
  bottom: number;
}

/** The window's corners as places of the panel; at the bottom its buttons stay put while it grows, so these first. */
export function cornersOf({ width, height }: Size): Edges[] {
  return [
    { right: 8, bottom: 8 },
    { right: width, bottom: 8 },
    { right: 8, bottom: height },
    { right: width, bottom: height },
  ];
}

/** Places above those of the boxes that the panel would lie on at `home`: the smallest step aside there is. */
export function raisedOver(home: Edges, boxes: readonly Rect[], panel: Size, viewport: Size): Edges[] {
  const box = rectAt(placePanel(home, panel, viewport), panel);
  return boxes
    .filter((it) => overlaps(box, it))
    .map(({ top }) => ({ right: home.right, bottom: viewport.height - top + GAP }))
    .sort((one, other) => one.bottom - other.bottom);
}

/** The first of the `choices` where the panel lies on none of the boxes; null where there is none. */
export function clearPlace(
  choices: readonly Edges[],
  boxes: readonly Rect[],
  panel: Size,
  viewport: Size,
): Edges | null {
  const isClear = (at: Edges) => {
    const box = rectAt(placePanel(at, panel, viewport), panel);
    return !boxes.some((it) => overlaps(box, it));
  };
  return choices.find(isClear) ?? null;
}

/** Where the panel's top left corner goes, kept in the window. */
export function placePanel(wanted: Edges, panel: Size, viewport: Size): Point {
  return {
    x: clamp(viewport.width - wanted.right - panel.width, GAP, viewport.width - panel.width - GAP),
    y: clamp(viewport.height - wanted.bottom - panel.height, GAP, viewport.height - panel.height - GAP),
  };
}

/** A value held between two, in whole px so that text stays sharp; where they cross, the lower one holds. */
function clamp(value: number, low: number, high: number): number {
  return Math.round(Math.max(low, Math.min(value, high)));
}
