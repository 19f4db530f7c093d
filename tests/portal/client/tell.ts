import type { PostedEntry, Told } from '../wire.ts';

// The portal's own account of the road, by which the extension's is judged.

const doc = crypto.randomUUID();
let queue: PostedEntry[] = [];
let acts: number[] = [];
let soon: ReturnType<typeof setTimeout> | undefined;
let leaving = false;
const flying = new Set<Promise<unknown>>();

/** Notes a moment. Call it when the moment has become true for the person: after commit, or in the handler. */
export function tell(told: Told, at = Date.now()): void {
  queue.push({ ...told, at, doc });
  soon ??= setTimeout(flush, 50);
}

/** Sends what is noted. Resolves when the server has all of it, earlier posts too. */
async function flush(): Promise<void> {
  clearTimeout(soon);
  soon = undefined;
  if (acts.length > 0) queue.push({ type: 'acts', times: acts, at: acts[0] ?? 0, doc });
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

/** Starts watching hands and visibility. Once per document. */
export function startTelling(): void {
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
