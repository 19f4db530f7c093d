import type { Entry } from '../portal/wire.ts';

/** From this long without a mark on, the whole gap counts as idle. */
const idleGapMs = 60_000;

/**
 * Time between start and end in which the page was visible and the person not idle.
 * Marks are the acts, the start, the end, and each return of visibility. A gap of 60 s or more between two
 * marks does not count at all. Up to the hiding of the page the same rule holds, from the last mark on.
 */
export function activeMs(entries: readonly Entry[], start: number, end: number): number {
  const acts = entries.flatMap((entry) => (entry.type === 'acts' ? entry.times : [])).sort((a, b) => a - b);
  let active = 0;
  for (const [from, to] of visibleStretches(entries, start, end)) {
    // Each stretch begins with a mark (start, or return) and ends with the end or the hiding.
    const points = [from, ...acts.filter((at) => at > from && at < to), to];
    for (const [index, point] of points.entries()) {
      const gap = point - (points[index - 1] ?? point);
      if (gap < idleGapMs) active += gap;
    }
  }
  return active;
}

/** The parts of [start, end] in which the page could be seen. Pages count as visible until they say otherwise. */
export function visibleStretches(entries: readonly Entry[], start: number, end: number): [number, number][] {
  const stretches: [number, number][] = [];
  let since: number | null = Number.NEGATIVE_INFINITY;
  const close = (at: number) => {
    if (since === null) return;
    const from = Math.max(since, start);
    const to = Math.min(at, end);
    if (from < to) stretches.push([from, to]);
    since = null;
  };
  for (const entry of [...entries].sort((a, b) => a.at - b.at)) {
    if (entry.type !== 'visibility') continue;
    if (entry.hidden) close(entry.at);
    else since ??= entry.at;
  }
  close(Number.POSITIVE_INFINITY);
  return stretches;
}
