import { describe, expect, it } from 'vitest';
import { DOCK } from '../../components/companion/Panel.tsx';
import {
  clearPlace,
  cornersOf,
  MARK,
  type MarkedField,
  placeMarks,
  placePanel,
  placeTip,
  raisedOver,
} from '../../components/companion/place.ts';
import { overlaps, type Rect, rectAt, within } from '../../components/companion/rect.ts';
import { homeOf } from '../../entrypoints/companion/models.ts';
import { parseSettings } from '../../lib/storage/settings.ts';

const box = (left: number, top: number, width: number, height: number): Rect => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const PAGE: Rect = { left: 0, top: 0, right: 1280, bottom: Number.POSITIVE_INFINITY };
const SIZE = { width: MARK, height: MARK };
const field = (more: Partial<MarkedField> = {}): MarkedField => ({
  control: box(100, 130, 400, 48),
  label: [box(100, 100, 120, 24)],
  bounds: PAGE,
  ...more,
});
const place = (one: MarkedField, taken: Rect[] = []) => placeMarks([one], taken)[0] ?? null;

describe('the place of a mark', () => {
  it('is after the last line of the label', () => {
    expect(place(field())).toEqual({ x: 224, y: 102 });
    const two = field({ label: [box(100, 60, 400, 24), box(100, 84, 50, 24)] });
    expect(place(two)).toEqual({ x: 154, y: 86 });
  });

  it('goes to the right of the box where the words reach the edge', () => {
    const wide = field({ label: [box(100, 100, 1170, 24)] });
    expect(place(wide)).toEqual({ x: 504, y: 144 });
  });

  it('goes to the left where the right is taken, then above', () => {
    const narrow = { ...PAGE, right: 505 };
    const one = field({ label: [], bounds: narrow });
    expect(place(one)?.x).toBe(76);
    expect(place(field({ control: box(4, 130, 496, 48), label: [], bounds: narrow }))).toEqual({
      x: 480,
      y: 109,
    });
  });

  it('finds room beside a label that lies inside its own box', () => {
    const at = place(field({ label: [box(110, 132, 80, 14)] }));
    expect(at && overlaps(rectAt(at, SIZE), box(100, 130, 400, 48))).toBe(false);
  });

  it('is nowhere when nothing is free', () => {
    expect(place(field(), [box(0, 0, 1280, 400)])).toBeNull();
    expect(place(field({ bounds: box(0, 300, 1280, 300) }))).toBeNull();
  });

  it('stands at the first line of a tall group', () => {
    expect(place(field({ control: box(100, 130, 400, 300), label: [] }))?.y).toBe(150);
  });

  it('covers no control, no words and no other mark on crowded forms of any width', () => {
    // A small generator with a fixed seed: the same forms every time.
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    for (let form = 0; form < 200; form++) {
      const width = 320 + random(1000);
      const bounds = { ...PAGE, right: width };
      const columns = 1 + random(3);
      const column = width / columns;
      const fields = Array.from({ length: 30 }, (_, i): MarkedField => {
        const left = (i % columns) * column + random(20);
        const top = Math.floor(i / columns) * 80 + 10;
        const control = box(left, top + 24, Math.min(60 + random(300), column - 20), 30);
        return { control, label: random(5) ? [box(left, top, 20 + random(column), 20)] : [], bounds };
      });
      const marks = placeMarks(fields, []).flatMap((at) => (at ? [rectAt(at, SIZE)] : []));
      const kept = fields.flatMap(({ control, label }) => [control, ...label]);
      for (const [i, mark] of marks.entries()) {
        expect(within(mark, bounds)).toBe(true);
        expect([...kept, ...marks.slice(0, i)].some((rect) => overlaps(mark, rect))).toBe(false);
      }
    }
  });
});

describe('the place of a tip', () => {
  const viewport = box(0, 0, 800, 600);
  const tip = { width: 300, height: 120 };
  const put = (question: Rect, panel: Rect | null = null) =>
    placeTip({ tip, question, mark: { x: question.left, y: question.top }, viewport, panel });

  it('is below the question, or above it near the lower edge', () => {
    expect(put(box(50, 100, 400, 80))).toEqual({ x: 50, y: 184 });
    expect(put(box(50, 480, 400, 80))).toEqual({ x: 50, y: 356 });
  });

  it('stays within the width of the window', () => {
    expect(put(box(700, 100, 90, 80)).x).toBe(496);
  });

  it('goes beside a question as tall as the window, and off its end rather than over it', () => {
    expect(put(box(0, 0, 400, 600)).x).toBe(404);
    expect(put(box(0, 0, 800, 600)).y).toBe(604);
  });

  it('stays clear of the panel where it can', () => {
    expect(put(box(50, 300, 400, 80), box(0, 380, 400, 220)).y).toBe(176);
  });

  it('begins beside a panel that its mark lies under', () => {
    expect(put(box(150, 300, 640, 80), box(0, 0, 310, 600))).toEqual({ x: 314, y: 384 });
    expect(put(box(150, 500, 640, 80), box(0, 0, 310, 600))).toEqual({ x: 314, y: 376 });
    expect(put(box(150, 300, 640, 80), box(400, 0, 400, 600))).toEqual({ x: 96, y: 384 });
    expect(put(box(150, 60, 640, 500), box(0, 0, 310, 600))).toEqual({ x: 314, y: 564 });
  });
});

describe('the place of the panel', () => {
  it('keeps its distance from the corner but never leaves the window', () => {
    const size = { width: 300, height: 200 };
    const viewport = { width: 1000, height: 700 };
    expect(placePanel({ right: 16, bottom: 16 }, size, viewport)).toEqual({ x: 684, y: 484 });
    expect(placePanel({ right: 2000, bottom: -50 }, size, viewport)).toEqual({ x: 4, y: 496 });
    expect(placePanel({ right: 16, bottom: 650 }, size, viewport)).toEqual({ x: 684, y: 4 });
    expect(placePanel({ right: 0, bottom: 0 }, size, { width: 200, height: 100 })).toEqual({ x: 4, y: 4 });
  });

  it('is the smallest step over a button that it would lie on, or else a corner that is free', () => {
    const panel = { width: 300, height: 400 };
    const viewport = { width: 1000, height: 700 };
    const home = { right: 16, bottom: 16 };
    const bubble = box(940, 640, 40, 40);
    const raised = raisedOver(home, [bubble], panel, viewport);
    expect(raised).toEqual([{ right: 16, bottom: 64 }]);
    const choices = [home, ...raised, ...cornersOf(viewport)];
    expect(clearPlace(choices, [bubble], panel, viewport)).toEqual(raised[0]);
    expect(clearPlace(choices, [bubble, box(900, 300, 60, 30)], panel, viewport)).toEqual({
      right: 1000,
      bottom: 8,
    });
    expect(clearPlace(choices, [box(0, 0, 1000, 700)], panel, viewport)).toBeNull();
  });
});

describe('where the panel belongs', () => {
  const put = (collapsed: boolean) => parseSettings({ companion: { collapsed, right: 700, bottom: 300 } });
  const wide = { width: 1280, height: 720 };
  const narrow = { width: 360, height: 640 };

  it('is where it was put, but along the bottom of a narrow window', () => {
    expect(homeOf(put(false), wide)).toMatchObject({ right: 700, bottom: 300 });
    expect(homeOf(put(false), narrow)).toEqual(DOCK);
    expect(homeOf(put(true), narrow)).toMatchObject({ right: 700, bottom: 300 });
  });
});
