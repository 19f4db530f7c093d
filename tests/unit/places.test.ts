import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makePlaces } from '../../entrypoints/companion/places.ts';
import type { Bus } from '../../lib/messages/index.ts';
import { field } from '../fixtures/field.ts';
import { openLayout } from '../fixtures/layout.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run));
  vi.stubGlobal('cancelIdleCallback', clearTimeout);
});
afterEach(() => {
  vi.useRealTimers();
});

/** The places of the marks of these fields, once all that were near have theirs. */
async function placesOn(html: string, keys: readonly string[]) {
  const layout = openLayout(`${html}<i id="host" data-box="0 0 0 0"></i>`, { width: 1_280, height: 720 });
  const changed = vi.fn();
  const places = makePlaces(
    { anchor: (key: string) => layout.anchor(`#${key}`) } as Bus,
    layout.find('#host'),
    () => null,
    changed,
    (work) => work,
    new AbortController().signal,
  );
  const fields = keys.map((key, order) => field({ key, order, visible: true }));
  const reason = { source: null, again: true, state: null, advice: 'do.fill' } as const;
  const rest = () => vi.advanceTimersByTimeAsync(3_000);
  places.want(
    fields.map((it) => ({ field: it, reason })),
    fields,
  );
  await rest();
  return { layout, places, changed, rest };
}

const input = (id: string, top: number, left = 20) =>
  `<label for="${id}" data-words="${left} ${top - 30} 120 24">Họ tên</label><input id="${id}" data-box="${left} ${top} 200 40">`;

it('the mark of a field that is fixed to the window stays beside it while the page is scrolled', async () => {
  const panel = `<div style="position: fixed">${input('a', 130)}</div>${input('b', 130, 600)}`;
  const { layout, places } = await placesOn(panel, ['a', 'b']);
  expect(places.at('a')).toEqual({ x: 144, y: 102, level: 0 });
  expect(places.at('b')).toEqual({ x: 724, y: 102, level: 0 });
  layout.scrollTo(0, 100);
  places.scrolled();
  expect(places.at('a')).toEqual({ x: 144, y: 202, level: 0 });
  expect(places.at('b')).toEqual({ x: 724, y: 102, level: 0 });
});

it('a box that is scrolled gets its marks though another has some already', async () => {
  const boxes = `<div>${input('a', 130)}</div>
    <div id="list" style="overflow-y: auto" data-box="600 0 600 700">${input('b', 3_000, 620)}</div>`;
  const { layout, places, rest } = await placesOn(boxes, [
    'a',
    ...Array.from({ length: 15 }, () => 'a'),
    'b',
  ]);
  expect(places.at('b')).toBeNull();
  layout.find('#list').setAttribute('data-scrolled', '2700');
  expect(places.scrolledIn(layout.find('#list'))).toBe(true);
  places.follow();
  await rest();
  expect(places.at('b')).toEqual({ x: 744, y: 272, level: 0 });
});

it('to be asked for what has not moved places nothing anew', async () => {
  const { places, changed } = await placesOn(input('a', 9_000), ['a']);
  changed.mockClear();
  // As for an arrow on the page, whose control is looked after.
  for (let at = 0; at < 10_000; at += 250) {
    places.follow();
    await vi.advanceTimersByTimeAsync(250);
  }
  expect(changed).not.toHaveBeenCalled();
});

it('a mark in a shadow root goes with the box that its host stands in, and is not seen outside of it', async () => {
  const box = `<main style="overflow-y: auto" data-box="0 0 1280 400">
    <my-form><template>${input('a', 130)}</template></my-form></main>`;
  const { layout, places, rest } = await placesOn(box, ['a']);
  for (const [by, at] of [
    [50, { x: 144, y: 52, level: 0 }],
    [300, null],
    [0, { x: 144, y: 102, level: 0 }],
  ] as const) {
    layout.find('main').setAttribute('data-scrolled', `${by}`);
    expect(places.scrolledIn(layout.find('main'))).toBe(true);
    places.follow();
    await rest();
    expect(places.at('a')).toEqual(at);
  }
});

it('the marks of a dialog lie over it, and those of the form behind it under it', async () => {
  const page = `${input('a', 130)}<div style="position: fixed; z-index: 1050">${input('b', 330)}</div>`;
  const { places } = await placesOn(page, ['a', 'b']);
  expect(['a', 'b'].map((key) => places.at(key)?.level)).toEqual([0, 1_050]);
});
