/** When a page that changed is looked at again. */
export interface Pulse {
  /** Something may have changed: look soon. */
  soon(): void;
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
  { least, most }: { least: number; most: number },
  signal: AbortSignal,
): Pulse {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rest = least;
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
    timer = undefined;
    if (signal.aborted) return;
    const from = performance.now();
    look();
    endedAt = performance.now();
    rest = Math.min(most, Math.max(least, (endedAt - from) * SHARE));
  }

  return {
    soon() {
      if (timer !== undefined) return;
      const wait = Math.max(GATHER_MS, rest - (performance.now() - endedAt));
      timer = setTimeout(now, wait);
      if (document.hidden) port2.postMessage(null);
    },
  };
}
