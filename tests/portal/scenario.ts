import type { Fee } from './wire.ts';

/** How the practice portal behaves. Changed between roads by `Portal.setScenario`. */
export type Scenario = {
  /** The procedure the home page puts forward. */
  procedure: string;
  /** Whether the population look-up knows the other person. */
  lookup: 'answers' | 'silent';
  lookupDelayMs: number;
  /** From the form's appearing to the account's data standing in it. */
  accountDelayMs: number;
  /** How long the header still says "Đăng nhập" to someone who is logged in. */
  meDelayMs: number;
  /** The next n submits are answered by an error toast. Counts down. */
  rejectSubmits: number;
  submitDelayMs: number;
  uploadDelayMs: number;
  /** The next n uploads fail. Counts down. */
  failUploads: number;
  /** How the card "Nộp trực tuyến" of a procedure on another host opens it. */
  opens: 'same-tab' | 'new-tab' | 'noopener';
  /** Whether the dialog "Thông tin chung" comes first. */
  asksGeneral: boolean;
  fee: Fee;
  /** From a step's button to the next step, on hosts with steps. */
  stepDelayMs: number;
  /** From the request to the page, on hosts other than the portal's own. */
  pageDelayMs: number;
  /** The next n steps find the session expired. Counts down. */
  expireSteps: number;
  /** How long a toast stands. */
  toastMs: number;
  /** Index into `people`: whose account logs in. */
  account: number;
  /** Index into `people`: whom the look-up knows. */
  subjectPerson: number;
};

export const defaultScenario: Scenario = {
  procedure: '1.000656',
  lookup: 'answers',
  lookupDelayMs: 2_000,
  accountDelayMs: 600,
  meDelayMs: 250,
  rejectSubmits: 0,
  submitDelayMs: 900,
  uploadDelayMs: 700,
  failUploads: 0,
  opens: 'same-tab',
  asksGeneral: false,
  fee: 'free',
  stepDelayMs: 200,
  pageDelayMs: 0,
  expireSteps: 0,
  toastMs: 3_000,
  account: 0,
  subjectPerson: 1,
};
