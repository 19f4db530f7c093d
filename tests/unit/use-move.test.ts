import { expect, it, vi } from 'vitest';
import { useMove as moving } from '../../components/companion/use-move.ts';

vi.mock('preact/hooks', () => ({
  useRef: (current: unknown) => ({ current }),
  useLayoutEffect: () => {},
}));
vi.stubGlobal('document', { documentElement: { clientWidth: 1_280, clientHeight: 720 } });

const pressed = (clientX: number) => {
  const currentTarget = { setPointerCapture: () => {} };
  return { button: 0, pointerId: 1, clientX, clientY: 0, currentTarget } as unknown as PointerEvent;
};

function dragged() {
  const box = { right: 1_264, bottom: 704 } as DOMRect;
  const move = moving(() => box, vi.fn());
  move.handlers.onPointerDown(pressed(100));
  move.handlers.onPointerMove(pressed(40));
  move.handlers.onPointerUp(pressed(40));
  return move;
}

it('the click with which a movement ends means nothing', () => {
  expect(dragged().wasDragged()).toBe(true);
});

it('a key or another click after it opens the pill', () => {
  const byKey = dragged();
  byKey.handlers.onKeyDown({ key: 'Enter' } as KeyboardEvent);
  expect(byKey.wasDragged()).toBe(false);
  const byClick = dragged();
  byClick.wasDragged();
  expect(byClick.wasDragged()).toBe(false);
});
