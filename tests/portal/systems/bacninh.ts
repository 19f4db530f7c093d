import declaration from '../declarations/mai-tang-antd.json' with { type: 'json' };
import type { Site } from './spec.ts';

const portlet = '_org_bn_hoso_noptructuyen_';

/** Bắc Ninh: a Liferay portlet whose four tabs all stand in the page. */
export const bacninh: Site = {
  system: 'bacninh',
  hosts: ['dichvucong.bacninh.gov.vn'],
  title: 'Cổng dịch vụ công tỉnh Bắc Ninh',
  declaration,
  shape: 'tabs',
  tag: 'div',
  account: 'user-dropdown',
  steps: [
    {
      title: 'Thông tin hồ sơ',
      parts: ['declaration'],
      buttons: [{ text: 'Tiếp tục', does: 'next', attributes: { id: `${portlet}tiepTuc1` } }],
    },
    {
      title: 'Giấy tờ kèm theo',
      parts: ['documents'],
      buttons: [
        { text: 'Lưu hồ sơ', does: 'draft', attributes: { id: `${portlet}luuHoSo` } },
        { text: 'Tiếp tục', does: 'next', attributes: { id: `${portlet}tiepTuc2` } },
      ],
    },
    {
      title: 'Hình thức nhận kết quả',
      parts: ['method'],
      buttons: [{ text: 'Tiếp tục', does: 'next', attributes: { id: `${portlet}tiepTuc3` } }],
    },
    {
      title: 'Lệ phí',
      parts: ['fee'],
      buttons: [{ text: 'Nộp hồ sơ', does: 'submit', attributes: { id: `${portlet}nopTrucTuyen` } }],
    },
  ],
  result: ['Nộp hồ sơ thành công', 'Mã hồ sơ: {so}'],
  entry: () => '/web/guest/eform',
};
