import declaration from '../declarations/the-huong-dan-vien-angular.json' with { type: 'json' };
import type { Button, Site } from './spec.ts';

const close: Button = { text: 'Đóng', does: 'close', attributes: { class: 'style_btn style_btn_close' } };
const next: Button = { text: 'Tiếp tục', does: 'next', attributes: { class: 'style_btn' } };

/** The Ministry of Culture: Angular Material in `liz-…` elements, one pathname for all steps. */
export const culture: Site = {
  system: 'culture',
  hosts: ['dichvucong.bvhttdl.gov.vn'],
  title: 'Cổng dịch vụ công Bộ Văn hóa, Thể thao và Du lịch',
  declaration,
  shape: 'wizard',
  tag: 'liz-nop-ho-so',
  account: 'account-name',
  steps: [
    { title: 'Kê khai hồ sơ', parts: ['declaration'], buttons: [close, next] },
    {
      title: 'Giấy tờ',
      parts: ['documents'],
      buttons: [close, { text: 'Lưu hồ sơ', does: 'draft', attributes: { class: 'style_btn' } }, next],
    },
    {
      title: 'Nhận kết quả',
      parts: ['fee', 'method'],
      buttons: [
        close,
        { text: 'Lưu và nộp hồ sơ', does: 'submit', attributes: { class: 'style_btn' }, whenReady: true },
      ],
    },
  ],
  result: ['Nộp hồ sơ thành công', 'Mã hồ sơ: {so}'],
  entry: ({ id }) => `/nop-ho-so?hoSo=${id}`,
};
