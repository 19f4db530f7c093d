/** When a page that changed is looked at again. */
export interface Pulse {
  /** Something may have changed: look soon. */
  soon(): void;
  /** Look now, for moments that will not come back. */
  now(): void;
}

/** A change is looked at after so long, to take in what comes with it. */
const GATHER_MS = 16;
const REST_MS = 60;
/** Looking may cost at most one part in this many of the main thread, however fast the page changes. */
const SHARE = 12;
const MOST_MS = 500;

/**
 * Runs `look` soon after a change, at most every {@link REST_MS} and more rarely where looking is dear. There is
 * no timer while nothing changes. In a hidden tab timers are held back by the browser, so there it looks at once:
 * a result that arrives behind another tab keeps its true time.
 */
export function createPulse(look: () => void, signal: AbortSignal): Pulse {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rest = REST_MS;
  let endedAt = 0;
  signal.addEventListener('abort', () => clearTimeout(timer));

  function now() {
    clearTimeout(timer);
    timer = undefined;
    if (signal.aborted) return;
    const from = performance.now();
    look();
    endedAt = performance.now();
    rest = Math.min(MOST_MS, Math.max(REST_MS, (endedAt - from) * SHARE));
  }

  return {
    now,
    soon() {
      const rested = performance.now() - endedAt;
      if (document.hidden && rested > rest) now();
      else timer ??= setTimeout(now, Math.max(GATHER_MS, rest - rested));
    },
  };
}
