import type { MilestoneName, ResultMethod } from '../flow/index.ts';

/** A control of the page, known by selector or by its whole folded text, where the path fits. */
export interface ControlRule {
  /** Evidence id, e.g. `national/submit/text`. */
  id: string;
  /** Regular expression on pathname + hash. */
  path?: string;
  selector?: string;
  /** The control's whole folded text. */
  text?: string;
}

/** A text that must stand visibly on a page of this path; every phrase is needed, none of `unless` may be there. */
export interface TextRule {
  id: string;
  path: string;
  phrases: readonly string[];
  unless?: readonly string[];
}

/** A passing message. Success is read only after a submit click; the same toast also tells of drafts and feedback. */
export interface ToastRules {
  selector: string;
  success: { id: string; phrases: readonly string[]; unless: readonly string[] };
  failure: { id: string; selector?: string; phrases: readonly string[] };
}

/**
 * What is known of one form system: data only, so that a label that changed is mended by one line. All texts are
 * folded (lib/text); all paths are regular expressions on pathname + hash.
 */
export interface PortalProfile {
  id: string;
  hosts: readonly string[];
  login: {
    /** Hosts of the login itself. Nothing of ours runs there; they are only recognised as a referrer. */
    hosts: readonly string[];
    start: readonly ControlRule[];
    /** Any of them visible shows that someone is logged in. */
    done: readonly ControlRule[];
    out: readonly ControlRule[];
  };
  steps: readonly { id: string; label: string; path: string; milestone?: MilestoneName }[];
  /** `name` is a selector; `code` a regular expression on folded text whose first group is the code. */
  procedure: { path: string; name: string; code: string };
  agency: { id: string; path: string; heading: string; waiting: string };
  form: { id: string; path: string; error: string };
  /** The block of document rows: opened when a person first acts below this heading. */
  documents: { id: string; path: string; heading: string };
  resultMethods: readonly { method: ResultMethod; phrase: string }[];
  submit: readonly ControlRule[];
  /** The form's own checks refused the click. */
  invalid: { id: string };
  result: readonly TextRule[];
  toasts: ToastRules;
}
