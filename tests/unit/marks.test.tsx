import { expect, it } from 'vitest';
import { Marks } from '../../components/companion/Marks.tsx';
import type { Actions } from '../../components/companion/model.ts';
import { openView } from '../fixtures/view.tsx';

it('the frame around what was gone to is seen over whatever the page puts over its form', async () => {
  const view = openView();
  const spot = { key: 'logout', box: { left: 900, top: 10, right: 1_000, bottom: 50 } };
  const model = { language: 'vi', marks: [], tip: null, spot, point: null, level: 0 } as const;
  await view.show(<Marks model={model} act={{} as Actions} panelBox={() => null} />);
  // A logout stands in a header, which lies over the form, and so over its marks.
  expect(view.root.querySelector('.spot')?.closest('.layer')?.classList).toContain('top');
});
