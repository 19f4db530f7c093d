import { expect, it } from 'vitest';
import { placeMarks } from '../../components/companion/place.ts';
import { type Measured, measure } from '../../entrypoints/companion/measure.ts';
import { type Layout, openLayout } from '../fixtures/layout.ts';

const WINDOW = { width: 360, height: 640 };

/** What is measured of these fields, all of them marked, with the page scrolled to there. */
function measured(layout: Layout, keys: readonly string[], at = { x: 0, y: 0 }): Measured {
  layout.scrollTo(at.x, at.y);
  const near = { keys, parts: [{ after: null, before: null }], holder: document.body, roots: [], kept: null };
  const view = () => ({ left: -at.x, top: -at.y, ...WINDOW });
  const work = measure(new Set(keys), near, (key) => layout.anchor(`#${key}`), view);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
const marksOf = ({ fields, taken }: Measured) => placeMarks([...fields.values()], taken);

it('a page that is wider than the window has a mark on either side of it, wherever it is scrolled to', () => {
  const wide = openLayout(
    `<label for="a" data-words="20 100 120 24">Họ tên</label><input id="a" data-box="20 130 200 40">
    <label for="b" data-words="700 100 120 24">Ngày sinh</label><input id="b" data-box="700 130 200 40">`,
    WINDOW,
  );
  for (const x of [0, 300, 600])
    expect(marksOf(measured(wide, ['a', 'b'], { x, y: 0 }))).toEqual([
      { x: 144, y: 102 },
      { x: 824, y: 102 },
    ]);
});

it('no mark makes the page wider than it is', () => {
  const full = openLayout('<input id="a" data-box="8 130 352 40">', WINDOW);
  expect(marksOf(measured(full, ['a']))).toEqual([{ x: 340, y: 109 }]);
});

it.each([
  ['fixed', [{ x: 144, y: 102 }, null]],
  ['static', [null, null]],
])('what is %s in a box that is scrolled', (position, marks) => {
  const drawer = openLayout(
    `<div style="overflow-y: auto" data-box="0 0 360 60"><div style="position: ${position}">
      <label for="a" data-words="20 100 120 24">Họ tên</label><input id="a" data-box="20 130 200 40">
      <label for="b" data-words="400 100 120 24">Ngày sinh</label><input id="b" data-box="400 130 200 40">
    </div></div>`,
    WINDOW,
  );
  expect(marksOf(measured(drawer, ['a', 'b']))).toEqual(marks);
});
