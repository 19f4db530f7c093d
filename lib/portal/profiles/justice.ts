import type { PortalProfile } from '../profile.ts';
import {
  BUSY,
  counted,
  DOSSIER,
  FREE,
  METHODS,
  messages,
  PROGRESS,
  paying,
  UPLOADS,
  vneid,
} from './shared.ts';

/** Group 1 is the draft's number. All four steps share it. */
const WIZARD = '^/nop-ho-so/(\\d+)$';
const SUBMIT = '#kt_gui-ho-so';

/** The Ministry of Justice's system: a React wizard whose declaration is a frame of x-elements from another host. */
export const justice: PortalProfile = {
  id: 'justice',
  name: 'Dịch vụ công ngành Tư pháp',
  hosts: ['dichvucongnganhtuphap.moj.gov.vn', 'dichvucong.quangninh.gov.vn'],
  frames: ['tokhaidientu.moj.gov.vn'],
  login: vneid('justice'),
  steps: [
    {
      id: 'justice/step-4',
      label: 'Gửi hồ sơ',
      path: WIZARD,
      nth: 4,
      shows: { selector: SUBMIT },
      last: true,
    },
    ...counted('justice', WIZARD, 3),
  ],
  wizard: {
    heads: '[role="tablist"] [role="tab"], ol[data-steps] > li, .stepper-item',
    current: '[aria-selected="true"], [aria-current="step"], .current, .active',
    assumed: true,
  },
  procedures: [],
  form: {
    id: 'justice/form/e-form',
    path: `${WIZARD}|^/e-form/[0-9a-f-]+$`,
    error: '.is-invalid, [aria-invalid="true"]',
  },
  documents: {
    id: 'justice/documents/block',
    path: WIZARD,
    heading: 'thanh phan ho so',
    assumed: true,
  },
  uploads: UPLOADS,
  fee: { id: 'justice/fee/block', path: WIZARD, heading: 'le phi', free: FREE, assumed: true },
  payment: paying([{ id: 'justice/pay/text', path: WIZARD, text: 'thanh toan', assumed: true }]),
  resultMethods: METHODS,
  next: [
    { id: 'justice/next/self', path: WIZARD, selector: '#kt_buoc-tiep-theo-cho-ban-than' },
    { id: 'justice/next/any', path: WIZARD, selector: `[data-e2e="btn-next"]:not(${SUBMIT})` },
  ],
  submit: [{ id: 'justice/submit/id', path: WIZARD, selector: SUBMIT }],
  // The last step's button carries data-e2e="btn-next" as well: that attribute tells nothing.
  decoys: [
    { id: 'justice/decoy/next', selector: '#kt_buoc-tiep-theo-cho-ban-than' },
    { id: 'justice/decoy/preview', selector: '#xem-truoc-to-khai' },
    { id: 'justice/decoy/any-next', selector: `[data-e2e="btn-next"]:not(${SUBMIT})` },
  ],
  invalid: { id: 'justice/reject/form-errors' },
  result: [
    { id: 'justice/result/filed', path: WIZARD, phrases: ['nop ho so thanh cong'] },
    { id: 'justice/result/sent', path: WIZARD, phrases: ['gui ho so thanh cong'] },
  ],
  dossier: DOSSIER,
  toasts: messages('justice', '[role="alert"], [role="status"], [data-sonner-toast]'),
  busy: BUSY,
  progress: PROGRESS,
};
