import type { Size } from './rect.ts';

/** The window without its scroll bars. Asked for only when it may have changed: the answer may cost a layout of the page. */
export function viewportNow(): Size {
  // A page without a doctype says of its root element how high it is itself.
  const { clientWidth: width, clientHeight: height } =
    document.compatMode === 'BackCompat' ? document.body : document.documentElement;
  return { width, height };
}
