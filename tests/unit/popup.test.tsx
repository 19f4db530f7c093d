import { beforeEach, describe, expect, it } from 'vitest';
import { Popup, type PopupProps } from '../../components/popup/popup.tsx';
import type { Answer, EndToEndCondition, Submission } from '../../lib/flow/index.ts';
import { NO_RECORDS } from '../fixtures/records.ts';
import { NOW, submissions } from '../fixtures/submissions.ts';
import { openView, type View } from '../fixtures/view.tsx';

const nothing = async () => {};
const PROPS: PopupProps = {
  now: NOW,
  consented: true,
  paused: false,
  trouble: null,
  unseen: null,
  onAllow: nothing,
  submissions: [],
  recorded: false,
  running: [],
  role: 'helper',
  day: { round: null, tally: { submitted: 0, unconfirmed: 0, abandoned: 0, meanElapsedMs: null } },
  links: { dashboard: '', settings: '', welcome: '', submission: () => '' },
  onRole: nothing,
  onNextPerson: nothing,
  onRound: async () => 'saved',
  onAnswer: nothing,
  onPause: nothing,
  count: async () => NO_RECORDS,
  erase: async () => async () => NO_RECORDS,
};

/** Three filed dossiers of which one condition is still to be asked. */
const asked: Submission[] = submissions(3).map((it) => ({
  ...it,
  endToEnd: { ...it.endToEnd, 'processed-electronically': 'yes', 'no-visit': 'unknown' },
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

it.each<[string, Partial<PopupProps>]>([
  ['Đang bật', {}],
  ['Đang bật', { unseen: { name: 'Cổng Bộ Xây dựng', withdrawn: false } }],
  ['Không thấy cổng', { unseen: { name: 'Cổng Dịch vụ công quốc gia', withdrawn: true } }],
  ['Không ghi được', { trouble: 'full', paused: true }],
  ['Đang tạm dừng', { paused: true }],
  ['Đang tắt', { consented: false, trouble: 'blocked' }],
])('says in its head “%s”, as the notice below does', async (status, props) => {
  const view = openView();
  await view.show(<Popup {...PROPS} {...props} />);
  expect(view.root.querySelector('.status')?.textContent).toBe(status);
});

it('says of its numbers what they count', async () => {
  const view = openView();
  await view.show(<Popup {...PROPS} submissions={asked} recorded />);
  expect(view.root.querySelector('.open-questions summary')?.textContent).toContain('(3 hồ sơ)');
  expect(view.root.querySelector('#recent-title')?.textContent).toContain('phút:giây');
});

describe('what the browser does not let us see', () => {
  const name = 'Cổng Dịch vụ công quốc gia';
  const notice = ({ root }: View) => root.querySelector('[data-notice="access"]')?.textContent;

  it('is said, with one click to allow it: another portal, or the one on which all begins', async () => {
    const view = openView();
    await view.show(<Popup {...PROPS} />);
    expect(notice(view)).toBeUndefined();
    await view.show(<Popup {...PROPS} unseen={{ name: 'Cổng Bộ Xây dựng', withdrawn: false }} />);
    expect(notice(view)).toContain('Hồ sơ đang ở cổng khác');
    let asked = 0;
    const onAllow = async () => ++asked;
    await view.show(<Popup {...PROPS} unseen={{ name, withdrawn: true }} onAllow={onAllow} />);
    expect(notice(view)).not.toContain('Hồ sơ đang ở cổng khác');
    expect(notice(view)).toContain(`Trình duyệt đang không cho xem ${name}`);
    await view.press('Cho phép');
    expect(asked).toBe(1);
    expect(notice(view)).not.toContain('Trình duyệt không hỏi được');
  });

  it('can be allowed by hand where the browser cannot ask', async () => {
    const view = openView();
    const onAllow = () => Promise.reject(new Error('blocked by policy'));
    await view.show(<Popup {...PROPS} unseen={{ name, withdrawn: true }} onAllow={onAllow} />);
    await view.press('Cho phép');
    expect(notice(view)).toContain('Trình duyệt không hỏi được');
  });
});

it('says that a role could not be kept, until it is', async () => {
  const view = openView();
  let kept = false;
  const onRole = async () => {
    if (!kept) throw new Error('full');
  };
  await view.show(<Popup {...PROPS} onRole={onRole} />);
  await view.press('[data-role="reviewer"]');
  expect(view.root.textContent).toContain('Chưa đổi được. Hãy bấm lại.');
  kept = true;
  await view.press('[data-role="reviewer"]');
  expect(view.root.textContent).not.toContain('Chưa đổi được. Hãy bấm lại.');
});

describe('an answer about a filed dossier', () => {
  let view: View;
  let list: Submission[];
  let refuses: boolean;
  const id = asked[0]?.id ?? '';
  const draw = () => view.show(<Popup {...PROPS} submissions={list} recorded onAnswer={answer} />);
  async function answer(of: string, condition: EndToEndCondition, to: Answer) {
    if (refuses) throw new Error('full');
    list = list.map((it) => (it.id === of ? { ...it, endToEnd: { ...it.endToEnd, [condition]: to } } : it));
  }
  /** Presses, and lets the popup read its records anew, as it does when the background has written. */
  const press = async (button: string) => {
    await view.press(button);
    await draw();
  };
  const of = (it: string) => `[data-open="${id}"] [data-answer="${it}"]`;
  const condition = () =>
    view.root.querySelector<HTMLElement>(`[data-open="${id}"] fieldset`)?.dataset.condition;
  beforeEach(async () => {
    view = openView();
    refuses = false;
    list = asked.map((it) => ({
      ...it,
      endToEnd: { ...it.endToEnd, 'result-electronic': 'unknown' },
    }));
    await draw();
  });

  it('can be taken back, also the one that decides the dossier', async () => {
    await press(of('no'));
    expect(view.root.querySelector(`[data-open="${id}"]`)).toBeNull();
    expect(view.root.textContent).toContain('Đã trả lời: Sai.');
    await press('Sửa câu trước');
    expect(list[0]?.endToEnd['result-electronic']).toBe('unknown');
    expect(condition()).toBe('result-electronic');
    expect(view.root.textContent).not.toContain('Đã trả lời');
  });

  it('can be taken back when it was the last that was open', async () => {
    list = list.slice(0, 1);
    await draw();
    await press(of('no'));
    await press('Sửa câu trước');
    expect(condition()).toBe('result-electronic');
  });

  it('"not known" is passed over until it is asked for again', async () => {
    await press(of('unknown'));
    expect(condition()).toBe('no-visit');
    await press('Sửa câu trước');
    expect(condition()).toBe('result-electronic');
  });

  it('leaves the focus on the next question of the dossier, and on what was answered after the last one', async () => {
    await press(of('yes'));
    expect(view.focused()?.dataset.condition).toBe('no-visit');
    await press(of('yes'));
    expect(view.focused()?.textContent).toContain('Đã trả lời: Đúng.');
    await press('Sửa câu trước');
    expect(view.focused()?.dataset.condition).toBe('no-visit');
  });

  it('that could not be kept is not called given', async () => {
    refuses = true;
    await press(of('no'));
    expect(view.root.textContent).not.toContain('Đã trả lời');
    expect(view.root.textContent).toContain('Chưa ghi được. Hãy bấm lại.');
  });
});
