import type { FieldFacts, Judgement } from '../fields/index.ts';
import type { MilestoneName, Outcome, StartedBy } from '../flow/index.ts';

/** What the page may know of the submission under way: numbers and names of steps, nothing a person entered. */
export interface RoadView {
  submissionId: string;
  /** When its clock started, epoch ms by the machine's clock as that goes now. */
  startedAt: number;
  startedBy: StartedBy;
  /** A declaration was opened: before that it is a visit, not a submission. */
  declared: boolean;
  outcome: Outcome;
  /** Final time, null while it runs. */
  elapsedMs: number | null;
  /** Milestones passed so far. */
  passed: MilestoneName[];
  rejections: number;
  /** A submit was acted that nothing has answered yet. */
  submitStands: boolean;
  /** It ended out of sight: whether it was filed is not known. */
  notSeen: boolean;
  /** Code of the procedure, empty while it is unknown. */
  procedure: string;
}

/** Where a field stands on the page now; found anew at every call because frameworks replace nodes. */
export interface FieldAnchor {
  /** The whole question. */
  root: Element;
  /** The element that carries its label, if there is one. */
  label: Element | null;
  /** The box, list or group that a person acts on: a mark must never lie over it. */
  control: Element | null;
}

/** Why a field was judged as it was: words of the vocabulary, and the headings in which some of them may stand. */
export interface FieldEvidence {
  words: Judgement['evidence'];
  /** Headings above the field, the nearest last. */
  trail: readonly string[];
}

/** What the watcher tells the companion in the same frame, in the extension's own script world. */
export interface WatcherView {
  road: RoadView | null;
  /** Id of the profile's step that this page shows, such as `national/declare`; null on a page without one. */
  step: string | null;
  /** Fields of the declaration; empty where no declaration is open. Their flags are for whoever knows them all. */
  fields: readonly FieldFacts[];
}

/** The meeting point of watcher and companion. Lives on the isolated world's global object: no page can reach it. */
export interface Bus {
  /** Resolves once what the watcher has seen so far is on disk, or could not be written now. */
  settle(): Promise<void>;
  view(): WatcherView;
  anchor(key: string): FieldAnchor | null;
  /** Why a field is judged as it is; null for one that is not on this page. */
  evidence(key: string): FieldEvidence | null;
  /** Names under which corrections of this page's form are kept, the narrowest first. */
  forms(): readonly string[];
  /** Calls `listener` after every change, and whenever places may have moved; ends with the signal. */
  subscribe(listener: () => void, signal: AbortSignal): void;
}

const PLACE = Symbol.for('dong-hanh.bus');
type World = typeof globalThis & { [PLACE]?: Bus };

/** Makes the watcher of this frame known to the companion. */
export function publishBus(bus: Bus): void {
  (globalThis as World)[PLACE] = bus;
}

/** The watcher of this frame, or null where none runs. */
export function findBus(): Bus | null {
  return (globalThis as World)[PLACE] ?? null;
}
