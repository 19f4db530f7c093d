import type { PortalProfile } from '../profile.ts';
import {
  BUSY,
  counted,
  DOSSIER,
  FREE,
  goingOn,
  METHODS,
  messages,
  PROGRESS,
  paying,
  UPLOADS,
  vneid,
  WIZARD,
} from './shared.ts';

/** The same path as on the national portal, for all of its steps: only the host tells them apart. */
const FORM = '^/nop-ho-so$';
const LABEL = 'luu va nop ho so';

/** The Ministry of Culture's system: Angular Material in `liz-*` elements. */
export const culture: PortalProfile = {
  id: 'culture',
  name: 'Dịch vụ công ngành Văn hoá, Thể thao và Du lịch',
  hosts: ['dichvucong.bvhttdl.gov.vn'],
  login: vneid('culture'),
  steps: [...counted('culture', FORM, 8), { id: 'culture/declare', label: 'Kê khai và nộp', path: FORM }],
  wizard: WIZARD,
  procedures: [],
  form: { id: 'culture/form/liz', path: FORM, error: '.mat-mdc-form-field-error, .mat-error' },
  documents: { id: 'culture/documents/block', path: FORM, heading: 'thanh phan ho so', assumed: true },
  uploads: UPLOADS,
  fee: { id: 'culture/fee/block', path: FORM, heading: 'le phi', free: FREE, assumed: true },
  payment: paying('culture', FORM),
  resultMethods: METHODS,
  next: goingOn('culture', FORM),
  // It stays disabled until the declaration is ready.
  submit: [{ id: 'culture/submit/text', path: FORM, text: LABEL }],
  decoys: [{ id: 'culture/decoy/close', selector: '.style_btn_close' }],
  invalid: { id: 'culture/reject/form-errors' },
  result: [{ id: 'culture/result/screen', path: FORM, phrases: ['nop ho so thanh cong'] }],
  dossier: DOSSIER,
  toasts: messages('culture', '.mat-snack-bar-container, .mat-mdc-snack-bar-container, [role="alert"]'),
  busy: BUSY,
  progress: PROGRESS,
};
