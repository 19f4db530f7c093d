import declaration from '../declarations/khuyet-tat-laichau.json' with { type: 'json' };
import type { Button, Site } from './spec.ts';

const folder = '/dich-vu-cong/tiep-nhan-online';

/** The same id and words for going on and for the submit: only the pathname tells them apart. */
const agree = {
  text: 'Đồng ý và tiếp tục',
  attributes: { id: 'btn-next', class: 'btn btn-primary' },
} as const;
const back: Button = { text: 'Quay lại', does: 'back' };

/** Lai Châu's own system: a page of the server's for each step. */
export const laichau: Site = {
  system: 'laichau',
  hosts: ['dichvucong.laichau.gov.vn'],
  title: 'Dịch vụ công tỉnh Lai Châu',
  declaration,
  shape: 'pages',
  tag: 'div',
  account: 'logout',
  steps: [
    {
      title: 'Chọn trường hợp',
      path: `${folder}/chon-truong-hop-ho-so`,
      parts: ['terms'],
      buttons: [{ text: 'Tiếp tục', does: 'next' }],
    },
    {
      title: 'Nhập thông tin hồ sơ',
      path: `${folder}/nhap-thong-tin-ho-so`,
      parts: ['declaration', 'documents'],
      buttons: [back, { ...agree, does: 'next' }],
    },
    {
      title: 'Lệ phí hồ sơ',
      path: `${folder}/nhap-le-phi-ho-so`,
      parts: ['fee', 'method'],
      buttons: [back, { ...agree, does: 'submit' }],
    },
  ],
  result: ['Nộp hồ sơ thành công', 'Mã số hồ sơ: {so}', 'Ngày hẹn trả: {hen}'],
  entry: () => `${folder}/chon-truong-hop-ho-so`,
};
