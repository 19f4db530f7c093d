import type { PortalProfile } from '../profile.ts';
import { counted, DOSSIER, goingBack, messages, paying, usual, WIZARD } from './shared.ts';

const FORM = '^/vi/padsvc/apply-online/[0-9a-f]{24}$';
const SUBMIT = 'button[form="captchaForm"]';

/**
 * iGate of provinces and ministries: Angular, Form.io, a stepper of four steps. The submit stands in step 3 under a
 * label that differs by host; step 4 is named "Nộp hồ sơ" and is the result screen.
 */
export const igate: PortalProfile = {
  id: 'igate',
  name: 'Cổng dịch vụ công iGate của tỉnh và bộ',
  hosts: [
    'dichvucong.danang.gov.vn',
    'dichvucong.ninhbinh.gov.vn',
    'dichvucong.lamdong.gov.vn',
    'dichvucong.quangngai.gov.vn',
    'dvc.moc.gov.vn',
    'dichvucongnnmt.mae.gov.vn',
    'dichvucongbyt.moh.gov.vn',
    'dichvucongbnv.moha.gov.vn',
    'dvc.moet.gov.vn',
    'dichvucong-tthc.moit.gov.vn',
  ],
  ...usual('igate', FORM),
  steps: [
    { id: 'igate/step-4', label: 'Kết quả nộp', path: FORM, nth: 4 },
    {
      id: 'igate/step-3',
      label: 'Phí, lệ phí và nhận kết quả',
      path: FORM,
      nth: 3,
      shows: { selector: SUBMIT },
      last: true,
    },
    ...counted('igate', FORM, 2),
  ],
  wizard: WIZARD,
  procedures: [],
  form: { id: 'igate/form/formio', path: FORM, error: '.formio-component.has-error, .formio-error-wrapper' },
  payment: paying('igate', FORM, [
    { id: 'igate/pay/submit', path: FORM, selector: SUBMIT, text: 'thanh toan' },
  ]),
  next: [{ id: 'igate/next/class', path: FORM, selector: '.btn_next:not([form="captchaForm"])' }],
  back: goingBack('igate', FORM),
  submit: [{ id: 'igate/submit/selector', path: FORM, selector: SUBMIT }],
  // Class and label of the middle steps' buttons are the submit's too: only the form that it belongs to is its own.
  decoys: [{ id: 'igate/decoy/next', selector: '.btn_next:not([form="captchaForm"])' }],
  // A submit labelled "Thanh toán" goes to the bank first: the result is then the first thing a new page shows.
  result: [
    { id: 'igate/result/filed', path: FORM, phrases: ['nop ho so thanh cong'], alone: true },
    { id: 'igate/result/waiting', path: FORM, phrases: ['ho so dang cho tiep nhan'], alone: true },
  ],
  dossier: DOSSIER,
  toasts: messages('igate', '.mat-snack-bar-container, .mat-mdc-snack-bar-container, .toast, [role="alert"]'),
};
