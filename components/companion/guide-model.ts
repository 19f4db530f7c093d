import type { Advice, GuideKey } from '../../lib/guide/index.ts';

/** Something that the page asks for and that is not there yet. */
export interface MissingItem {
  id: string;
  kind: 'field' | 'row' | 'method';
  /** What stands on the page; empty where nothing does. */
  label: string;
}

/** What is being pointed at. */
export interface Pointing {
  /** null for a button: the sentence above names it. */
  item: MissingItem | null;
  /** It stands in a frame of another host: the arrow leads to the frame. */
  inFrame: boolean;
}

/** What to have ready before the clock starts. */
export interface PrepareModel {
  have: readonly GuideKey[];
  /** Names of papers as the page writes them. */
  papers: readonly string[];
  traps: readonly GuideKey[];
  /** Of `have` and `papers`, what was ticked off. */
  ticked: readonly string[];
}

/** The parts of the panel that fold. */
export type Fold = 'missing' | 'prepare';

export interface GuideModel {
  advice: Advice;
  /** `no` where the rule names a control that is not found for sure; `none` where it names none. */
  show: 'yes' | 'no' | 'none';
  pointing: Pointing | null;
  /** What the advice asks for may be passed over. */
  skippable: boolean;
  /** The first few of what is missing, and how many there are. */
  missing: readonly MissingItem[];
  missingCount: number;
  /** Errors that the page showed and took away again; they live only as long as the page. */
  errors: readonly string[];
  prepare: PrepareModel | null;
  unfolded: readonly Fold[];
  large: boolean;
  /** The declaration is a frame of another host: no key is heard while the cursor is in it. */
  framed: boolean;
  /** There is a voice for the panel's language on this machine. */
  speaks: boolean;
}

export interface GuideActions {
  /** Points at what the advice speaks of, or at one of the missing things. */
  show(id?: string): void;
  skip(): void;
  tick(item: string): void;
  fold(part: Fold): void;
  closeErrors(): void;
  enlarge(large: boolean): void;
  speak(text: string): void;
}
