import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Actions } from './model.ts';
import { viewportNow } from './viewport.ts';

/** How far an arrow key moves the panel, px. */
const STEP = 24;
/** A press that moves less than this is a click. */
const SLACK = 4;

const ARROWS: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

interface Drag {
  x: number;
  y: number;
  right: number;
  bottom: number;
  moved: boolean;
}

/**
 * Moving by pointer or arrow keys: handlers for whatever one takes hold of. `box` gives the panel's box now, from
 * which the distances to the window's edges are taken, so that a panel held in by the window starts where it is seen.
 */
export function useMove(box: () => DOMRect | null, move: Actions['move']) {
  const drag = useRef<Drag | null>(null);
  const dragged = useRef(false);
  // Where the keys have moved it since it was last drawn: two presses in one frame are two steps.
  const ahead = useRef<{ right: number; bottom: number } | null>(null);
  useLayoutEffect(() => {
    ahead.current = null;
  });

  const edges = () => {
    const rect = box();
    const { width, height } = viewportNow();
    return rect && { right: width - rect.right, bottom: height - rect.bottom };
  };
  const to = (event: PointerEvent, from: Drag) => ({
    right: from.right + from.x - event.clientX,
    bottom: from.bottom + from.y - event.clientY,
  });

  return {
    /**
     * Whether the press that just ended was a movement, so that its click means nothing. Told once: the next click, be
     * it that of a key or of a screen reader, has no press of its own.
     */
    wasDragged() {
      const was = dragged.current;
      dragged.current = false;
      return was;
    },
    handlers: {
      onPointerDown(event: PointerEvent) {
        const from = edges();
        dragged.current = false;
        if (!from || event.button !== 0) return;
        drag.current = { x: event.clientX, y: event.clientY, ...from, moved: false };
        (event.currentTarget as Element).setPointerCapture(event.pointerId);
      },
      onPointerMove(event: PointerEvent) {
        const from = drag.current;
        if (!from) return;
        from.moved ||= Math.hypot(event.clientX - from.x, event.clientY - from.y) > SLACK;
        if (from.moved) move(to(event, from), false);
      },
      onPointerUp(event: PointerEvent) {
        const from = drag.current;
        drag.current = null;
        dragged.current = from?.moved ?? false;
        if (from?.moved) move(to(event, from), true);
      },
      onPointerCancel() {
        drag.current = null;
      },
      onKeyDown(event: KeyboardEvent) {
        dragged.current = false;
        const by = ARROWS[event.key];
        const from = ahead.current ?? edges();
        if (!by || !from) return;
        event.preventDefault();
        ahead.current = { right: from.right - by[0], bottom: from.bottom - by[1] };
        move(ahead.current, true);
      },
    },
  };
}
