import { formatClock } from '../lib/i18n/index.ts';

/**
 * A finished time as a clock. Rounded to the second like a duration in words, so that the same time does not read
 * 1:20 in one place and "1 phút 21 giây" in another.
 */
export function finishedClock(ms: number): string {
  return formatClock(Math.round(ms / 1000) * 1000);
}
