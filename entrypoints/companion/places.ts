import type { MarkPlace } from '../../components/companion/model.ts';
import { MARK, placeMarks } from '../../components/companion/place.ts';
import { alike, overlaps, type Point, type Rect, rectAt, within } from '../../components/companion/rect.ts';
import { viewportNow } from '../../components/companion/viewport.ts';
import type { FieldFacts } from '../../lib/fields/index.ts';
import type { Bus } from '../../lib/messages/index.ts';
import { type Measured, measure, movables, moved, reachOf, type View } from './measure.ts';
import type { Flagged } from './models.ts';
import { makeNear, type Near } from './near.ts';
import { inOrder } from './order.ts';
import { makeSlices, type Step, whenIdle, whenQuiet } from './pace.ts';

/** Marks are placed anew once the page has been still for so long, and at the latest so long after its first change. */
const STILL_MS = 300;
const LATEST_MS = 2_500;
/** Scrolled by so much of a screen, other fields are near. */
const DRIFT = 1 / 3;
/** So many marks appear in one go: drawing a mark costs the page more than placing it. */
const AT_ONCE = 8;
const SIZE = { width: MARK, height: MARK };

/** A mark with its place, as found together with the box of its field's control. */
interface Placed {
  control: Element;
  box: Rect;
  at: Point | null;
  level: number;
  bounds: Rect;
  /** How far it has gone since, px. */
  gone: number;
}

/** Where the marks of the fields near the window are; in the layer's coordinates. */
export interface Places {
  /** The fields to be marked, and all fields. */
  want(flagged: readonly Flagged[], all: readonly FieldFacts[]): void;
  /** The page was scrolled: other fields may be near now. */
  scrolled(): void;
  /** Things have moved: marks follow their fields now, and are placed anew when the page is still. */
  follow(): void;
  /** Something happened that may have moved things: look, in an idle moment, whether it did. */
  check(): void;
  /** The page has another size: besides, all marks are placed anew when it is still. */
  resized(): void;
  /** A box in the page was scrolled. Returns whether any of the fields stands in it: what is shown has to follow. */
  scrolledIn(box: Node): boolean;
  /** The fields near the window, in page order: a place was looked for for those that are to be marked. */
  near(): readonly string[];
  at(key: string): MarkPlace | null;
}

/**
 * Keeps the places of the marks near the window: what lies farther off is neither measured nor drawn, however long the
 * form is. The mark of the field that is `kept`, by the focus or an open tip, stays. `changed` is called after some of
 * them did change, and work of later is done `safely`. Ends with the signal.
 */
