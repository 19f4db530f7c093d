import declaration from '../declarations/khai-sinh-lien-thong-angular.json' with { type: 'json' };
import type { Button, Site } from './spec.ts';

/** One id for the button of every step. */
const next: Button = {
  text: 'Tiếp tục',
  does: 'next',
  attributes: { id: 'next', class: 'mat-raised-button' },
};
const back: Button = { text: 'Quay lại', does: 'back', attributes: { class: 'mat-button' } };

/** Interlinked procedures: Angular Material, hash routing, five steps, a result that never says "thành công". */
export const interlinked: Site = {
  system: 'interlinked',
  hosts: ['lienthong.dichvucong.gov.vn'],
  title: 'Dịch vụ công liên thông',
  declaration,
  shape: 'wizard',
  tag: 'app-ke-khai',
  account: 'account-name',
  steps: [
    { title: 'Kê khai thông tin', parts: ['declaration'], buttons: [next] },
    { title: 'Thành phần hồ sơ', parts: ['documents'], buttons: [back, next] },
    { title: 'Hình thức nhận kết quả', parts: ['method'], buttons: [back, next] },
    { title: 'Lệ phí', parts: ['fee'], buttons: [back, next] },
    {
      title: 'Xác nhận',
      parts: ['summary'],
      buttons: [
        back,
        { text: 'Hoàn thành', does: 'submit', attributes: { id: 'next', class: 'mat-raised-button' } },
      ],
    },
  ],
  result: ['Vui lòng ghi nhớ các thông tin bên dưới', 'Số hồ sơ: {so}', 'Ngày hẹn trả dự kiến: {hen}'],
  // The guidance comes first, once; from there the hash alone changes.
  entry: ({ begun }) => `/#/${begun ? 'ke-khai' : 'huong-dan'}/${declaration.procedure.code}`,
};
