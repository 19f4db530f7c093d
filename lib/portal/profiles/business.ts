import type { PortalProfile } from '../profile.ts';
import { goingBack, goingOn, messages, paying, usual } from './shared.ts';

const ROAD = '^/HkdOnline/Forms/';
const LAST = `${ROAD}APP/ConfirmPrepare\\.aspx$`;

/** Household businesses: ASP.NET WebForms, full post-backs, one .aspx a step. No result screen is known. */
export const business: PortalProfile = {
  id: 'business',
  name: 'Đăng ký hộ kinh doanh',
  hosts: ['hokinhdoanh.dkkd.gov.vn'],
  ...usual('business', ROAD, LAST),
  steps: [
    { id: 'business/confirm', label: 'Xác nhận và nộp', path: LAST, last: true },
    { id: 'business/declare', label: 'Kê khai', path: ROAD },
  ],
  procedures: [],
  form: { id: 'business/form/webforms', path: `${ROAD}(?!APP/ConfirmPrepare)` },
  payment: paying('business', ROAD),
  next: goingOn('business', ROAD),
  back: goingBack('business', ROAD),
  // The label is the value of the input. A confirm() follows, which the citizen may refuse.
  submit: [
    {
      id: 'business/submit/selector',
      path: LAST,
      selector: 'input[type="submit"]#ctl00_C_BtnSave',
      confirm: true,
    },
  ],
  decoys: [],
  result: [],
  // A refusal comes with the page that the post-back brings, by the custom of WebForms.
  toasts: messages(
    'business',
    '[role="alert"], .alert, .validation-summary-errors, [id$="ValidationSummary"], [id$="lblMessage"]',
  ),
};
