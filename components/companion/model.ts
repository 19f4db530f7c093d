import type { Role } from '../../lib/flow/index.ts';
import type { Reason } from '../../lib/guide/index.ts';
import type { Language } from '../../lib/i18n/index.ts';
import type { RoadView } from '../../lib/messages/index.ts';
import type { AuditActions } from './audit-model.ts';
import type { GuideActions, GuideModel } from './guide-model.ts';
import type { PeopleActions } from './people-model.ts';
import type { Edges } from './place.ts';
import type { Point, Rect, Size } from './rect.ts';

export type Tab = 'guidance' | 'fields';

/** What the panel shows. A new object only where something in it changed: the panel is drawn again only then. */
export interface PanelModel {
  language: Language;
  role: Role;
  /** What the panel shows; only a reviewer may choose. */
  tab: Tab;
  /** How many fields the declaration has. */
  fields: number;
  road: RoadView | null;
  /** The time to stay under, ms. */
  targetMs: number;
  guide: GuideModel;
  /** How many visible fields should have been filled and were not. */
  flagged: number;
  /** At least one of them stands on the page now, so that one can go to it. */
  reachable: boolean;
  collapsed: boolean;
  right: number;
  bottom: number;
  /** Where the panel stands instead while something is pointed at that it would lie on. */
  aside: Edges | null;
  viewport: Size;
  /** The page is in sight: the clock may tick. */
  awake: boolean;
}

/** Where a mark stands, and how high in the page's stacking: just over its field, under what the page puts over that. */
export interface MarkPlace extends Point {
  level: number;
}

/** One mark and what its tip says. */
export interface MarkModel {
  key: string;
  label: string;
  reason: Reason;
  /** In the layer's coordinates; null where there is no free place. */
  at: MarkPlace | null;
}

/** The tip that is open, and what it must stay clear of, in the layer's coordinates. */
export interface TipModel {
  mark: MarkModel;
  question: Rect;
  viewport: Rect;
}

/** The frame around what was gone to, in the layer's coordinates. */
export interface SpotModel {
  key: string;
  box: Rect;
}

/** A frame with an arrow: on which side there is room for it. */
export interface PointModel extends SpotModel {
  side: 'left' | 'right' | 'above' | 'below';
}

export interface LayerModel {
  language: Language;
  marks: readonly MarkModel[];
  tip: TipModel | null;
  spot: SpotModel | null;
  /** What the guidance points at, with an arrow beside it. */
  point: PointModel | null;
}

/** What the person did, told to whoever owns the page. */
export interface Actions {
  collapse(collapsed: boolean): void;
  /** The panel was moved; `done` once the movement ended and is worth remembering. */
  move(to: { right: number; bottom: number }, done: boolean): void;
  switchOff(): void;
  showTab(tab: Tab): void;
  audit: AuditActions;
  people: PeopleActions;
  guide: GuideActions;
  nextField(): void;
  /** Opens a mark's tip; a pinned one stays until the person acts elsewhere. */
  openTip(key: string, pinned: boolean): void;
  /** The pointer or focus left: close, unless pinned, or it comes back soon. */
  leaveTip(): void;
  keepTip(): void;
  closeTip(): void;
}
