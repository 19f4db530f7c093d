/** Hears what a person does until `signal` ends it; events that a script makes up are not heard at all. */
export function hear(
  types: readonly string[],
  signal: AbortSignal,
  listener: (event: Event, target: Element, at: number) => void,
): void {
  const heard = (event: Event) => {
    const target = event.composedPath()[0];
    if (event.isTrusted && target instanceof Element) listener(event, target, Date.now());
  };
  for (const type of types) window.addEventListener(type, heard, { capture: true, passive: true, signal });
}
