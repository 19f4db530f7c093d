import type {
  LayerModel,
  MarkModel,
  PointModel,
  SpotModel,
  TipModel,
} from '../../components/companion/model.ts';
import { alike } from '../../components/companion/rect.ts';
import { viewportNow } from '../../components/companion/viewport.ts';
import type { Language } from '../../lib/i18n/index.ts';
import type { Bus } from '../../lib/messages/index.ts';
import { moved } from './measure.ts';
import type { Flagged } from './models.ts';
import type { Places } from './places.ts';

/** What the page's frame goes around. */
export interface Spot {
  key: string;
  element: Element;
}

/** Room that the arrow needs beside what it points at, px. */
const ARROW = 56;

/** Makes the layer's model: the same object, and the same object of each mark, as long as nothing in it changed. */
export function makeLayer(bus: Bus, host: Element, places: Places) {
  let made = new Map<string, MarkModel>();
  let last: LayerModel | null = null;
  let known: readonly Flagged[] = [];
  let byKey = new Map<string, Flagged>();

  /** Marks of what is near the window, in page order: far off nobody sees any, and there may be thousands. */
  function marksOf(flagged: readonly Flagged[]): MarkModel[] {
    if (flagged !== known) byKey = new Map(flagged.map((it) => [it.field.key, it]));
    known = flagged;
    const next = new Map<string, MarkModel>();
    for (const key of places.near()) {
      const it = byKey.get(key);
      if (!it) continue;
      const mark: MarkModel = { key, label: it.field.label, reason: it.reason, at: places.at(key) };
      const before = made.get(key);
      next.set(key, before && same(before, mark) ? before : mark);
    }
    made = next;
    return [...next.values()];
  }

  /** None before its field was measured: it begins at the mark. */
  function tipOf(mark: MarkModel | undefined): TipModel | null {
    const root = mark && bus.anchor(mark.key)?.root;
    if (!root) return null;
    const origin = host.getBoundingClientRect();
    const { width: right, height: bottom } = viewportNow();
    return {
      mark,
      question: moved(root.getBoundingClientRect(), origin),
      viewport: moved({ left: 0, top: 0, right, bottom }, origin),
    };
  }

  function spotOf(spot: Spot | null): SpotModel | null {
    if (!spot) return null;
    const box = moved(spot.element.getBoundingClientRect(), host.getBoundingClientRect());
    const before = last?.spot;
    return before?.key === spot.key && alike(before.box, box) ? before : { key: spot.key, box };
  }

  function pointOf(spot: Spot | null): PointModel | null {
    if (!spot) return null;
    const rect = spot.element.getBoundingClientRect();
    const box = moved(rect, host.getBoundingClientRect());
    const before = last?.point;
    if (before?.key === spot.key && alike(before.box, box)) return before;
    const beside = rect.left >= ARROW ? 'left' : viewportNow().width - rect.right >= ARROW ? 'right' : null;
    return { key: spot.key, box, side: beside ?? (rect.top >= ARROW ? 'above' : 'below') };
  }

  /** The layer with these fields marked; `openKey` is the field whose tip is open, `spot` what is to be framed. */
  return (
    flagged: readonly Flagged[],
    openKey: string | null,
    spot: Spot | null,
    pointed: Spot | null,
    language: Language,
  ): LayerModel => {
    const marks = marksOf(flagged);
    const tip = openKey === null ? null : tipOf(made.get(openKey));
    const framed = spotOf(spot);
    const point = pointOf(pointed);
    const unchanged =
      last !== null &&
      tip === null &&
      last.tip === null &&
      last.spot === framed &&
      last.point === point &&
      last.language === language &&
      last.marks.length === marks.length &&
      last.marks.every((mark, i) => mark === marks[i]);
    if (!unchanged || !last) last = { language, marks, tip, spot: framed, point };
    return last;
  };
}

function same(a: MarkModel, b: MarkModel): boolean {
  const [one, other] = [a.reason, b.reason];
  return (
    a.label === b.label &&
    a.at?.x === b.at?.x &&
    a.at?.y === b.at?.y &&
    a.at?.level === b.at?.level &&
    one.source === other.source &&
    one.again === other.again &&
    one.state === other.state &&
    one.advice === other.advice
  );
}
