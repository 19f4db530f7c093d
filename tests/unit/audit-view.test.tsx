import { expect, it } from 'vitest';
import { AuditDetailView } from '../../components/companion/AuditDetailView.tsx';
import { AuditRowView } from '../../components/companion/AuditRowView.tsx';
import type { AuditActions, AuditDetail, AuditRow } from '../../components/companion/audit-model.ts';
import { WORDS } from '../../components/companion/words.ts';
import { openView } from '../fixtures/view.tsx';

const row: AuditRow = {
  key: 'business/1/TxtPhone',
  record: 'business/1/TxtPhone',
  label: 'Điện thoại',
  section: 'Thông tin về người đại diện theo pháp luật của hộ kinh doanh',
  kind: 'phone',
  subject: 'requester',
  expectation: 'on-load',
  state: 'typed',
  missing: true,
  again: false,
  visible: false,
  elsewhere: true,
  corrected: true,
};
const detail: AuditDetail = {
  row,
  evidence: null,
  found: 'elsewhere',
  scope: 'procedure',
  failed: false,
  waits: true,
  inFrame: null,
};
const act = {} as AuditActions;
const t = WORDS.vi;

it('a row says where its field is before the section, of which a narrow list has no room for all', async () => {
  const view = openView();
  await view.show(
    <AuditRowView
      row={row}
      chosen={false}
      reachable={true}
      place={1}
      total={1}
      words={{}}
      t={t}
      choose={() => {}}
    />,
  );
  const [where] = [...view.root.querySelectorAll('.row-soft')].map((it) => it.textContent);
  expect(where).toBe(`đang ẩn · ở khung hoặc trang khác · nhận định đã sửa · Mục: ${row.section}`);
});

it('a correction that no open page can follow says so, and no other does', async () => {
  const said = async (more: Partial<AuditDetail>) => {
    const view = openView();
    await view.show(<AuditDetailView detail={{ ...detail, ...more }} words={{}} act={act} t={t} />);
    return view.root.textContent;
  };
  expect(await said({})).toContain('khi mở lại trang có ô');
  expect(await said({ waits: false })).not.toContain('khi mở lại trang có ô');
});

it('a field whose form has no name yet says why it cannot be corrected', async () => {
  const view = openView();
  await view.show(<AuditDetailView detail={{ ...detail, scope: null }} words={{}} act={act} t={t} />);
  expect(view.buttons()).not.toContain('Sửa nhận định');
  expect(view.root.textContent).toContain('Chưa rõ thủ tục nên chưa sửa được');
});

it('a field in a frame, which cannot be pointed at, is told by its place there', async () => {
  const view = openView();
  const framed: AuditDetail = { ...detail, found: 'frame', inFrame: { at: 2, of: 32 } };
  await view.show(<AuditDetailView detail={framed} words={{}} act={act} t={t} />);
  expect(view.root.textContent).toContain('ô thứ 2 trên 32, từ trên xuống');
});
