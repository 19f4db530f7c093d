import { expect, it, vi } from 'vitest';
import type { Rect } from '../../components/companion/rect.ts';
import type { Host } from '../../entrypoints/companion/host.ts';
import { reveal, scrollClear } from '../../entrypoints/companion/reveal.ts';
import { openLayout } from '../fixtures/layout.ts';

/** The panel on the lower right quarter of the window. */
const PANEL = { left: 640, top: 360, right: 1_280, bottom: 720 };

/** By how much which box was scrolled to take the field from under the panel. */
function scrolledOn(
  html: string,
  sizes: Readonly<Record<string, readonly [seen: number, whole: number]>>,
  panel: Rect = PANEL,
) {
  const layout = openLayout(html, { width: 1_280, height: 720 });
  const scrolled: [string, number][] = [];
  const scrolls = (name: string) => (by: ScrollToOptions) => void scrolled.push([name, by.top ?? 0]);
  vi.stubGlobal('window', { scrollBy: scrolls('page') });
  for (const [selector, [clientHeight, scrollHeight]] of Object.entries(sizes))
    Object.assign(layout.find(selector), { clientHeight, scrollHeight, scrollBy: scrolls(selector) });
  const container = { querySelector: () => ({ getBoundingClientRect: () => panel }) };
  scrollClear(layout.find('input'), { container } as unknown as Host);
  return scrolled;
}

const field = '<input data-box="700 380 200 40">';
const list = (inside: string, top = 0) =>
  `<main style="overflow-y: auto" data-box="0 ${top} 1280 720">${inside}</main>`;

it('the page is scrolled on where the panel lies on a field, so that it stands above it', () => {
  expect(scrolledOn(field, {})).toEqual([['page', 220]]);
  expect(scrolledOn('<input data-box="100 380 200 40">', {})).toEqual([]);
});

it('where a box of the page scrolls, that is scrolled', () => {
  expect(scrolledOn(list(field), { main: [720, 3_000] })).toEqual([['main', 220]]);
});

it.each([
  ['has nothing to scroll', list(field), 720],
  ['would hide it', list(field, 300), 3_000],
])('no box is scrolled that %s', (_what, html, whole) => {
  expect(scrolledOn(html, { main: [720, whole] })).toEqual([['page', 220]]);
});

it('where there is no room above the panel, the field comes to stand below it, and otherwise stays', () => {
  expect(scrolledOn(field, {}, { ...PANEL, top: 4, bottom: 520 })).toEqual([['page', -220]]);
  expect(scrolledOn(field, {}, { ...PANEL, top: 4, bottom: 716 })).toEqual([]);
});

it('what is higher than the window is shown from its top, all else in the middle', () => {
  const shown = (height: number) => {
    const layout = openLayout(`<iframe data-box="0 900 1000 ${height}"></iframe>`, {
      width: 1_280,
      height: 720,
    });
    const asked: ScrollIntoViewOptions[] = [];
    const frame = Object.assign(layout.find('iframe'), {
      scrollIntoView: (options: ScrollIntoViewOptions) => void asked.push(options),
    });
    reveal(frame);
    return asked[0]?.block;
  };
  expect(shown(2_000)).toBe('start');
  expect(shown(400)).toBe('center');
});
