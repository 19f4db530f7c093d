import type { Entry } from '../portal/wire.ts';

/**
 * How long the person waited for the portal between start and end: the stretches that the portal's own pages told of
 * (loads, uploads, look-ups, steps, submits), laid over each other. What began and never ended, as where the page was
 * left meanwhile, does not count: the load that follows does.
 */
export function waitingMs(entries: readonly Entry[], start: number, end: number): number {
  const began = new Map<string, number>();
  const stretches: [number, number][] = [];
  // By time two moments of one millisecond may stand the wrong way round.
  for (const entry of entries) if (entry.type === 'wait-began') began.set(entry.wait, entry.at);
  for (const entry of entries) {
    if (entry.type !== 'wait-ended') continue;
    const from = began.get(entry.wait);
    if (from !== undefined) stretches.push([Math.max(from, start), Math.min(entry.at, end)]);
  }
  let total = 0;
  let covered = start;
  for (const [from, to] of stretches.sort((a, b) => a[0] - b[0])) {
    total += Math.max(0, to - Math.max(from, covered));
    covered = Math.max(covered, to);
  }
  return total;
}
