/** A yearly target for the mean time from login to a successful online submission (criterion 2 of the plan). */
export interface TimeTarget {
  /** First calendar year in which it applies; it holds until a later one replaces it. */
  fromYear: number;
  /** The time to stay under, in milliseconds. */
  underMs: number;
  /** The document that set it. */
  source: string;
}

const MINUTE = 60_000;

/** Sơn La plan 169/KH-UBND of 12 Aug 2025 under the Prime Minister's decision 1565/QĐ-TTg, criterion 2. */
const TIME_TARGETS: readonly TimeTarget[] = [
  { fromYear: 2025, underMs: 8 * MINUTE, source: '169/KH-UBND, 1565/QĐ-TTg' },
  { fromYear: 2026, underMs: 5 * MINUTE, source: '169/KH-UBND, 1565/QĐ-TTg' },
];

/** The target in force at a moment, by the calendar year in Việt Nam (UTC+7). Before 2025 the first one is used. */
export function targetAt(at: number): TimeTarget {
  const year = new Date(at + 7 * 3_600_000).getUTCFullYear();
  const inForce = TIME_TARGETS.filter((target) => target.fromYear <= year).at(-1) ?? TIME_TARGETS[0];
  if (!inForce) throw new Error('no time target is defined');
  return inForce;
}
