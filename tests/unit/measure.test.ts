import { expect, it } from 'vitest';
import { placeMarks } from '../../components/companion/place.ts';
import { type Measured, measure } from '../../entrypoints/companion/measure.ts';
import type { FieldAnchor } from '../../lib/messages/index.ts';
import { type Layout, openLayout } from '../fixtures/layout.ts';

const WINDOW = { width: 360, height: 640 };

/** What is measured of these fields, all of them marked, with the page scrolled to there. */
function measured(
  layout: Layout,
  keys: readonly string[],
  more: Readonly<Record<string, Partial<FieldAnchor>>> = {},
  at = { x: 0, y: 0 },
): Measured {
  layout.scrollTo(at.x, at.y);
  const near = { keys, parts: [{ after: null, before: null }], holder: document.body, roots: [], kept: null };
  const view = () => ({ left: -at.x, top: -at.y, ...WINDOW });
  const work = measure(new Set(keys), near, (key) => ({ ...layout.anchor(`#${key}`), ...more[key] }), view);
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
    expect(marksOf(measured(wide, ['a', 'b'], {}, { x, y: 0 }))).toEqual([
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

it.each([
  ['a star', '<span data-words="144 100 8 24">*</span>', 156],
  ['a hint', '<small data-words="144 104 60 16">(in hoa)</small>', 208],
  ['a star behind what is hidden', '<b hidden></b> <span><i data-words="142 100 16 24">(*)</i></span>', 162],
  ['nothing', '', 144],
  ['a star far off', '<span data-words="300 100 8 24">*</span>', 144],
  [
    'a star, and not after the next label',
    '<i data-words="142 100 8 24">*</i> <label data-words="190 100 80 24">Dân tộc</label>',
    154,
  ],
])('a mark stands after %s that follows the label in its line', (_what, after, x) => {
  const html = `<label for="a" data-words="20 100 120 24">Họ tên</label>${after}
    <p data-words="20 124 300 6">Như trong giấy khai sinh</p>
    <input id="a" data-box="20 130 200 40"><b data-words="230 100 90 24">Dân tộc</b>`;
  expect(marksOf(measured(openLayout(html, WINDOW), ['a']))[0]?.x).toBe(x);
});

it('a mark keeps to its own label where the control stands in it or before it', () => {
  const html = `<label id="own" data-words="20 100 90 24">Họ tên <input id="a" data-box="20 130 200 40"></label>
    <span data-words="114 100 90 24">Dân tộc:</span><input id="b" data-box="250 100 20 20">
    <label for="b" data-words="20 200 90 24">Có</label><span data-words="114 200 90 24">Giới tính:</span>`;
  const layout = openLayout(html, WINDOW);
  const { fields } = measured(layout, ['a', 'b'], { a: { label: layout.find('#own') } });
  expect([...fields.values()].map(({ label }) => label.length)).toEqual([1, 1]);
});

it.each([
  'iframe',
  'img',
  'summary',
  'span role="checkbox"',
  'span role="radio"',
  'div role="link"',
  'button',
])('no mark lies on a control beside its field: %s', (control) => {
  const html = `<div><input id="a" data-box="20 130 200 40"><${control} data-box="224 130 80 40"></div>`;
  const [mark] = marksOf(measured(openLayout(html, WINDOW), ['a']));
  expect(mark).toEqual({ x: 200, y: 109 });
});
