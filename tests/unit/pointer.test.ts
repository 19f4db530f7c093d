import { expect, it, vi } from 'vitest';
import { makePointer } from '../../entrypoints/companion/guide/pointer.ts';
import type { Host } from '../../entrypoints/companion/host.ts';

vi.mock('../../entrypoints/companion/reveal.ts', () => ({ reveal: () => {}, scrollClear: () => {} }));
vi.stubGlobal('window', { addEventListener: () => {} });
vi.stubGlobal('document', { documentElement: { clientWidth: 1_280, clientHeight: 720 } });
vi.stubGlobal('requestAnimationFrame', (run: () => void) => run());

const element = (left: number, top: number, width: number, height: number): Element => {
  const box = { left, top, right: left + width, bottom: top + height, width, height };
  return { isConnected: true, getBoundingClientRect: () => box } as unknown as Element;
};

it('the panel steps off what is pointed at, and stays where a person then puts it', () => {
  const life = new AbortController();
  const panel = element(960, 304, 304, 400);
  const host = { container: { querySelector: () => panel } } as unknown as Host;
  const pointer = makePointer(
    host,
    () => {},
    () => {},
    (work) => work,
    life.signal,
  );
  const button = element(1_000, 600, 130, 40);
  pointer.at({ key: 'submit', item: null, inFrame: false, find: () => button });
  expect(pointer.aside()).not.toBeNull();
  pointer.settled();
  expect(pointer.aside()).toBeNull();
  expect(pointer.target()?.key).toBe('submit');
  life.abort();
});
