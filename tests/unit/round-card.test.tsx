import { expect, it } from 'vitest';
import { RoundCard, type RoundView } from '../../components/people/RoundCard.tsx';
import type { Round } from '../../lib/messages/index.ts';
import { setRoundSchema } from '../../lib/messages/schema.ts';
import { openView } from '../fixtures/view.tsx';

/** A round as the day is told it: with its day. */
const SAVED: Round = { day: '2026-11-22', outreach: 'Mùa hè xanh', commune: 'Mường La', team: '' };

it('says of an edited round what the background takes, and nothing of the day it was read from', async () => {
  const view = openView();
  const said: RoundView[] = [];
  const save = async (it: RoundView) => {
    said.push(it);
    return 'saved' as const;
  };
  await view.show(<RoundCard round={SAVED} onSave={save} />);
  await view.press('Sửa');
  await view.type('team', 'Đội 2');
  await view.submit();
  expect(said).toEqual([{ outreach: 'Mùa hè xanh', commune: 'Mường La', team: 'Đội 2' }]);
  expect(setRoundSchema.safeParse({ name: 'set-round', round: said[0] }).success).toBe(true);
});

it('does not go on saying that it was saved under an edit that is not', async () => {
  const view = openView();
  await view.show(<RoundCard round={SAVED} onSave={async () => 'saved'} />);
  await view.press('Sửa');
  await view.submit();
  expect(view.root.textContent).toContain('Đã lưu cho hôm nay.');
  await view.press('Sửa');
  expect(view.root.textContent).not.toContain('Đã lưu cho hôm nay.');
});

it('has the focus on the first name when it is edited, and on the way back to that once it is saved', async () => {
  const view = openView();
  await view.show(<RoundCard round={null} onSave={async () => 'saved'} />);
  await view.type('commune', 'Mường La');
  expect(view.focused()).toBeNull();
  await view.submit();
  // What was saved comes back by the records.
  await view.show(<RoundCard round={SAVED} onSave={async () => 'saved'} />);
  expect(view.focused()?.textContent).toBe('Sửa');
  await view.press('Sửa');
  expect(view.focused()?.getAttribute('name')).toBe('outreach');
  await view.submit();
  expect(view.focused()?.textContent).toBe('Sửa');
});
