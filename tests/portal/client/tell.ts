import type { PostedEntry, Told, WaitWhat } from '../wire.ts';

// The portal's own account of the road, by which the extension's is judged.

const doc = crypto.randomUUID();
let queue: PostedEntry[] = [];
let acts: number[] = [];
let soon: ReturnType<typeof setTimeout> | undefined;
let leaving = false;
const lastWords: (() => void)[] = [];
const flying = new Set<Promise<unknown>>();
const { practiceTab: tab } = globalThis as { practiceTab?: string };
let waits = 0;

/** Notes a moment. Call it when the moment has become true for the person: after commit, or in the handler. */
export function tell(told: Told, at = Date.now()): void {
  queue.push({ ...told, at, doc, ...(tab && { tab }) });
  soon ??= setTimeout(flush, 50);
}

/** Notes that the person now waits for something; the answer notes that it came, and whether it was a failure. */
export function waitFor(what: WaitWhat, began = Date.now()): (failed?: boolean) => void {
  const wait = `${doc}-${waits++}`;
  tell({ type: 'wait-began', what, wait }, began);
  return (failed = false) => tell({ type: 'wait-ended', what, wait, failed });
}

/** Notes something as the page goes, before the log is sent off: the window hears in order, capture or not. */
export function whenLeaving(note: () => void): void {
  lastWords.push(note);
}

/** Sends what is noted. Resolves when the server has all of it, earlier posts too. */
export async function flush(): Promise<void> {
  clearTimeout(soon);
  soon = undefined;
  if (acts.length > 0) queue.push({ type: 'acts', times: acts, at: acts[0] ?? 0, doc, ...(tab && { tab }) });
  acts = [];
  if (queue.length > 0) {
    const body = JSON.stringify(queue);
    queue = [];
    const sent = fetch('/__portal/log', { method: 'POST', body, keepalive: true }).catch(() => undefined);
    flying.add(sent);
    sent.finally(() => flying.delete(sent));
  }
  await Promise.all(flying);
}

/** Leaves for another page, with all that is noted on its way: what goes off as the page goes may be lost. */
export function leaveFor(address: string): void {
  void flush();
  location.assign(address);
}

/** Starts watching hands and visibility. Once per document. */
export function startTelling(): void {
  const loaded = waitFor('load', Math.round(performance.timeOrigin));
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', () => loaded());
  else loaded();
  for (const type of ['keydown', 'pointerdown', 'wheel']) {
    addEventListener(type, noteAct, { capture: true, passive: true });
  }
  const noteVisibility = () => {
    // Leaving a page makes it hidden too; the person does not look away.
    if (leaving) return;
    tell({ type: 'visibility', hidden: document.hidden });
    void flush();
  };
  document.addEventListener('visibilitychange', noteVisibility);
  if (document.hidden) noteVisibility();
  addEventListener('pagehide', () => {
    leaving = true;
    for (const note of lastWords.splice(0)) note();
    void flush();
  });
  addEventListener('pageshow', () => {
    leaving = false;
  });
  Object.assign(window, { practicePortal: { flush } });
}

function noteAct(event: Event): void {
  if (!event.isTrusted) return;
  acts.push(Date.now());
  soon ??= setTimeout(flush, 1_000);
}
