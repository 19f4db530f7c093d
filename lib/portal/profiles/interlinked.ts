import type { PortalProfile } from '../profile.ts';
import { counted, goingBack, messages, usual, WIZARD } from './shared.ts';

/** Group 1 is the procedure's code. */
const FORM = '^/#/ke-khai/([\\d.]+)$';

/** The interlinked procedures of birth and death: Angular with hash routing, five steps on one address. */
export const interlinked: PortalProfile = {
  id: 'interlinked',
  name: 'Dịch vụ công liên thông',
  hosts: ['lienthong.dichvucong.gov.vn'],
  ...usual('interlinked', FORM),
  steps: [
    {
      id: 'interlinked/step-5',
      label: 'Hoàn thành',
      path: FORM,
      nth: 5,
      shows: { text: 'hoan thanh' },
      last: true,
    },
    ...counted('interlinked', FORM, 4),
  ],
  wizard: WIZARD,
  procedures: [
    {
      path: FORM,
      url: FORM,
      names: {
        '2.000986': 'Khai sinh (liên thông)',
        '2.000987': 'Khai sinh (liên thông)',
        '1.006714': 'Khai tử (liên thông)',
      },
    },
  ],
  form: { id: 'interlinked/form/angular', path: FORM, error: '.mat-error, .mat-mdc-form-field-error' },
  next: [{ id: 'interlinked/next/id', path: FORM, selector: '#next' }],
  back: goingBack('interlinked', FORM),
  // The button of the last step may carry the id that all steps share: its label alone tells it apart.
  submit: [{ id: 'interlinked/submit/text', path: FORM, text: 'hoan thanh' }],
  decoys: [
    { id: 'interlinked/decoy/next', selector: '#next', text: 'tiep tuc', assumed: true },
    { id: 'interlinked/decoy/next-step', selector: '#next', text: 'tiep theo', assumed: true },
  ],
  // It says "thành công" nowhere, and its address stays.
  result: [
    {
      id: 'interlinked/result/screen',
      path: FORM,
      phrases: ['vui long ghi nho cac thong tin ben duoi', 'so ho so', 'ngay hen tra du kien'],
    },
  ],
  dossier: {
    labels: ['so ho so'],
    number: '\\b[A-Z]\\d{1,3}(?:\\.\\d{1,3}){1,4}-[\\d-]*\\d',
  },
  toasts: messages('interlinked', '.mat-snack-bar-container, .mat-mdc-snack-bar-container, [role="alert"]'),
};
