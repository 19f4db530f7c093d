import { overlaps } from '../../components/companion/rect.ts';

/** Brings an element into sight. Nothing of it is focused or touched. */
export function reveal(element: Element): void {
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
}

/** Scrolls the page on where the panel lies on what is to be seen, as long as there is room above the panel. */
export function scrollClear(element: Element, panel: DOMRect | undefined): void {
  const box = element.getBoundingClientRect();
  if (!panel || !overlaps(box, panel) || panel.top < box.height) return;
  window.scrollBy({ top: box.top - (panel.top - box.height) / 2, behavior: 'instant' });
}
