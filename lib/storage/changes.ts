const CHANNEL = 'dong-hanh/data';

/** Tells the extension's open pages that the stores have changed. */
export function announceChange(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** Calls back after the stores have changed. Returns the way to stop. */
export function onDataChanged(listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', listener);
  return () => channel.close();
}
