import { expect, it } from 'vitest';
import { Popup, type PopupProps } from '../../components/popup/popup.tsx';
import type { Submission } from '../../lib/flow/index.ts';
import { NOW, submissions } from '../fixtures/submissions.ts';
import { openView } from '../fixtures/view.tsx';

const nothing = async () => {};
const PROPS: PopupProps = {
  now: NOW,
  consented: true,
  paused: false,
  trouble: null,
  unseen: null,
  onAllow: () => {},
  submissions: [],
  recorded: false,
  running: [],
  role: 'helper',
  day: { round: null, tally: { submitted: 0, unconfirmed: 0, abandoned: 0, meanElapsedMs: null } },
  links: { dashboard: '', settings: '', welcome: '', submission: () => '' },
  onRole: () => {},
  onNextPerson: nothing,
  onRound: async () => 'saved',
  onAnswer: nothing,
  onPause: nothing,
  count: async () => ({ submissions: 0, fields: 0, days: 0, notes: 0, rounds: 0, health: 0 }),
  erase: async () => nothing,
};

/** Three filed dossiers of which one condition is still to be asked. */
const asked: Submission[] = submissions(3).map((it) => ({
  ...it,
  endToEnd: { ...it.endToEnd, 'no-visit': 'unknown' },
}));

it('does not say that nothing was recorded to someone who withdrew with records, and asks nothing of them', async () => {
  const view = openView();
  await view.show(<Popup {...PROPS} consented={false} />);
  expect(view.root.textContent).toContain('Đồng hành chưa ghi gì cả');
  await view.show(<Popup {...PROPS} consented={false} submissions={asked} recorded />);
  expect(view.root.textContent).not.toContain('Đồng hành chưa ghi gì cả');
  expect(view.root.textContent).toContain('Đồng hành đã ngừng ghi');
  expect(view.root.querySelector('[data-answer]')).toBeNull();
  await view.show(<Popup {...PROPS} submissions={asked} recorded />);
  expect(view.root.querySelector('[data-answer]')).not.toBeNull();
});
