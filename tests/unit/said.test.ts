import { expect, it } from 'vitest';
import type { AuditDetail } from '../../components/companion/audit-model.ts';
import type { GuideModel } from '../../components/companion/guide-model.ts';
import type { AfterModel } from '../../components/companion/people-model.ts';
import { saidIn } from '../../components/companion/said.ts';

const chosen = (found: AuditDetail['found'], corrected: boolean, waits = false) =>
  ({ found, row: { corrected }, waits }) as AuditDetail;

const said = (guide: Partial<GuideModel>, people: object = {}, detail: AuditDetail | null = null) =>
  saidIn({ language: 'vi', guide: { pointing: null, errors: [], ...guide } as GuideModel }, detail, {
    ready: false,
    leftover: null,
    after: null,
    ...people,
  });

it('nothing is said aloud where there is nothing new', () => {
  expect(new Set(Object.values(said({}, {}, chosen('here', false))))).toEqual(new Set(['']));
});

it('what comes and goes in the panel is said aloud, each in its own place', () => {
  const item = { id: 'x', kind: 'field', label: 'Họ tên' } as const;
  const after = { satisfaction: 4 } as AfterModel;
  expect(
    said(
      { pointing: { item, inFrame: false }, errors: ['Sai mã', 'Hết phiên'] },
      { leftover: 'before', after },
      chosen('frame', true),
    ),
  ).toEqual({
    pointing: 'Đang chỉ: Họ tên',
    errors: 'Cổng vừa báo lỗi. Sai mã. Hết phiên',
    found: 'Ô nằm trong khung này của trang. Đồng hành chưa chỉ được đúng ô.',
    corrected: 'Nhận định của ô này đã được sửa.',
    ready: '',
    leftover: 'Trang đã đăng nhập từ trước. Không phải người bạn đang giúp thì hãy đăng xuất.',
    rated: 'Đã ghi: Hài lòng.',
  });
  expect(said({}, { ready: true }).ready).toMatch(/^Mời người tiếp theo/);
  expect(said({}, {}, chosen('elsewhere', true, true)).corrected).toMatch(/khi mở lại trang có ô/);
});
