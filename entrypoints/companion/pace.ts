/** A slice of work in an idle moment may take this long before the page gets its turn again. */
const SLICE_MS = 5;
/** A page that is never idle is asked for a moment after so long. */
const PATIENCE_MS = 300;

/**
 * Runs at once when the last run was long enough ago, otherwise as soon as it is: however often it is called, there
 * is at most one run per `restMs`, and none is lost. Ends with the signal.
 */
export function paced(run: () => void, restMs: number, signal: AbortSignal): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ranAt = Number.NEGATIVE_INFINITY;
  signal.addEventListener('abort', () => clearTimeout(timer));
  const now = () => {
    timer = undefined;
    ranAt = performance.now();
    run();
  };
  return () => {
    if (signal.aborted || timer !== undefined) return;
    const wait = ranAt + restMs - performance.now();
    if (wait > 0) timer = setTimeout(now, wait);
    else now();
  };
}

/** Calls that are waited out before something runs. */
export interface Quiet {
  ask(): void;
  /** Something was asked for and has not run yet. */
  pending(): boolean;
}

/** Runs once no call has come for `quietMs`, but at the latest `mostMs` after the first. Ends with the signal. */
export function whenQuiet(run: () => void, quietMs: number, mostMs: number, signal: AbortSignal): Quiet {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let first = 0;
  let last = 0;
  signal.addEventListener('abort', () => clearTimeout(timer));
  // One timer that looks again when it fires: setting it anew at each call would cost more than the call.
  const look = () => {
    const due = Math.min(last + quietMs, first + mostMs) - performance.now();
    timer = due > 1 ? setTimeout(look, due) : undefined;
    if (timer === undefined) run();
  };
  return {
    ask() {
      if (signal.aborted) return;
      last = performance.now();
      if (timer !== undefined) return;
      first = last;
      timer = setTimeout(look, quietMs);
    },
    pending: () => timer !== undefined,
  };
}

/** Gathers any number of calls into one run in the next idle moment. Ends with the signal. */
export function whenIdle(run: () => void, signal: AbortSignal): () => void {
  let asked: number | null = null;
  signal.addEventListener('abort', () => asked !== null && cancelIdleCallback(asked));
  return () => {
    if (signal.aborted || asked !== null) return;
    asked = requestIdleCallback(
      () => {
        asked = null;
        run();
      },
      { timeout: PATIENCE_MS },
    );
  };
}

/** A step of long work: `enough` gives the page its turn before the next step, whatever time is left. */
export type Step = 'more' | 'enough';

/** Long work that is done step by step. */
export interface Slices {
  /** Begins; work under way is given up for it. */
  start(work: Iterator<Step>): void;
  busy(): boolean;
}

/** Does long work step by step, `safely`, in idle moments. Ends with the signal. */
export function makeSlices(safely: (work: () => void) => () => void, signal: AbortSignal): Slices {
  let work: Iterator<Step> | null = null;
  const ask = whenIdle(safely(slice), signal);
  function slice(): void {
    const until = performance.now() + SLICE_MS;
    while (work) {
      const { done, value } = work.next();
      if (done) work = null;
      else if (value === 'enough' || performance.now() > until) {
        ask();
        return;
      }
    }
  }
  return {
    start(next) {
      work = next;
      ask();
    },
    busy: () => work !== null,
  };
}
