import { expect, it, vi } from 'vitest';
import { type GeometryListeners, watchGeometry } from '../../entrypoints/companion/geometry.ts';

class Element extends EventTarget {}

/** A page that nothing is heard of yet, and what is heard of it. */
function watched() {
  const document = Object.assign(new EventTarget(), { documentElement: new Element(), body: new Element() });
  const disconnect = vi.fn();
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', document);
  vi.stubGlobal('Node', Element);
  class Sizes {
    disconnect = disconnect;
    observe() {}
  }
  vi.stubGlobal('ResizeObserver', Sizes);
  const heard: string[] = [];
  const hear = (name: string) => () => void heard.push(name);
  const life = new AbortController();
  const on: GeometryListeners = {
    resized: hear('resized'),
    scrolled: hear('scrolled'),
    scrolledWithin: hear('scrolled within'),
    arrived: hear('arrived'),
    seen: hear('seen'),
  };
  watchGeometry(on, life.signal);
  return { document, disconnect, life, heard };
}

it('what the page slid or faded somewhere is heard of when it has arrived', () => {
  const { document, heard } = watched();
  document.dispatchEvent(new Event('transitionend'));
  document.dispatchEvent(new Event('animationend'));
  expect(heard).toEqual(['arrived', 'arrived']);
});

it('nothing is heard after its end', () => {
  const { document, disconnect, life, heard } = watched();
  life.abort();
  const types = ['scroll', 'visibilitychange', 'transitionend', 'animationend'];
  for (const type of types) document.dispatchEvent(new Event(type));
  window.dispatchEvent(new Event('resize'));
  expect(heard).toEqual([]);
  expect(disconnect).toHaveBeenCalledOnce();
});
