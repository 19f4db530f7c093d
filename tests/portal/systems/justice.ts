import declaration from '../declarations/doc-than-eform.json' with { type: 'json' };
import type { Site } from './spec.ts';

/** Every step's button carries this, the last one too: it says nothing of a submit. */
const everyStep = { 'data-e2e': 'btn-next', class: 'inline-flex items-center rounded-md' };
const next = { ...everyStep, id: 'kt_buoc-tiep-theo-cho-ban-than' };

/** The Ministry of Justice: a wizard of four steps on one address, the declaration in a frame of another host. */
export const justice: Site = {
  system: 'justice',
  hosts: ['dichvucongnganhtuphap.moj.gov.vn', 'dichvucong.quangninh.gov.vn'],
  title: 'Hệ thống thông tin giải quyết thủ tục hành chính Bộ Tư pháp',
  declaration,
  shape: 'wizard',
  tag: 'section',
  account: 'user-dropdown',
  steps: [
    {
      title: 'Thông tin chung',
      parts: ['terms'],
      buttons: [{ text: 'Bước tiếp theo', does: 'next', attributes: next }],
    },
    {
      title: 'Tờ khai điện tử',
      parts: ['declaration'],
      buttons: [
        { text: 'Quay lại', does: 'back' },
        { text: 'Xem trước', does: 'preview', attributes: { id: 'xem-truoc-to-khai' } },
        { text: 'Bước tiếp theo', does: 'next', attributes: next },
      ],
    },
    {
      title: 'Thành phần hồ sơ',
      parts: ['documents'],
      buttons: [
        { text: 'Quay lại', does: 'back' },
        { text: 'Lưu nháp', does: 'draft' },
        { text: 'Bước tiếp theo', does: 'next', attributes: next },
      ],
    },
    {
      title: 'Lệ phí và nhận kết quả',
      parts: ['fee', 'method'],
      buttons: [
        { text: 'Quay lại', does: 'back' },
        { text: 'Gửi hồ sơ', does: 'submit', attributes: { ...everyStep, id: 'kt_gui-ho-so' } },
      ],
    },
  ],
  result: ['Gửi hồ sơ thành công', 'Mã hồ sơ: {so}', 'Theo dõi hồ sơ ở trang Hồ sơ của tôi.'],
  entry: ({ id }) => `/nop-ho-so/${id}`,
};

/** Host of the declaration itself. */
export const eFormHost = 'tokhaidientu.moj.gov.vn';
