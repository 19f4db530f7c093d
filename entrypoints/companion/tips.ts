/** Long enough for the pointer to cross from a mark to its tip, short enough not to linger. */
const GRACE_MS = 350;

/** Which tip is open, and whether it stays when the pointer leaves. */
export interface Tips {
  open(): string | null;
  show(key: string, pinned: boolean): void;
  leave(): void;
  keep(): void;
  close(): void;
}

/** Opens and closes tips; Escape and a press anywhere else on the page close them. Ends with the signal. */
export function makeTips(host: Element, changed: () => void, signal: AbortSignal): Tips {
  let open: string | null = null;
  let pinned = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => clearTimeout(timer);
  const close = () => {
    keep();
    if (open === null) return;
    open = null;
    pinned = false;
    changed();
  };

  // Only looked at, never stopped: what the press means to the page is the page's affair.
  window.addEventListener('pointerdown', (event) => event.target !== host && close(), {
    signal,
    capture: true,
    passive: true,
  });
  window.addEventListener('keydown', (event) => event.key === 'Escape' && close(), { signal, capture: true });
  signal.addEventListener('abort', keep);

  return {
    open: () => open,
    show(key, pin) {
      keep();
      // Passing over another mark does not take away a tip that someone pinned to read.
      if (pinned && !pin) return;
      // A press on the mark of an open tip places it anew: the page may have been scrolled.
      if (open === key && !pin) return;
      open = key;
      pinned = pin;
      changed();
    },
    leave() {
      keep();
      if (!pinned && open !== null) timer = setTimeout(close, GRACE_MS);
    },
    keep,
    close,
  };
}
