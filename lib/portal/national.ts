import type { PortalProfile } from './profile.ts';

const FORM = '^/nop-ho-so$';
const PROCEDURE = '^/thu-tuc-hanh-chinh/[0-9a-f-]+$';

/** dichvucong.gov.vn itself: React and SurveyJS, one page for the whole declaration (portal-facts, sections 1–3). */
export const national: PortalProfile = {
  id: 'national',
  hosts: ['dichvucong.gov.vn'],
  login: {
    hosts: ['sso.dancuquocgia.gov.vn'],
    start: [{ id: 'national/login/start', text: 'dang nhap' }],
    // Old components stay in the DOM hidden, so each of these counts only where it can be seen.
    done: [
      { id: 'national/login/user-dropdown', selector: '.user-dropdown' },
      { id: 'national/login/account-name', selector: '#account_name' },
      { id: 'national/login/logout-shown', text: 'dang xuat' },
    ],
    out: [{ id: 'national/logout', text: 'dang xuat' }],
  },
  steps: [
    { id: 'national/home', label: 'Trang chủ', path: '^/$' },
    { id: 'national/search', label: 'Tìm thủ tục', path: '^/tim-kiem-thu-tuc-hanh-chinh' },
    { id: 'national/procedure', label: 'Xem thủ tục', path: PROCEDURE, milestone: 'procedure-opened' },
    { id: 'national/declare', label: 'Kê khai và nộp', path: FORM },
    { id: 'national/lookup', label: 'Tra cứu hồ sơ', path: '^/tra-cuu-ho-so' },
  ],
  procedure: { path: PROCEDURE, name: 'h1', code: 'ma thu tuc\\s*:?\\s*(\\d\\.\\d{6})(?!\\d)' },
  // After a choice React replaces the button by an input with the chosen name (portal-facts, section 1, point 4).
  agency: {
    id: 'national/agency/chosen',
    path: PROCEDURE,
    heading: 'chon co quan thuc hien',
    waiting: 'button[aria-haspopup="listbox"]',
  },
  form: {
    id: 'national/form/surveyjs',
    path: FORM,
    error: '.sd-question--error',
  },
  documents: { id: 'national/documents/block', path: FORM, heading: 'thanh phan ho so' },
  resultMethods: [
    { method: 'counter', phrase: 'tra ket qua tai bo phan tiep nhan' },
    { method: 'post', phrase: 'tra ket qua qua duong buu dien' },
    { method: 'network', phrase: 'tra ket qua tren moi truong mang' },
  ],
  // "Lưu hồ sơ" saves a draft and "Gửi Phản ánh kiến nghị" sends feedback: only the exact text is the submit.
  submit: [{ id: 'national/submit/text', path: FORM, text: 'luu va nop ho so' }],
  invalid: { id: 'national/reject/form-errors' },
  result: [
    {
      id: 'national/result/screen',
      path: FORM,
      phrases: ['nop ho so thanh cong'],
      unless: ['nop ho so khong thanh cong'],
    },
  ],
  toasts: {
    selector: '.Toastify__toast, [role="alert"]',
    success: {
      id: 'national/result/toast',
      phrases: ['thanh cong'],
      unless: ['khong thanh cong', 'chua thanh cong', 'luu ho so thanh cong', 'gui thanh cong'],
    },
    failure: {
      id: 'national/reject/toast',
      selector: '.Toastify__toast--error',
      phrases: ['khong thanh cong', 'that bai', 'co loi', 'khong hop le'],
    },
  },
};
