import type { WatcherView } from '../../lib/messages/index.ts';

/** So long after a form's appearing a value counts as filled on load (design, "Fill state"). */
const ON_LOAD_MS = 5_000;

/** Tells whether the form on the page has stood long enough to be judged; asks for another look when it has. */
export function makeSettled(ask: () => void, signal: AbortSignal): (view: WatcherView) => boolean {
  let since: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));
  return ({ fields }) => {
    if (fields.length === 0) {
      clearTimeout(timer);
      since = null;
    } else if (since === null) {
      since = Date.now();
      timer = setTimeout(ask, ON_LOAD_MS);
    }
    return since !== null && Date.now() - since >= ON_LOAD_MS;
  };
}
