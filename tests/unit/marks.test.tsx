import { expect, it } from 'vitest';
import { Marks } from '../../components/companion/Marks.tsx';
import type { Actions } from '../../components/companion/model.ts';
import { openView } from '../fixtures/view.tsx';

it('the frame around what was gone to is seen over whatever the page puts over its form', async () => {
  const view = openView();
  const spot = { key: 'logout', box: { left: 900, top: 10, right: 1_000, bottom: 50 } };
  const model = { language: 'vi', marks: [], tip: null, spot, point: null } as const;
  await view.show(<Marks model={model} act={{} as Actions} panelBox={() => null} />);
  // A logout stands in a header, which lies over the form, and so over its marks.
  expect(view.root.querySelector('.spot')?.closest('.layer')?.classList).toContain('top');
});

it('each mark lies at the height of its own field', async () => {
  const view = openView();
  const reason = { source: null, again: true, state: null, advice: 'do.fill' } as const;
  const mark = (key: string, level: number) => ({ key, label: key, reason, at: { x: 100, y: 100, level } });
  const marks = [mark('form', 0), mark('dialog', 1_050)];
  const model = { language: 'vi', marks, tip: null, spot: null, point: null } as const;
  await view.show(<Marks model={model} act={{} as Actions} panelBox={() => null} />);
  const shown = [...view.root.querySelectorAll<HTMLElement>('.mark')];
  expect(shown.map(({ style }) => Number(style.zIndex))).toEqual([0, 1_050]);
});
