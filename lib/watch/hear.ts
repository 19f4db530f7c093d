import { TICKS } from '../fields/index.ts';

/** What a person's click makes a page tick by a click of its own is ticked within so long. */
const WITH_CLICK_MS = 300;
/** When a person last clicked, by whatever key or button. */
let clickedAt = 0;

/**
 * Hears what a person does, in the capture phase, for pages stop events; those that a script makes up are not heard at
 * all, nor what the browser tells of a tick that a script's click has set. `at` is epoch ms.
 */
export function hear(
  types: readonly string[],
  signal: AbortSignal,
  listener: (target: Element, at: number, event: Event) => void,
): void {
  const heard = (event: Event) => {
    const at = Date.now();
    const target = event.composedPath()[0];
    if (!event.isTrusted || !(target instanceof Element)) return;
    // A box that the page draws itself hears of the key, and of no click.
    if (event.type === 'click' || (event as KeyboardEvent).key === ' ') clickedAt = at;
    if (at > clickedAt + WITH_CLICK_MS && /input|change/.test(event.type) && target.matches(TICKS)) return;
    listener(target, at, event);
  };
  for (const type of types) window.addEventListener(type, heard, { capture: true, passive: true, signal });
}
