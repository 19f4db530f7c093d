import type { LayerModel, MarkModel, PanelModel } from '../../components/companion/model.ts';
import { NARROW } from '../../components/companion/Panel.tsx';
import { placeMarks } from '../../components/companion/place.ts';
import type { FieldFacts } from '../../lib/fields/index.ts';
import { adviceFor, type Reason, reasonFor } from '../../lib/guide/index.ts';
import type { Bus, FieldAnchor, RoadView, WatcherView } from '../../lib/messages/index.ts';
import { targetAt } from '../../lib/metrics/index.ts';
import type { Settings } from '../../lib/storage/settings.ts';
import { levelOf } from './level.ts';
import { measure, moved } from './measure.ts';

/** A visible field that carries a flag. */
export interface Flagged {
  field: FieldFacts;
  reason: Reason;
}

/**
 * The visible fields with a flag, in page order. Until the form has `settled` the account's own data may still be on
 * its way: an empty box that waits for it is no finding yet.
 */
export function flaggedOf(view: WatcherView, settled: boolean): Flagged[] {
  return view.fields.flatMap((field) => {
    const waits = !settled && field.expectation === 'on-load' && field.state === 'empty';
    const reason = field.visible && !waits ? reasonFor(field) : null;
    return reason ? [{ field, reason }] : [];
  });
}

/** What the panel shows now. */
export function panelOf(
  bus: Bus,
  view: WatcherView,
  flagged: readonly Flagged[],
  settings: Settings,
): PanelModel {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const { collapsed, right, bottom } = settings.companion;
  const missing = flagged.filter(({ reason }) => reason.source !== null);
  return {
    language: settings.language,
    road: view.road && begun(view.road) ? view.road : null,
    targetMs: targetAt(view.road?.startedAt ?? Date.now()).underMs,
    advice: adviceFor(view),
    flagged: missing.length,
    reachable: missing.some(({ field }) => bus.anchor(field.key) !== null),
    collapsed: collapsed ?? width < NARROW,
    right,
    bottom,
    viewport: { width, height },
    awake: !document.hidden,
  };
}

/** Before a login and a declaration there is only a visit: someone who reads is not being timed. */
function begun(road: RoadView): boolean {
  return road.declared || (road.outcome === 'open' && road.startedBy !== 'first-page');
}

/** Reads the page and lays the marks; `openKey` is the field whose tip is open. */
export function layerOf(
  bus: Bus,
  view: WatcherView,
  flagged: readonly Flagged[],
  openKey: string | null,
  host: Element,
  settings: Settings,
): LayerModel {
  const { language } = settings;
  if (flagged.length === 0) return { language, marks: [], tip: null, level: 0 };
  const anchors = new Map<string, FieldAnchor>();
  for (const { key, visible } of view.fields) {
    const anchor = visible ? bus.anchor(key) : null;
    if (anchor) anchors.set(key, anchor);
  }
  const origin = host.getBoundingClientRect();
  const { fields, taken } = measure(anchors, new Set(flagged.map(({ field }) => field.key)), origin);
  const points = placeMarks([...fields.values()], taken);
  const places = new Map([...fields.keys()].map((key, i) => [key, points[i] ?? null]));
  const marks = flagged.map(
    ({ field: { key, label }, reason }): MarkModel => ({ key, label, reason, at: places.get(key) ?? null }),
  );

  const mark = marks.find(({ key }) => key === openKey);
  const root = mark && anchors.get(mark.key)?.root;
  const { clientWidth: right, clientHeight: bottom } = document.documentElement;
  const tip = root && {
    mark,
    question: moved(root.getBoundingClientRect(), origin),
    viewport: moved({ left: 0, top: 0, right, bottom }, origin),
  };
  const first = anchors.values().next().value;
  return { language, marks, tip: tip ?? null, level: levelOf(first?.root ?? null) };
}
