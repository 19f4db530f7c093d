import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Someone on the keyboard stays on the same button when all of what holds it is made anew; `shape` tells that it is.
 * Buttons are known by their `data-act`. Where the button is no more, the first one takes its place.
 */
export function useKeptFocus(shape: string) {
  const body = useRef<HTMLDivElement>(null);
  const root = body.current?.getRootNode();
  const focused = root instanceof ShadowRoot ? root.activeElement : null;
  const held = focused instanceof HTMLElement ? focused.dataset.act : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a body that was made anew has lost its focus
  useLayoutEffect(() => {
    if (held !== undefined && body.current) actIn(body.current, held)?.focus({ preventScroll: true });
  }, [shape]);
  return body;
}

/**
 * The button of that name, or else the first there is. Names are compared and not put into a selector: they hold words
 * of the page, quotes among them.
 */
export function actIn(body: ParentNode, name: string): HTMLElement | undefined {
  const all = [...body.querySelectorAll<HTMLElement>('[data-act]')];
  return all.find(({ dataset }) => dataset.act === name) ?? all[0];
}
