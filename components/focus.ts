import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * For what takes the place of a pressed control: it gets the focus each time that `due` becomes another thing that holds.
 * Without this the keyboard would start again at the top of the page. What is no control needs `tabIndex={-1}`.
 */
export function useFocus<E extends HTMLElement>(due: unknown): RefObject<E | null> {
  const ref = useRef<E>(null);
  useEffect(() => {
    if (due) ref.current?.focus();
  }, [due]);
  return ref;
}

/** Gives the focus to something that is no control, to be read out and gone on from. */
export function focusOn(element: HTMLElement | null | undefined): void {
  element?.setAttribute('tabindex', '-1');
  element?.focus();
}
