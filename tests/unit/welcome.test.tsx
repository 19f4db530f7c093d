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
const welcome = (answered: Answered, consentAt: number | null) => (
  <Welcome {...props} answered={answered} consentAt={consentAt} />
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
