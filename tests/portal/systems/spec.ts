// What a form system on a host of its own looks like: data for the server, the page and the robot citizen alike.
import type { Declaration } from '../../technologies/form.ts';

export type SystemId = 'justice' | 'interlinked' | 'igate' | 'laichau' | 'bacninh' | 'business' | 'culture';

/** What stands on a step, from top to bottom. */
export type Part = 'terms' | 'declaration' | 'documents' | 'fee' | 'method' | 'captcha' | 'summary';

export type Button = {
  text: string;
  does: 'next' | 'back' | 'submit' | 'draft' | 'preview' | 'close';
  /** Id, class, `data-…`, `form`: as the real page has them. */
  attributes?: Readonly<Record<string, string>>;
  /** Disabled until everything that is required is there. */
  whenReady?: true;
};

export type Step = {
  title: string;
  parts: readonly Part[];
  buttons: readonly Button[];
  /** Pathname of the step, where each has its own. */
  path?: string;
};

export type Site = {
  system: SystemId;
  hosts: readonly string[];
  /** Name of the portal, in its header. */
  title: string;
  declaration: Declaration;
  /** `wizard`: one address, drawn by the page. `pages`: a page of the server's for each step. `tabs`: all in one page. */
  shape: 'wizard' | 'pages' | 'tabs';
  /** The element around the steps. */
  tag: string;
  /** How the header shows who is logged in. */
  account: 'user-dropdown' | 'account-name' | 'logout';
  steps: readonly Step[];
  /** Name of the step that is the result, where the stepper has one. */
  resultStep?: string;
  /** Lines of the result screen, the first one its heading; `{so}` is the dossier's number. Null where none is known. */
  result: readonly string[] | null;
  /** Asked by `confirm()` before the submit. */
  confirms?: string;
  /** The submit leads to the payment, and the result comes after the return. */
  submitPays?: true;
  /** Where a dossier stands; `begun` once its declaration was opened. */
  entry(dossier: { id: string; hex: string; begun: boolean }): string;
};

/** What the server tells a site's page. */
export type SitePage = {
  system: SystemId;
  dossier: string;
  shape: Site['shape'];
  tag: string;
  account: Site['account'];
  /** Where the citizen's name stands; '' where nobody is logged in. */
  name: string;
  procedure: string;
  steps: readonly Step[];
  step: number;
  resultStep?: string;
  confirms?: string;
  /** Address of the frame that holds the declaration, where it is not in the page itself. */
  frame?: string;
  documents: readonly { id: string; title: string; copies: number }[];
  fee: 'free' | 'portal' | 'elsewhere';
  paid: boolean;
  payAddress: string;
  method: string;
  values: Readonly<Record<string, string>>;
  locked: readonly string[];
  accountDone: boolean;
  toastMs: number;
  /** The result screen, once the dossier was taken. */
  result?: readonly string[];
};
