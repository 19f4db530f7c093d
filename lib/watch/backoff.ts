/** How long to wait for whoever failed to answer so many times before, in ms: each time twice as long, up to half a minute. */
export const backoffMs = (failures: number): number => Math.min(500 * 2 ** failures, 30_000);
