import { MARK, placeMarks } from '../../components/companion/place.ts';
import { alike, overlaps, type Point, type Rect, rectAt, within } from '../../components/companion/rect.ts';
import type { FieldFacts } from '../../lib/fields/index.ts';
import type { Bus } from '../../lib/messages/index.ts';
import { levelOf } from './level.ts';
import { type Measured, measure, moved, touchables } from './measure.ts';
import type { Flagged } from './models.ts';
import { makeSlices, type Step, whenIdle, whenQuiet } from './pace.ts';

/** Marks are placed once the page has been still for so long, and at the latest so long after its first change. */
const STILL_MS = 300;
const LATEST_MS = 2_500;
/** So many marks appear in one go: drawing a mark costs the page more than placing it. */
const AT_ONCE = 8;
const SIZE = { width: MARK, height: MARK };

/** A mark with its place, as found together with the box of its field's control. */
interface Placed {
  control: Element;
  box: Rect;
  at: Point | null;
  bounds: Rect;
}

/** Where the marks are; in the layer's coordinates. */
export interface Places {
  /** The fields to be marked, and all fields, in page order. */
  want(flagged: readonly Flagged[], all: readonly FieldFacts[]): void;
  /** Things have moved: marks follow their fields now, and are placed anew when the page is still. */
  follow(): void;
  /** Something happened that may have moved things: look, in an idle moment, whether it did. */
  check(): void;
  /** The page has another size: besides, all marks are placed anew when it is still. */
  resized(): void;
  /** Whether any of the marked fields stands in an element. */
  within(element: Node): boolean;
  at(key: string): Point | null;
  /** The height of the layer in the page's stacking. */
  readonly level: number;
}

/**
 * Keeps the places of the marks; `changed` is called after some of them did, and work of later is done `safely`.
 * Ends with the signal.
 */
export function makePlaces(
  bus: Bus,
  host: Element,
  changed: () => void,
  safely: (work: () => void) => () => void,
  signal: AbortSignal,
): Places {
  let wanted: readonly string[] = [];
  let fields: readonly FieldFacts[] = [];
  let placed = new Map<string, Placed>();
  /** Marks that have a place and wait for their turn to appear. */
  let held = new Set<string>();
  let measured: Measured | null = null;
  let level = 0;
  const slices = makeSlices(safely, signal);
  const still = whenQuiet(() => slices.start(place()), STILL_MS, LATEST_MS, signal);
  const check = whenIdle(safely(look), signal);
  const origin = onePerTask(() => host.getBoundingClientRect());

  function* place(): Generator<Step> {
    if (wanted.length === 0) return;
    const marked = new Set(wanted);
    const others = fields.flatMap(({ key, visible }) => (visible && !marked.has(key) ? [key] : []));
    const found = yield* measure(wanted, others, bus.anchor, origin);
    const points = placeMarks([...found.fields.values()], found.taken);
    const all = [...found.fields].map(([key, { element, control, bounds }], i): [string, Placed] => [
      key,
      { control: element, box: control, at: points[i] ?? null, bounds },
    ]);
    measured = found;
    const [first] = found.fields.keys();
    level = levelOf(first === undefined ? null : (bus.anchor(first)?.root ?? null));
    yield 'more';
    // Those that are shown move all at once; of new ones only so many appear in one go.
    const fresh = all.map(([key]) => key).filter((key) => !placed.get(key)?.at || held.has(key));
    placed = new Map(all);
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
    const corner = origin();
    for (const [key, one] of placed) {
      const control = one.control.isConnected ? one.control : controlOf(key);
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
      any = true;
    }
    return any;
  }

  function controlOf(key: string): Element | null {
    const anchor = bus.anchor(key);
    return anchor && (anchor.control ?? anchor.root);
  }

  function follow(): void {
    if (!shift()) return;
    still.ask();
    changed();
  }

  /** Whether a control or button of the form came, went, or moved since the marks were placed. */
  function isStale({ obstacles, holder }: Measured): boolean {
    if (!holder.isConnected || touchables(holder).length !== obstacles.length) return true;
    const corner = origin();
    return obstacles.some(({ element, box }) => !alike(moved(element.getBoundingClientRect(), corner), box));
  }

  function look(): void {
    if (wanted.length === 0) return;
    follow();
    if (!still.pending() && !slices.busy() && measured && isStale(measured)) still.ask();
  }

  return {
    want(flagged, all) {
      fields = all;
      const keys = flagged.map(({ field }) => field.key);
      if (keys.join() === wanted.join()) return;
      wanted = keys;
      if (keys.length > 0) return still.ask();
      placed.clear();
      measured = null;
    },
    follow,
    check,
    resized() {
      check();
      if (wanted.length > 0) still.ask();
    },
    within: (element) => [...placed.values()].some(({ control }) => element.contains(control)),
    at(key) {
      const one = placed.get(key);
      if (!one?.at || held.has(key)) return null;
      const mark = rectAt(one.at, SIZE);
      // A field that grew under its mark, or was scrolled out of its box, shows none until it is placed anew.
      return within(mark, one.bounds) && !overlaps(mark, one.box) ? one.at : null;
    },
    get level() {
      return level;
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
