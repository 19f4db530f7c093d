/** How the practice portal behaves. Changed between roads by `Portal.setScenario`. */
export type Scenario = {
  /** The procedure the home page puts forward. */
  procedure: '1.000656' | '2.000635';
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
  toastMs: 3_000,
  account: 0,
  subjectPerson: 1,
};
