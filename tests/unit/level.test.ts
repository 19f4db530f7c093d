import { expect, it } from 'vitest';
import { levelOf } from '../../entrypoints/companion/level.ts';
import { openLayout } from '../fixtures/layout.ts';

it.each([
  ['a page without heights', '<input>', 0],
  ['a dialog over the page', '<div style="position: fixed; z-index: 1050"><input></div>', 1050],
  [
    'a box within a dialog',
    '<div style="position: fixed; z-index: 1050"><div style="position: relative; z-index: 3"><input></div></div>',
    1050,
  ],
  ['a box that has a height and does not stack', '<div style="z-index: 5"><input></div>', 0],
  ['a part of a flex box', '<div style="display: flex"><p style="z-index: 5"><input></p></div>', 5],
  [
    'a box within one that stacks without a height',
    '<div style="opacity: 0.9"><p style="position: relative; z-index: 5"><input></p></div>',
    0,
  ],
  [
    'a shadow root in a dialog',
    '<div style="position: fixed; z-index: 1050"><my-form><template><input></template></my-form></div>',
    1050,
  ],
])('marks lie at the height of %s', (_what, html, level) => {
  const { find } = openLayout(html, { width: 1_280, height: 720 });
  expect(levelOf(find('input'), new Map())).toBe(level);
});
