/** What the page's geometry is heard to do. */
export interface GeometryListeners {
  /** The window or the page changed its size. */
  resized(): void;
  /** The page was scrolled, which takes the marks along. */
  scrolled(): void;
  /** A box inside the page was scrolled. */
  scrolledWithin(box: Node): void;
  /** What the page moved in its own time has come to rest. */
  arrived(): void;
  /** The tab went out of sight or came back. */
  seen(): void;
}

/** Hears what moves things without the watcher's knowing: the window, late fonts and pictures, scrolling, transitions. */
export function watchGeometry(on: GeometryListeners, signal: AbortSignal): void {
  const { resized, scrolled, scrolledWithin, arrived, seen } = on;
  window.addEventListener('resize', resized, { signal, passive: true });
  const heard = ({ target }: Event) => {
    if (target === document) scrolled();
    else if (target instanceof Node) scrolledWithin(target);
  };
  document.addEventListener('scroll', heard, { signal, passive: true, capture: true });
  for (const type of ['transitionend', 'animationend'])
    document.addEventListener(type, arrived, { signal, passive: true, capture: true });
  document.addEventListener('visibilitychange', seen, { signal });
  const sizes = new ResizeObserver(resized);
  sizes.observe(document.documentElement);
  if (document.body) sizes.observe(document.body);
  signal.addEventListener('abort', () => sizes.disconnect());
}