export function makePlaces(
  bus: Bus,
  host: Element,
  kept: () => string | null,
  changed: () => void,
  safely: (work: () => void) => () => void,
  signal: AbortSignal,
): Places {
  let marked: ReadonlySet<string> = new Set();
  let fields: readonly FieldFacts[] = [];
  let placed = new Map<string, Placed>();
  /** Marks that have a place and wait for their turn to appear. */
  let held = new Set<string>();
  let near: Near | null = null;
  let measured: Measured | null = null;
  /** Where the layer's corner was when the fields near the window were last looked for. */
  let lookedAt = 0;
  const slices = makeSlices(safely, signal);
  const checks = makeSlices(safely, signal);
  const still = whenQuiet(() => slices.start(place()), STILL_MS, LATEST_MS, signal);
  const check = whenIdle(safely(look), signal);
  const view = onePerTask((): View => {
    const { left, top } = host.getBoundingClientRect();
    return { left, top, ...viewportNow() };
  });
  const find = makeNear(bus.anchor);

  function* place(): Generator<Step> {
    // Whoever scrolls on meanwhile has other fields near at the end.
    do {
      if (marked.size === 0) return;
      lookedAt = view().top;
      const keys = inOrder(fields).flatMap(({ key, visible }) => (visible ? [key] : []));
      const found = yield* find(keys, () => reachOf(view()), kept());
      measured = yield* measure(marked, found, bus.anchor, view);
      near = found;
      yield* show(measured);
    } while (hasDrifted());
  }

  function* show(found: Measured): Generator<Step> {
    const points = placeMarks([...found.fields.values()], found.taken);
    const all = [...found.fields].map(([key, { element, control, bounds, level }], i): [string, Placed] => [
      key,
      { control: element, box: control, at: points[i] ?? null, level, bounds, gone: 0 },
    ]);
    yield 'more';
    // Those that are shown move all at once; of new ones only so many appear in one go, those in sight first.
    const fresh = all.map(([key]) => key).filter((key) => !placed.get(key)?.at || held.has(key));
    placed = new Map(all);
    const { top, height } = view();
    const off = (key: string) => Math.abs((placed.get(key)?.box.top ?? 0) + top - height / 2);
    fresh.sort((one, other) => off(one) - off(other));
    held = new Set(fresh);
    // What was measured some slices ago may have moved meanwhile.
    shift();
    do {
      for (const key of fresh.splice(0, AT_ONCE)) held.delete(key);
      changed();
      yield 'enough';
    } while (fresh.length > 0);
  }

  /** Moves every mark by as much as its field has moved. Returns whether any did. */
  function shift(): boolean {
    let any = false;
    const corner = view();
    for (const [key, one] of placed) {
      const control = one.control.isConnected ? one.control : elementOf(key);
      if (!control) {
        placed.delete(key);
        any = true;
        continue;
      }
      one.control = control;
      const box = moved(control.getBoundingClientRect(), corner);
      if (alike(box, one.box)) continue;
      const [x, y] = [box.left - one.box.left, box.top - one.box.top];
      one.at &&= { x: one.at.x + x, y: one.at.y + y };
      one.box = box;
      one.gone += y;
      any = true;
    }
    return any;
  }

  function elementOf(key: string): Element | null {
    const anchor = bus.anchor(key);
    return anchor && (anchor.control ?? anchor.root);
  }

  /** Whether the page, or a box in it, was scrolled so far that other fields are near. */
  function hasDrifted(): boolean {
    const { top, height } = view();
    const isFar = (by: number) => Math.abs(by) > height * DRIFT;
    return isFar(top - lookedAt) || [...placed.values()].some(({ gone }) => isFar(gone));
  }

  /** Draws the marks where their fields are now, and has them placed anew where any has moved. */
  function catchUp(): void {
    if (!shift()) return;
    still.ask();
    changed();
  }

  /** Has other fields marked where others are near now. */
  function goOn(): void {
    if (!slices.busy() && hasDrifted()) slices.start(place());
  }

  /** Has marks placed anew where the form, or a control or button near, came, went, or moved since they were placed. */
  function* compare({ obstacles }: Measured, where: Near): Generator<Step> {
    let known = 0;
    // Of a form that has grown not all is gone through: the first difference is enough.
    for (const element of movables(where)) {
      if (still.pending() || slices.busy()) return;
      const before = obstacles[known++];
      const stands = before?.element === element;
      if (!stands || !alike(moved(element.getBoundingClientRect(), view()), before.box)) return still.ask();
      yield 'more';
    }
    if (known !== obstacles.length) still.ask();
  }

  function look(): void {
    if (marked.size === 0) return;
    catchUp();
    if (!still.pending() && !slices.busy() && near && measured) checks.start(compare(measured, near));
  }

  return {
    want(flagged, all) {
      fields = all;
      if (flagged.length === marked.size && flagged.every(({ field }) => marked.has(field.key))) return;
      marked = new Set(flagged.map(({ field }) => field.key));
      if (marked.size > 0) return still.ask();
      placed.clear();
      near = measured = null;
    },
    scrolled() {
      if (marked.size === 0) return;
      // The layer goes with the page; what sticks to the window does not.
      if (measured?.sticks) catchUp();
      goOn();
    },
    scrolledIn(box) {
      const any = near?.roots.some((root) => box.contains(root)) ?? false;
      // It may have scrolled a field near that has no mark yet.
      if (any && marked.size > 0) still.ask();
      return any;
    },
    follow() {
      if (marked.size === 0) return;
      catchUp();
      goOn();
    },
    check,
    resized() {
      check();
      if (marked.size > 0) still.ask();
    },
    near: () => near?.keys ?? [],
    at(key) {
      const one = placed.get(key);
      if (!one?.at || held.has(key)) return null;
      const mark = rectAt(one.at, SIZE);
      // A field that grew under its mark, or was scrolled out of its box, shows none until it is placed anew.
      return within(mark, one.bounds) && !overlaps(mark, one.box) ? { ...one.at, level: one.level } : null;
    },
  };
}

/** What is read holds until the task ends: nothing of the page runs meanwhile. */
function onePerTask<T>(read: () => T): () => T {
  let held: T | undefined;
  return () => {
    if (held === undefined) {
      held = read();
      queueMicrotask(() => {
        held = undefined;
      });
    }
    return held;
  };
}
