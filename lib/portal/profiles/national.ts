import type { PortalProfile } from '../profile.ts';
import { BUSY, DOSSIER, FREE, PROGRESS, paying, UPLOADS, vneid } from './shared.ts';

const FORM = '^/nop-ho-so$';
const PROCEDURE = '^/thu-tuc-hanh-chinh/[0-9a-f-]+$';

/** dichvucong.gov.vn itself: React and SurveyJS, one page for the whole declaration (portal-facts, sections 1–3). */
export const national: PortalProfile = {
  id: 'national',
  name: 'Cổng Dịch vụ công quốc gia',
  hosts: ['dichvucong.gov.vn'],
  login: vneid('national'),
  steps: [
    { id: 'national/home', label: 'Trang chủ', path: '^/$' },
    { id: 'national/search', label: 'Tìm thủ tục', path: '^/tim-kiem-thu-tuc-hanh-chinh' },
    { id: 'national/procedure', label: 'Xem thủ tục', path: PROCEDURE, milestone: 'procedure-opened' },
    { id: 'national/declare', label: 'Kê khai và nộp', path: FORM, last: true },
    { id: 'national/lookup', label: 'Tra cứu hồ sơ', path: '^/tra-cuu-ho-so' },
  ],
  procedures: [{ path: PROCEDURE, name: 'h1', code: 'ma thu tuc\\s*:?\\s*(\\d\\.\\d{6})(?!\\d)' }],
  // After a choice React replaces the button by an input with the chosen name (portal-facts, section 1, point 4).
  agency: {
    id: 'national/agency/chosen',
    path: PROCEDURE,
    heading: 'chon co quan thuc hien',
    waiting: 'button[aria-haspopup="listbox"]',
  },
  opens: [{ id: 'national/opens/text', path: PROCEDURE, text: 'nop truc tuyen' }],
  form: {
    id: 'national/form/surveyjs',
    path: FORM,
    error: '.sd-question--error',
  },
  documents: { id: 'national/documents/block', path: FORM, heading: 'thanh phan ho so' },
  uploads: UPLOADS,
  fee: {
    id: 'national/fee/block',
    path: FORM,
    heading: 'le phi',
    free: FREE,
    onLongPage: true,
    assumed: true,
  },
  payment: paying('national', FORM),
  resultMethods: [
    { method: 'counter', phrase: 'tra ket qua tai bo phan tiep nhan' },
    { method: 'post', phrase: 'tra ket qua qua duong buu dien' },
    { method: 'network', phrase: 'tra ket qua tren moi truong mang' },
  ],
  submit: [{ id: 'national/submit/text', path: FORM, text: 'luu va nop ho so' }],
  decoys: [
    { id: 'national/decoy/draft', text: 'luu ho so' },
    { id: 'national/decoy/feedback', text: 'gui phan anh kien nghi' },
  ],
  invalid: { id: 'national/reject/form-errors' },
  result: [
    {
      id: 'national/result/screen',
      path: FORM,
      phrases: ['nop ho so thanh cong'],
      unless: ['nop ho so khong thanh cong'],
    },
  ],
  dossier: DOSSIER,
  toasts: {
    selector: '.Toastify__toast, [role="alert"]',
    success: {
      id: 'national/result/toast',
      phrases: ['thanh cong'],
      unless: [
        'khong thanh cong',
        'chua thanh cong',
        'luu ho so thanh cong',
        'luu nhap',
        'luu thanh cong',
        'gui thanh cong',
        'tai len',
        'len thanh cong',
        'tai tep',
        'xoa tep',
        'tep thanh cong',
        'dinh kem thanh cong',
        'xoa thanh cong',
        'cap nhat thanh cong',
        'dang nhap thanh cong',
        'ban tin',
      ],
    },
    failure: {
      id: 'national/reject/toast',
      selector: '.Toastify__toast--error',
      phrases: ['khong thanh cong', 'that bai', 'co loi', 'khong hop le'],
    },
  },
  busy: BUSY,
  progress: PROGRESS,
};
