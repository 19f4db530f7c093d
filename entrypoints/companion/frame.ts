/**
 * Gathers any number of calls into one run in the next animation frame. In a hidden tab nothing is asked for, so ask
 * again when the tab is seen. Ends with the signal.
 */
export function onePerFrame(run: () => void, signal: AbortSignal): () => void {
  let asked: number | null = null;
  signal.addEventListener('abort', () => asked !== null && cancelAnimationFrame(asked));
  return () => {
    if (signal.aborted || asked !== null || document.hidden) return;
    asked = requestAnimationFrame(() => {
      asked = null;
      run();
    });
  };
}
