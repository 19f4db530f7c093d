import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Where an element stands: from itself up to a box, each within its parent and at which place there. */
type Place = readonly { parent: Element; at: number }[];

/**
 * Someone on the keyboard goes on where the button was that they pressed, when it has gone with what it stood in: a page
 * of the portal would begin again at its top. A press with the mouse leaves the cursor in the portal's field, and takes
 * nothing from there.
 */
export function useHeldPlace(box: RefObject<HTMLElement | null>): void {
  const held = box.current && focusedIn(box.current);
  const place = box.current && held instanceof HTMLButtonElement ? placeOf(held, box.current) : null;
  useLayoutEffect(() => {
    if (!place || held?.isConnected || !box.current || focusedIn(box.current)) return;
    const left = place.find(({ parent }) => parent.isConnected);
    if (left) firstFrom(left.parent, left.at)?.focus({ preventScroll: true });
  });
}

function focusedIn(box: Element): Element | null {
  const active = focusedNear(box);
  return box.contains(active) ? active : null;
}

/** What has the focus in the shadow root that an element stands in. */
export function focusedNear(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.activeElement : null;
}

function placeOf(element: Element, box: Element): Place {
  const place: { parent: Element; at: number }[] = [];
  for (let it = element; it !== box && it.parentElement; it = it.parentElement)
    place.push({ parent: it.parentElement, at: [...it.parentElement.children].indexOf(it) });
  return place;
}

/** The first control at that place or after it, or else the nearest before it. */
function firstFrom(parent: Element, at: number): HTMLElement | null {
  const children = [...parent.children];
  for (const child of [...children.slice(at), ...children.slice(0, at).reverse()]) {
    const found = controlIn(child);
    if (found) return found;
  }
  return null;
}

/** What is to be filled in comes before the buttons beside it. */
function controlIn(element: Element): HTMLElement | null {
  if (element instanceof HTMLButtonElement) return element.disabled ? null : element;
  return (
    element.querySelector<HTMLElement>('textarea:enabled, select:enabled') ??
    element.querySelector<HTMLElement>('button:enabled, input:enabled')
  );
}
