import type { Pointing } from '../../../components/companion/guide-model.ts';
import { clearPlace, cornersOf, type Edges } from '../../../components/companion/place.ts';
import { overlaps } from '../../../components/companion/rect.ts';
import { viewportNow } from '../../../components/companion/viewport.ts';
import type { Host } from '../host.ts';
import type { Spot } from '../layer.ts';
import { reveal, scrollClear } from '../reveal.ts';

/** Where the element is looked for again, for a page may have drawn it anew. */
const FOLLOW_MS = 250;
/** An element that stays away for so long is not coming back. */
const GONE_MS = 1_500;

/** So long after a use what it opened counts as opened by it. */
const JUST_MS = 5_000;

/** What to point at. */
export interface Target extends Pointing {
  key: string;
  find(): Element | null;
}

/** The arrow on the page: where it is, and where the panel steps aside for it. */
export interface Pointer {
  at(target: Target): void;
  away(): void;
  /** Once the panel is drawn: sees to it that it does not lie on what is pointed at. */
  clear(): void;
  /** The person put the panel somewhere: it stays there. */
  settled(): void;
  /** What was pointed at was used not long ago. */
  wasUsed(): boolean;
  /** The target as it was given; null while nothing is pointed at. */
  target(): Target | null;
  spot(): Spot | null;
  /** Where the panel has to be so that it does not lie on what is pointed at; null where it may stay. */
  aside(): Edges | null;
}

/**
 * Points at one control until it is used, Escape is pressed, or it is gone. It only looks: the focus stays where it
 * is, and no click or key is kept from the page. `changed` is called when there is something else to draw, `moved`
 * when only the place is another. Ends with the signal.
 */
export function makePointer(
  host: Host,
  changed: () => void,
  moved: () => void,
  safely: (work: () => void) => () => void,
  signal: AbortSignal,
): Pointer {
  let target: Target | null = null;
  let element: Element | null = null;
  let seenAt = 0;
  let usedAt = Number.NEGATIVE_INFINITY;
  let aside: Edges | null = null;
  let visit: AbortController | null = null;
  signal.addEventListener('abort', () => visit?.abort());

  function away(): void {
    if (!target) return;
    visit?.abort();
    visit = target = element = aside = null;
    changed();
  }

  /** Finds the element again. Where it is gone for good the arrow goes too. */
  function follow(): void {
    if (!target) return;
    const found = target.find();
    if (found) {
      seenAt = performance.now();
      element = found;
      moved();
    } else if (performance.now() - seenAt > GONE_MS) away();
  }

  function used({ target: pressed, isTrusted }: Event): void {
    if (isTrusted && pressed instanceof Node && element?.contains(pressed)) {
      usedAt = performance.now();
      away();
    }
  }

  const heard = (event: Event) => safely(() => used(event))();

  /** Makes room: the page is scrolled on, and where that is not enough the panel steps to another corner. */
  function clear(): void {
    const panel = host.container.querySelector('.box')?.getBoundingClientRect();
    if (!element || !panel) return;
    scrollClear(element, host);
    const box = element.getBoundingClientRect();
    if (overlaps(box, panel)) {
      const viewport = viewportNow();
      aside = clearPlace(cornersOf(viewport), [box], panel, viewport);
    }
    changed();
  }

  /** Once the panel is drawn with what it says now: two frames from here. */
  function clearSoon(): void {
    const now = target;
    if (now) requestAnimationFrame(() => requestAnimationFrame(safely(() => target === now && clear())));
  }

  return {
    at(next) {
      const found = next.find();
      if (!found) return;
      visit?.abort();
      visit = new AbortController();
      const life = { signal: visit.signal, capture: true, passive: true };
      target = next;
      element = found;
      aside = null;
      seenAt = performance.now();
      reveal(found);
      const timer = setInterval(safely(follow), FOLLOW_MS);
      visit.signal.addEventListener('abort', () => clearInterval(timer));
      window.addEventListener('scroll', moved, life);
      for (const type of ['click', 'input', 'change']) window.addEventListener(type, heard, life);
      window.addEventListener('keydown', (event) => event.key === 'Escape' && away(), life);
      changed();
      clearSoon();
    },
    clear: clearSoon,
    away,
    settled() {
      aside = null;
    },
    wasUsed: () => performance.now() - usedAt < JUST_MS,
    target: () => target,
    spot: () => (target && element?.isConnected ? { key: target.key, element } : null),
    aside: () => aside,
  };
}
