import { expect, it } from 'vitest';
import { Erase, type Undo } from '../../components/erase.tsx';
import type { Counts } from '../../lib/metrics/index.ts';
import { NO_RECORDS } from '../fixtures/records.ts';
import { openView } from '../fixtures/view.tsx';

const erase = (counts: Partial<Counts>, lost: Partial<Counts> = {}) => (
  <Erase
    offered
    running={false}
    count={async () => ({ ...NO_RECORDS, ...counts })}
    erase={async () => async () => ({ ...NO_RECORDS, ...lost })}
  />
);

it('names everything that goes, notes and rounds too, and nothing of which there is none', async () => {
  const view = openView();
  await view.show(erase({ submissions: 3, fields: 40, days: 2, notes: 5, rounds: 1 }));
  await view.press('Xoá tất cả');
  expect([...view.root.querySelectorAll('li')].map((it) => it.textContent)).toEqual([
    '3 hồ sơ, cùng giờ từng bước',
    '40 ô khai đã xem',
    'Tổng kết của 2 ngày',
    '5 ghi chú đã viết',
    'Tên đợt tình nguyện của 1 ngày',
  ]);
});

it('does not say that no dossier was deleted where there was none to delete', async () => {
  const view = openView();
  await view.show(erase({ rounds: 1 }));
  await view.press('Xoá tất cả');
  await view.press('Xoá hết');
  expect(view.root.textContent).toContain('Đã xoá hết.');
});

it('never lets the focus fall to the top of the page: from the safe answer to Undo and to what Undo did', async () => {
  const view = openView();
  await view.show(erase({ submissions: 3 }));
  await view.press('Xoá tất cả');
  expect(view.focused()?.textContent).toBe('Giữ lại');
  await view.press('Giữ lại');
  expect(view.focused()?.textContent).toBe('Xoá tất cả');
  await view.press('Xoá tất cả');
  await view.press('Xoá hết');
  expect(view.focused()?.textContent).toBe('Hoàn tác');
  await view.press('Hoàn tác');
  expect(view.focused()?.textContent).toBe('Đã lấy lại đủ.');
});

it('does not offer to keep what is being deleted: a second deletion would leave the first without its Undo', async () => {
  const view = openView();
  const never = () => new Promise<never>(() => {});
  await view.show(
    <Erase offered running={false} count={async () => ({ ...NO_RECORDS, submissions: 3 })} erase={never} />,
  );
  await view.press('Xoá tất cả');
  await view.press('Xoá hết');
  const offered = [...view.root.querySelectorAll('button')].filter((it) => !it.disabled);
  expect(offered.map((it) => it.textContent)).toEqual([]);
});

it('ends by saying how much of what was deleted could not be brought back', async () => {
  const view = openView();
  await view.show(erase({ submissions: 3, fields: 40 }, { submissions: 1, fields: 12 }));
  await view.press('Xoá tất cả');
  await view.press('Xoá hết');
  await view.press('Hoàn tác');
  expect(view.buttons()).toEqual(['Xoá tất cả']);
  const told = view.root.querySelector('[role="status"]');
  expect(told?.textContent).toContain('Không lấy lại được những mục đã hỏng từ trước khi xoá:');
  expect([...(told?.querySelectorAll('li') ?? [])].map((it) => it.textContent)).toEqual([
    '1 hồ sơ, cùng giờ từng bước',
    '12 ô khai đã xem',
  ]);
  expect(view.focused()).toBe(told);
});

it('says how much is back already while many dossiers come back', async () => {
  const view = openView();
  const undo: Undo = (progress) => {
    progress(1, 4);
    return new Promise(() => {});
  };
  await view.show(
    <Erase
      offered
      running={false}
      count={async () => ({ ...NO_RECORDS, submissions: 3 })}
      erase={async () => undo}
    />,
  );
  await view.press('Xoá tất cả');
  await view.press('Xoá hết');
  await view.press('Hoàn tác');
  expect(view.root.querySelector('progress')?.getAttribute('value')).toBe('0.25');
});
