/** When a page that changed is looked at again. */
export interface Pulse {
  /** Something may have changed: look soon, and spend at most one part in `share` of the main thread on it. */
  soon(share?: number): void;
}

/** A change is looked at after so long, to take in what comes with it. */
const GATHER_MS = 16;
/** Looking is to cost at most one part in this many of the main thread, however fast the page changes. */
const SHARE = 12;

/**
 * Runs `look` soon after a change, at most every `least` ms and more rarely where looking is dear; `most` is the longest
 * wait, in ms. There is no timer while nothing changes. In a hidden tab, where the browser holds timers back,
 * it looks after the task at hand: a result that arrives behind another tab keeps its true time.
 */
export function createPulse(
  look: () => void,
  [least, most]: readonly [least: number, most: number],
  signal: AbortSignal,
): Pulse {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  let cost = 0;
  let endedAt = 0;
  // A message to oneself is not held back where timers are.
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = now;
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    port1.close();
  });

  function now() {
    clearTimeout(timer);
    dueAt = Number.POSITIVE_INFINITY;
    if (signal.aborted) return;
    const from = performance.now();
    look();
    endedAt = performance.now();
    cost = endedAt - from;
  }

  return {
    soon(share = SHARE) {
      const from = performance.now();
      const at = Math.max(from + GATHER_MS, endedAt + Math.min(most, Math.max(least, cost * share)));
      if (at >= dueAt) return;
      clearTimeout(timer);
      dueAt = at;
      timer = setTimeout(now, at - from);
      if (document.hidden) port2.postMessage(null);
    },
  };
}
