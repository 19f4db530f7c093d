/** What the page's geometry is heard to do. */
export interface GeometryListeners {
  /** The window or the page changed its size. */
  resized(): void;
  /** A box inside the page was scrolled. */
  scrolled(box: Node): void;
  /** The tab went out of sight or came back. */
  seen(): void;
}

/** Hears what moves things without the watcher's knowing: the window, late fonts and pictures, inner scrolling. */
export function watchGeometry({ resized, scrolled, seen }: GeometryListeners, signal: AbortSignal): void {
  window.addEventListener('resize', resized, { signal, passive: true });
  // The page's own scrolling takes the marks along.
  const heard = ({ target }: Event) => target instanceof Node && target !== document && scrolled(target);
  document.addEventListener('scroll', heard, { signal, passive: true, capture: true });
  document.addEventListener('visibilitychange', seen, { signal });
  const sizes = new ResizeObserver(resized);
  sizes.observe(document.documentElement);
  if (document.body) sizes.observe(document.body);
  signal.addEventListener('abort', () => sizes.disconnect());
}
