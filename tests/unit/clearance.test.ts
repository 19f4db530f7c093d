import { afterEach, expect, it, vi } from 'vitest';
import { cornersOf } from '../../components/companion/place.ts';
import { type Clearance, makeClearance } from '../../entrypoints/companion/clearance.ts';
import type { Host } from '../../entrypoints/companion/host.ts';
import type { Searched } from '../../lib/portal/index.ts';

const WINDOW = { width: 1366, height: 657 };

afterEach(() => {
  vi.useRealTimers();
});

const element = (localName: string, left: number, top: number, width: number, height: number): Element => {
  const box = { left, top, right: left + width, bottom: top + height, width, height };
  return { localName, getBoundingClientRect: () => box, checkVisibility: () => true } as unknown as Element;
};

/** A page on which the panel stands in the bottom right corner. */
function pageWith({
  next = null as Element | null,
  focused = null as Element | null,
  pressed = [] as Element[],
  opened = [] as Element[],
}) {
  vi.useFakeTimers();
  const body = {};
  vi.stubGlobal('location', { pathname: '/x' });
  vi.stubGlobal('document', {
    documentElement: { clientWidth: WINDOW.width, clientHeight: WINDOW.height },
    body,
    activeElement: focused ?? body,
    addEventListener: () => {},
  });
  vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run));
  vi.stubGlobal('cancelIdleCallback', () => {});
  const panel = element('section', 1046, 241, 304, 400);
  const container = { querySelector: () => panel, addEventListener: () => {} };
  const clearance = makeClearance(
    { element: {}, container } as unknown as Host,
    {
      querySelectorAll: (what: string) => (what.startsWith('button') ? pressed : opened),
    } as unknown as Searched,
    () => ({ right: 16, bottom: 16 }),
    () => next,
    () => {},
    (work) => work,
    new AbortController().signal,
  );
  return clearance;
}

/** Where it stands once it has looked, and the time has passed for which it stands. */
async function asideAfter(clearance: Clearance) {
  clearance.look();
  await vi.advanceTimersByTimeAsync(3_000);
  return clearance.aside();
}

/** Where the panel goes from its corner, with the focus where it is. */
const asideOf = (next: Element, focused: Element | null) => asideAfter(pageWith({ next, focused }));

const onward = element('button', 1060, 605, 130, 40);

it('the panel leaves the button that leads on, and the field with the cursor', async () => {
  const above = { right: 16, bottom: WINDOW.height - 605 + 4 };
  expect(await asideOf(onward, null)).toEqual(above);
  const field = element('input', 1060, 300, 130, 40);
  expect(cornersOf(WINDOW)).toContainEqual(await asideOf(onward, field));
});

it.each([
  ['the frame of the declaration', element('iframe', 200, -900, 966, 1_500)],
  ['a frame of half the window', element('iframe', 200, 200, 966, 400)],
  ['a dialog', element('div', 0, 0, 1_366, 657)],
])('the panel leaves the button that leads on, with the focus on %s', async (_name, focused) => {
  expect(await asideOf(onward, focused)).not.toBeNull();
});

it('the panel leaves at least the button where no place is free of the field as well', async () => {
  expect(await asideOf(onward, element('textarea', 100, 100, 1_100, 400))).not.toBeNull();
});

/** A radio button that stands clear of the panel, in a group with another whose words stand under it. */
function radioBeside(words: Element, name = 'a'): Element {
  const radio = (left: number, label: Element) =>
    Object.assign(element('input', left, 300, 20, 20), {
      type: 'radio',
      name,
      form: null,
      labels: [label],
    });
  const [first, second] = [radio(500, element('label', 524, 300, 80, 20)), radio(1_020, words)];
  const group = { getRootNode: () => ({ querySelectorAll: () => [first, second] }) };
  Object.assign(first, group);
  return first;
}

it('the panel leaves the other answers of the question with the cursor, and their words', async () => {
  const clear = element('label', 900, 300, 100, 20);
  expect(await asideAfter(pageWith({ focused: radioBeside(clear) }))).toBeNull();
  const under = element('label', 1_044, 300, 100, 20);
  expect(await asideAfter(pageWith({ focused: radioBeside(under) }))).not.toBeNull();
  // Without a name nothing tells which of the page's are of the same question.
  expect(await asideAfter(pageWith({ focused: radioBeside(under, '') }))).toBeNull();
  // Where no place is free of them all, at least the one with the cursor stays free.
  const broad = element('label', 0, 100, 1_366, 500);
  expect(await asideAfter(pageWith({ next: onward, focused: radioBeside(broad) }))).not.toBeNull();
});

it('the panel leaves any button that is seen, and none that is not', async () => {
  expect(await asideAfter(pageWith({ pressed: [onward] }))).not.toBeNull();
  const unseen = { ...onward, checkVisibility: () => false };
  expect(await asideAfter(pageWith({ pressed: [unseen] }))).toBeNull();
});

it('the panel leaves the calendar or the list that is open, and none that is folded', async () => {
  const calendar = element('div', 1000, 250, 296, 354);
  expect(await asideAfter(pageWith({ opened: [calendar] }))).not.toBeNull();
  const folded = { ...calendar, checkVisibility: () => false };
  expect(await asideAfter(pageWith({ opened: [folded] }))).toBeNull();
  const dialog = element('div', 100, 50, 1_200, 600);
  expect(await asideAfter(pageWith({ opened: [dialog] }))).toBeNull();
});

it('the panel stays where a person put it, on that page', async () => {
  const clearance = pageWith({ pressed: [onward] });
  clearance.settled();
  expect(await asideAfter(clearance)).toBeNull();
  location.pathname = '/y';
  expect(await asideAfter(clearance)).not.toBeNull();
});
