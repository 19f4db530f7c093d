import { expect, it, vi } from 'vitest';
import { viewportNow } from '../../components/companion/viewport.ts';

const WINDOW = { clientWidth: 1_265, clientHeight: 720 };
const WHOLE = { clientWidth: 1_265, clientHeight: 9_000 };

it.each([
  ['CSS1Compat', { documentElement: WINDOW, body: WHOLE }],
  ['BackCompat', { documentElement: WHOLE, body: WINDOW }],
])('the window is as high as it is seen, and not as the page is: %s', (compatMode, elements) => {
  vi.stubGlobal('document', { compatMode, ...elements });
  expect(viewportNow()).toEqual({ width: 1_265, height: 720 });
});
