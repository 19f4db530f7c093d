import { parseHTML } from 'linkedom';
import { afterEach, expect, it, vi } from 'vitest';
import { gather, nothing } from '../../lib/watch/gathered.ts';

afterEach(() => vi.unstubAllGlobals());

/** What is known after the text just inside an element has changed. */
function afterWordsIn(selector: string) {
  const { document, Element } = parseHTML(
    '<form>Còn 14:59 <div class="field"><span>Hà Nội</span></div></form>',
  );
  vi.stubGlobal('Element', Element);
  const element = document.querySelector(selector);
  const record = { target: element?.firstChild, type: 'characterData', addedNodes: [], attributeName: null };
  const into = nothing();
  gather([record as unknown as MutationRecord], { roots: '.field', wanted: '.field' }, into);
  return { changed: [...into.changed].map(({ className }) => className), above: into.above };
}

it('a clock that ticks just inside a form is no reason to go through the page anew', () => {
  expect(afterWordsIn('form')).toEqual({ changed: [], above: false });
});

it('other words inside a field are a change of what it shows', () => {
  expect(afterWordsIn('span')).toEqual({ changed: ['field'], above: false });
});
