// What server and client say to each other. No imports, so that both sides can read it.

/** One field of a labelled declaration; the vocabulary is that of the declarations' own files. */
export type Field = {
  label: string;
  name: string;
  widget: string;
  kind: string;
  expect: string;
  required: boolean;
  locked: boolean;
  hasValue: boolean;
  conditional: boolean;
};
export type Section = { title: string; subject: string; fields: Field[] };
export type Declaration = { id: string; procedure: { code: string; name: string }; sections: Section[] };

export type DocumentRow = { id: string; title: string; copies: number };
export type Procedure = {
  id: string;
  code: string;
  name: string;
  field: string;
  documents: DocumentRow[];
  /** Id of the declaration online; absent where the practice portal has none. */
  formalityCaseId?: string;
  /** Host on which it is filed, where that is not the portal itself. */
  host?: string;
  /** Received by the province: there is no box for the ward. */
  byProvince?: boolean;
};

export type Me = { loggedIn: false } | { loggedIn: true; name: string };
export type Agency = { province: string; ward: string };
/** Question name → value in the survey's model. */
export type Values = Record<string, string | number>;
/** What a citizen had entered, kept by the server for this session. */
export type Draft = { values: Values; locked: string[]; accountDone: boolean };
export type Filing = {
  procedure: Procedure;
  declaration: Declaration;
  agency: Agency | null;
  draft: Draft | null;
};
export type LookupKeys = { case: string; subject: string; name: string; id: string; birth: string };
export type LookupAnswer = { found: boolean; values: Values };
export type SubmitAnswer = { accepted: false } | { accepted: true; dossier: string };

/** State of one question at a submit click. Never its value. */
export type FinalField = { empty: boolean; locked: boolean; visible: boolean };

/** What a person waits for. */
export type WaitWhat = 'load' | 'upload' | 'lookup' | 'step' | 'submit';
/** Where a fee is paid, if there is one. */
export type Fee = 'free' | 'portal' | 'elsewhere';
/** What looking a dossier up shows; days as dd/mm/yyyy, '' where there is none yet. */
export type Received = { number: string; received: string; due: string; result: string; state: string };

/** A moment of the road as the portal itself saw it. */
export type Told =
  // Waiting, as the page itself knows it: from the navigation, file or action to what came of it.
  | { type: 'wait-began'; what: WaitWhat; wait: string }
  | { type: 'wait-ended'; what: WaitWhat; wait: string; failed: boolean }
  // The dossiers that live on hosts of their own.
  | { type: 'dossier-begun' | 'dossier-received'; system: string }
  | { type: 'step-shown'; index: number }
  | { type: 'documents-shown' | 'session-expired' }
  | { type: 'fee-shown'; fee: Fee }
  | { type: 'payment-started' | 'payment-returned'; way: Fee }
  // A `confirm()` that was refused.
  | { type: 'submit-withdrawn' }
  | { type: 'looked-up'; found: boolean; received: string; due: string; result: string }
  // Server side.
  | { type: 'page-requested'; path: string }
  | { type: 'login-granted' }
  // Client side. `began` is when the document began to load (navigation start).
  | { type: 'page-shown'; path: string; began: number }
  // `header`: the button "Đăng nhập"; `on-demand`: another action that needs a login first.
  | { type: 'login-clicked'; via: 'header' | 'on-demand' }
  | { type: 'login-shown' }
  | { type: 'logged-out' }
  | { type: 'procedure-shown'; code: string }
  | { type: 'agency-chosen'; box: 'province' | 'ward'; complete: boolean }
  | { type: 'agency-agreed' }
  | { type: 'form-shown' }
  | { type: 'first-input' }
  | { type: 'prefilled' | 'restored' | 'copied'; names: string[] }
  | { type: 'lookup-asked' | 'lookup-silent'; subject: string }
  | { type: 'lookup-answered'; subject: string; names: string[] }
  | { type: 'question-shown' | 'question-hidden'; name: string }
  | { type: 'documents-acted' }
  | { type: 'upload-started' | 'upload-done' | 'upload-failed'; row: string }
  | { type: 'result-method-chosen' }
  | { type: 'draft-saved' }
  | { type: 'feedback-sent' }
  | { type: 'submit-clicked' | 'submit-invalid' | 'submit-rejected' | 'result-shown' }
  | { type: 'final'; fields: Record<string, FinalField> }
  | { type: 'acts'; times: number[] }
  | { type: 'visibility'; hidden: boolean };

/**
 * `at` is epoch milliseconds; `session` the portal's cookie; `doc` one loaded document, '' for the server; `tab` what
 * the robot citizen calls the tab, where it minds.
 */
export type Entry = Told & { at: number; session: string; doc: string; tab?: string };
/** What a client posts: the server adds the session. */
export type PostedEntry = Told & { at: number; doc: string; tab?: string };
