import { useSyncExternalStore } from 'react';
import { leaveFor } from './tell.ts';

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('popstate', listener);
  };
}

/** Path and query of the page shown. */
export function useLocation(): URL {
  return new URL(useSyncExternalStore(subscribe, () => location.href));
}

/** Shows another page without loading a document, as the portal does. */
export function go(path: string): void {
  history.pushState(null, '', path);
  scrollTo(0, 0);
  for (const listener of [...listeners]) listener();
}

/** Leaves for the login host; the citizen comes back to `back`, by default to this page. */
export function leaveForLogin(back = location.pathname + location.search): void {
  leaveFor(`/auth/login?back=${encodeURIComponent(back)}`);
}
