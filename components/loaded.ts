import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/**
 * What a page knows of data that it asked for. While it asks again it goes on showing what it had, and also when that
 * fails: then the value is `outdated`.
 */
export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'failed' }
  | { state: 'ready'; value: T; outdated: boolean };

/** Whether the last asking failed, whatever was there before. */
export function hasFailed(loaded: Loaded<unknown>): boolean {
  return loaded.state === 'failed' || (loaded.state === 'ready' && loaded.outdated);
}

/**
 * Loads, and loads again whenever `subscribe` calls back. Calls that come while a load runs are folded into one
 * more load after it, so that a burst of writes costs two reads, and an older answer never replaces a newer one. A page
 * that nobody sees waits with it until it is seen: the reading would cost the portal's page beside it.
 * `load` and `subscribe` must be stable between renders.
 */
export function useLoaded<T>(
  load: () => Promise<T>,
  subscribe?: (again: () => void) => () => void,
): [Loaded<T>, () => void] {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  const run = useRef({ busy: false, again: false });

  const reload = useCallback(async () => {
    const mine = run.current;
    if (mine.busy) {
      mine.again = true;
      return;
    }
    mine.busy = true;
    do {
      mine.again = false;
      const next = await load().then(
        (value) => (): Loaded<T> => ({ state: 'ready', value, outdated: false }),
        (error: unknown) => {
          console.error(error);
          return (had: Loaded<T>): Loaded<T> =>
            had.state === 'ready' ? { ...had, outdated: true } : { state: 'failed' };
        },
      );
      if (run.current === mine) setLoaded(next);
    } while (mine.again && run.current === mine);
    mine.busy = false;
  }, [load]);

  useEffect(() => {
    run.current = { busy: false, again: false };
    setLoaded({ state: 'loading' });
    void reload();
    let due = false;
    const look = () => {
      if (document.hidden || !due) return;
      due = false;
      void reload();
    };
    const stop = subscribe?.(() => {
      due = true;
      look();
    });
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      run.current = { busy: false, again: false };
      stop?.();
    };
  }, [subscribe, reload]);

  return [loaded, () => void reload()];
}
