import declaration from '../declarations/ho-kinh-doanh.json' with { type: 'json' };
import type { Button, Site } from './spec.ts';

const folder = '/HkdOnline/Forms/APP';
const back: Button = { text: 'Quay lại', does: 'back', attributes: { id: 'ctl00_C_BtnBack' } };
const next: Button = { text: 'Tiếp theo', does: 'next', attributes: { id: 'ctl00_C_BtnNext' } };

/** Household businesses: ASP.NET WebForms, a full post-back for everything, and no result screen that anybody knows. */
export const business: Site = {
  system: 'business',
  hosts: ['hokinhdoanh.dkkd.gov.vn'],
  title: 'Hệ thống thông tin về đăng ký hộ kinh doanh',
  declaration,
  shape: 'pages',
  tag: 'div',
  account: 'logout',
  steps: [
    {
      title: 'Khối dữ liệu',
      path: `${folder}/Declare.aspx`,
      parts: ['declaration'],
      buttons: [{ text: 'Lưu', does: 'draft', attributes: { id: 'ctl00_C_BtnDraft' } }, next],
    },
    {
      title: 'Tài liệu đính kèm',
      path: `${folder}/Attachments.aspx`,
      parts: ['documents', 'method'],
      buttons: [back, next],
    },
    {
      title: 'Chuẩn bị hồ sơ',
      path: `${folder}/ConfirmPrepare.aspx`,
      parts: ['fee', 'summary'],
      buttons: [
        back,
        {
          text: 'Nộp hồ sơ vào cơ quan ĐKKD',
          does: 'submit',
          attributes: { id: 'ctl00_C_BtnSave', name: 'ctl00$C$BtnSave' },
        },
      ],
    },
  ],
  result: null,
  confirms: 'Bạn có chắc chắn muốn nộp hồ sơ vào cơ quan đăng ký kinh doanh?',
  entry: () => `${folder}/Declare.aspx`,
};

/** Where an accepted dossier leads: a list like any other. */
export const businessList = `${folder}/ListApplications.aspx`;
