import { expect, it } from 'vitest';
import { type Answered, Welcome } from '../../components/welcome/welcome.tsx';
import { openView } from '../fixtures/view.tsx';

const nothing = () => {};
const props = {
  role: 'helper' as const,
  dashboard: '',
  onLanguage: nothing,
  onRole: nothing,
  onAccept: nothing,
  onDecline: nothing,
  onWithdraw: nothing,
};
const welcome = (answered: Answered, consentAt: number | null, recorded = false) => (
  <Welcome {...props} answered={answered} consentAt={consentAt} recorded={recorded} />
);

it('never has the focus on "agree" after consent was withdrawn, so that a second Enter does not give it again', async () => {
  const view = openView();
  await view.show(welcome('not-yet', Date.parse('2026-11-22T09:00:00+07:00')));
  const pressed = await view.press('[data-action="withdraw"]');
  // The settings tell of the change before the page has heard that its own order was kept.
  await view.show(welcome('not-yet', null));
  expect(pressed.isConnected).toBe(false);
  await view.show(welcome('withdrawn', null));
  expect(view.focused()?.textContent).toContain('Đồng hành đã ngừng ghi');
});

it('has the focus on what to do next after consent', async () => {
  const view = openView();
  await view.show(welcome('not-yet', null));
  await view.press('[data-action="accept"]');
  await view.show(welcome('accepted', 1));
  expect(view.focused()?.textContent).toContain('Xong rồi!');
});

it('says to whoever puts it off that nothing was recorded only where nothing was', async () => {
  const view = openView();
  await view.show(welcome('later', null));
  expect(view.root.textContent).toContain('Đồng hành chưa ghi gì.');
  await view.show(welcome('later', null, true));
  expect(view.root.textContent).not.toContain('Đồng hành chưa ghi gì.');
  expect(view.root.textContent).toContain('Số liệu cũ vẫn còn');
});
