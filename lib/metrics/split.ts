import type { Submission } from '../flow/index.ts';

/** A stretch of time by who spent it, ms: the person acting, the person waiting for the portal, nobody. */
export interface Split {
  acting: number;
  waiting: number;
  idle: number;
}

type Spent = Pick<Submission, 'elapsedMs' | 'actingMs' | 'waitingMs'>;

/** By whom an elapsed time was spent; null where that was not measured. */
export function splitOf({ elapsedMs, actingMs, waitingMs }: Spent): Split | null {
  if (elapsedMs === null || actingMs === null || waitingMs === null) return null;
  return { acting: actingMs, waiting: waitingMs, idle: Math.max(0, elapsedMs - actingMs - waitingMs) };
}

/**
 * The same in the whole seconds in which it is shown: each part rounded down like every time, and what the whole has
 * beyond that given to where most of a second was cut off. So the parts make up the whole that stands beside them, and
 * none reads as shorter than any other time would.
 */
export function shownSplit(of: Spent): Split | null {
  const split = splitOf(of);
  if (!split) return null;
  const shown: Split = { acting: down(split.acting), waiting: down(split.waiting), idle: down(split.idle) };
  let left = down(of.elapsedMs ?? 0) - shown.acting - shown.waiting - shown.idle;
  const cutOff = (part: keyof Split) => split[part] - shown[part];
  const parts = (['acting', 'waiting', 'idle'] as const).toSorted((a, b) => cutOff(b) - cutOff(a));
  for (const part of parts) {
    if (left < SECOND) break;
    shown[part] += SECOND;
    left -= SECOND;
  }
  return shown;
}

/** How long a person waited for the portal, ms, as it reads wherever it stands: as in the split of the whole. */
export function shownWaiting(of: Spent): number | null {
  return shownSplit(of)?.waiting ?? of.waitingMs;
}

const SECOND = 1_000;
const down = (ms: number) => Math.floor(ms / SECOND) * SECOND;
