import type { MilestoneName, Payment, ProgressState, ResultMethod } from '../flow/index.ts';

/** A control of the page, known by selector or by its whole folded text, where the path fits. */
export interface ControlRule {
  /** Evidence id, e.g. `national/submit/text`. */
  id: string;
  /** Regular expression on pathname + hash. */
  path?: string;
  selector?: string;
  /** The control's whole folded text; of an `input`, its value. */
  text?: string;
  /** The page asks back by a native `confirm()`, which a person may refuse: the click alone is no submit. */
  confirm?: boolean;
  /** Not observed on the real portal, only plausible: the first to be doubted when something does not match. */
  assumed?: boolean;
}

/** A text that must stand visibly on a page of this path; every phrase is needed, none of `unless` may be there. */
export interface TextRule {
  id: string;
  path?: string;
  phrases: readonly string[];
  unless?: readonly string[];
  /**
   * The result screen may be the first thing that a document shows (a page of its own, a return from the bank): it
   * then counts though this document saw neither form nor click.
   */
  alone?: boolean;
  /** The phrases alone also stand elsewhere: only beside a dossier's number do they count. */
  numbered?: boolean;
  assumed?: boolean;
}

/** A passing message. Success is read only after a submit click; the same toast also tells of drafts and feedback. */
export interface ToastRules {
  selector: string;
  success: { id: string; phrases: readonly string[]; unless: readonly string[] };
  failure: { id: string; selector?: string; phrases: readonly string[] };
  assumed?: boolean;
}

/**
 * A step of the road. Its path must fit; where it names its place in the wizard (`nth`, from 1) or a control that it
 * alone shows, one of the two must fit as well. The first step of a profile that fits is the one.
 */
export interface StepRule {
  id: string;
  label: string;
  path?: string;
  nth?: number;
  shows?: { selector?: string; text?: string };
  milestone?: MilestoneName;
  /** The step on which the submit control must stand: where it does not, the portal has changed. */
  last?: boolean;
  assumed?: boolean;
}

/** The heads of a wizard's steps, all of them in order, and what tells the current one from the others. */
export interface WizardRule {
  heads: string;
  current: string;
  assumed?: boolean;
}

/** Where a procedure's name and code stand: on the page, or in its address (then `url` has the code as group 1). */
export interface ProcedureRule {
  path: string;
  /** Selector of the element with the name; without it, or where it is not there, `names` tells. */
  name?: string;
  /** Names by code, where the page says none. */
  names?: Readonly<Record<string, string>>;
  /** Regular expression on the page's folded text; group 1 is the code. */
  code?: string;
  /** Regular expression on pathname + hash; group 1 is the code. */
  url?: string;
  assumed?: boolean;
}

/** The block in which the receiving agency is chosen; nothing may match `waiting` in it any more. */
export interface AgencyRule {
  id: string;
  path: string;
  heading: string;
  waiting: string;
}

/** The block of document rows: opened when a person first acts below this heading, or gives a file. */
export interface DocumentsRule {
  id: string;
  path: string;
  heading: string;
  assumed?: boolean;
}

/** A way of receiving the result, known by a folded phrase in the text of what was chosen. */
export interface MethodRule {
  method: ResultMethod;
  phrase: string;
  assumed?: boolean;
}

/** Where the dossier's number stands on the result screen: folded words before it, and its shape as printed. */
export interface DossierRule {
  labels: readonly string[];
  number: string;
  assumed?: boolean;
}

/** What turns while the portal is busy, and words with which a message of that begins. */
export interface BusyRule {
  selector: string;
  words?: { selector: string; phrases: readonly string[] };
  assumed?: boolean;
}

/** How a row of the documents' list shows what became of a file: folded phrases in the row's visible text. */
export interface UploadRules {
  /** Selector of one row; without it the row is what holds this one file box and no other. */
  row?: string;
  done: readonly string[];
  failed: readonly string[];
  assumed?: boolean;
}

/** Where the fee stands: the text below this heading; `free`, on folded text, says that nothing is to be paid. */
export interface FeeRule {
  id: string;
  path: string;
  heading: string;
  free: string;
  /** It stands on one long page from the start: opened when a person first acts in it, not when it is there. */
  onLongPage?: true;
  assumed?: boolean;
}

/** Where money is paid, and what leads there. */
export interface PaymentRules {
  hosts: readonly { host: string; payment: Exclude<Payment, 'free'>; assumed?: boolean }[];
  start: readonly ControlRule[];
}

/** A page on which a person looks up dossiers: folded labels, whose values stand beside or below them. */
export interface ProgressRules {
  path: string;
  number: readonly string[];
  received: readonly string[];
  due: readonly string[];
  result: readonly string[];
  state: readonly string[];
  /** Folded phrases of the state's text; the first that fits counts. */
  states: readonly { state: ProgressState; phrase: string }[];
  assumed?: boolean;
}
