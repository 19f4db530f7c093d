import { IDLE_MS } from '../flow/index.ts';

/** A stretch is reported at least this often, so that a killed browser loses no more than that. */
const REPORT_EVERY_MS = 10_000;

/** Folds a person's single acts into stretches without a pause of {@link IDLE_MS}. */
export interface Acts {
  act(at: number): void;
  /** Hands over what has gathered since the last time. */
  flush(): void;
}

export function gatherActs(emit: (stretch: { from: number; to: number }) => void, signal: AbortSignal): Acts {
  let open: { from: number; to: number } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));

  function flush() {
    clearTimeout(timer);
    timer = undefined;
    if (open) emit(open);
    open = null;
  }

  return {
    flush,
    act(at) {
      if (open && at - open.to >= IDLE_MS) flush();
      open = { from: open?.from ?? at, to: at };
      timer ??= setTimeout(flush, REPORT_EVERY_MS);
    },
  };
}
