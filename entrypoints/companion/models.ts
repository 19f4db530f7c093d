import type { GuideModel } from '../../components/companion/guide-model.ts';
import type { PanelModel, Tab } from '../../components/companion/model.ts';
import { DOCK, NARROW } from '../../components/companion/Panel.tsx';
import type { Edges } from '../../components/companion/place.ts';
import type { Size } from '../../components/companion/rect.ts';
import type { FieldFacts } from '../../lib/fields/index.ts';
import { type Reason, reasonFor } from '../../lib/guide/index.ts';
import type { Bus, RoadView, WatcherView } from '../../lib/messages/index.ts';
import { targetAt } from '../../lib/metrics/index.ts';
import type { Settings } from '../../lib/storage/settings.ts';

/** A visible field that carries a flag. */
export interface Flagged {
  field: FieldFacts;
  reason: Reason;
}

/**
 * The visible fields with a flag, in page order. Of those whose keys are `young` the account's own data may still be on
 * its way: an empty box that waits for it is no finding yet.
 */
export function flaggedOf(view: WatcherView, young: ReadonlySet<string>): Flagged[] {
  return view.fields.flatMap((field) => {
    const waits = young.has(field.key) && field.expectation === 'on-load' && field.state === 'empty';
    const reason = field.visible && !waits ? reasonFor(field) : null;
    return reason ? [{ field, reason }] : [];
  });
}

/** What the panel shows now; `framed` says what the declaration has where it is no part of this page. */
export function panelOf(
  bus: Bus,
  view: WatcherView,
  flagged: readonly Flagged[],
  settings: Settings,
  viewport: Size,
  tab: Tab,
  guide: GuideModel,
  aside: PanelModel['aside'],
  framed: Pick<PanelModel, 'fields' | 'flagged'> | null,
): PanelModel {
  const { right, bottom } = settings.companion;
  const missing = flagged.filter(({ reason }) => reason.source !== null);
  return {
    language: settings.language,
    role: settings.role,
    tab,
    fields: view.fields.length,
    road: view.road && begun(view.road) ? view.road : null,
    targetMs: targetAt(view.road?.startedAt ?? Date.now()).underMs,
    guide,
    flagged: missing.length,
    reachable: missing.some(({ field }) => bus.anchor(field.key) !== null),
    collapsed: isCollapsed(settings, viewport),
    right,
    bottom,
    aside,
    viewport,
    awake: !document.hidden,
    ...framed,
  };
}

/** Until a person decides, the width of the window does. */
export function isCollapsed({ companion }: Settings, viewport: Size): boolean {
  return companion.collapsed ?? viewport.width < NARROW;
}

/** Where the panel belongs while nothing has it step aside. */
export function homeOf(settings: Settings, viewport: Size): Edges {
  const docked = viewport.width < NARROW && !isCollapsed(settings, viewport);
  return docked ? DOCK : settings.companion;
}

/** Before a login and a declaration there is only a visit: someone who reads is not being timed. */
function begun(road: RoadView): boolean {
  return road.declared || (road.outcome === 'open' && road.startedBy !== 'first-page');
}
