/**
 * Alt+Shift+D anywhere on the page opens and collapses the panel, but not in a frame of it: that is another document. The
 * key is only heard, never kept from the page, and a press that a script makes up is not heard at all.
 */
export function onShortcut(pressed: () => void, signal: AbortSignal): void {
  const heard = ({ isTrusted, altKey, shiftKey, ctrlKey, metaKey, code, repeat }: KeyboardEvent) => {
    if (isTrusted && altKey && shiftKey && !ctrlKey && !metaKey && code === 'KeyD' && !repeat) pressed();
  };
  window.addEventListener('keydown', heard, { capture: true, passive: true, signal });
}
