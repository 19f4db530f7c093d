import { expect, it } from 'vitest';
import { actIn } from '../../components/companion/kept-focus.ts';

/** A body with buttons of these names. Like a page it throws at a selector in which a name's quotes end the string. */
function bodyOf(...names: string[]): ParentNode {
  const buttons = names.map((act) => ({ dataset: { act } }));
  const find = (selector: string) => {
    if (selector !== '[data-act]') throw new SyntaxError(`${selector} is not a valid selector`);
    return buttons;
  };
  return { querySelectorAll: find, querySelector: (it: string) => find(it)[0] } as unknown as ParentNode;
}

it('finds the button of a document whose name has quotes', () => {
  const name = 'go-row/Giấy "ra viện"';
  expect(actIn(bodyOf('show', name), name)?.dataset.act).toBe(name);
});

it('takes the first button in place of one that is no more', () => {
  expect(actIn(bodyOf('answer-yes', 'end-later'), 'rate-4')?.dataset.act).toBe('answer-yes');
  expect(actIn(bodyOf(), 'rate-4')).toBeUndefined();
});
