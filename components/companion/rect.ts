/** A box in CSS px; a DOMRect is one. */
export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
export interface Size {
  width: number;
  height: number;
}
export interface Point {
  x: number;
  y: number;
}

/** The box of a size set down at a point. */
export function rectAt({ x, y }: Point, { width, height }: Size): Rect {
  return { left: x, top: y, right: x + width, bottom: y + height };
}

/** Whether two boxes share any area; boxes that only touch do not. */
export function overlaps(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Whether `inner` lies wholly in `outer`. */
export function within(inner: Rect, outer: Rect): boolean {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  );
}

/** The part that two boxes share; of no or negative size where they share none. */
export function shared(a: Rect, b: Rect): Rect {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

/** Boxes that nobody could tell apart. */
export function alike(a: Rect, b: Rect): boolean {
  return (
    Math.abs(a.left - b.left) < 0.5 &&
    Math.abs(a.top - b.top) < 0.5 &&
    Math.abs(a.right - b.right) < 0.5 &&
    Math.abs(a.bottom - b.bottom) < 0.5
  );
}

/** Boxes sorted into horizontal bands, so that a long form asks each mark only about its neighbours. */
export class Bands {
  private readonly bands = new Map<number, Rect[]>();
  private static readonly HEIGHT = 128;

  add(rect: Rect): void {
    for (const band of bandsOf(rect, Bands.HEIGHT)) {
      const list = this.bands.get(band);
      if (list) list.push(rect);
      else this.bands.set(band, [rect]);
    }
  }

  /** Whether a box overlaps any that was added. */
  hits(rect: Rect): boolean {
    return bandsOf(rect, Bands.HEIGHT).some((band) =>
      this.bands.get(band)?.some((other) => overlaps(rect, other)),
    );
  }
}

function bandsOf(rect: Rect, height: number): number[] {
  const first = Math.floor(rect.top / height);
  const last = Math.floor(rect.bottom / height);
  return Array.from({ length: Math.max(0, last - first) + 1 }, (_, i) => first + i);
}
