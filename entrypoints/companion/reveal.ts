import { overlaps } from '../../components/companion/rect.ts';
import { viewportNow } from '../../components/companion/viewport.ts';
import type { Host } from './host.ts';

/**
 * Brings an element into sight. Nothing of it is focused or touched. What is higher than the window, as the frame of a
 * whole declaration, is shown from its top: its middle would be anywhere.
 */
export function reveal(element: Element): void {
  const isHigher = element.getBoundingClientRect().height > viewportNow().height;
  element.scrollIntoView({ block: isHigher ? 'start' : 'center', inline: 'nearest', behavior: 'instant' });
}

/** Scrolls on where the panel lies on what is to be seen, as long as there is room above the panel or below it. */
export function scrollClear(element: Element, { container }: Host): void {
  const panel = container.querySelector('.box')?.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  if (!panel || !overlaps(box, panel)) return;
  const rooms = [
    [0, panel.top],
    [panel.bottom, viewportNow().height],
  ] as const;
  const room = rooms.find(([from, to]) => to - from >= box.height);
  if (!room) return;
  const top = (room[0] + room[1] - box.height) / 2;
  scrollerOf(element, top).scrollBy({ top: box.top - top, behavior: 'instant' });
}

/** The nearest box that a person can scroll and that reaches up to there, or else the page. */
function scrollerOf(element: Element, top: number): Pick<Element, 'scrollBy'> {
  for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
    const isLonger = box.scrollHeight > box.clientHeight;
    const scrolls = isLonger && /auto|scroll/.test(getComputedStyle(box).overflowY);
    if (scrolls && box.getBoundingClientRect().top <= top) return box;
  }
  return window;
}
