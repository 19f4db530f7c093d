import type { PortalProfile } from '../profile.ts';
import { counted, DOSSIER, goingBack, goingOn, messages, usual, WIZARD } from './shared.ts';

/** The same path as on the national portal, for all of its steps: only the host tells them apart. */
const FORM = '^/nop-ho-so$';
const LABEL = 'luu va nop ho so';

/** The Ministry of Culture's system: Angular Material in `liz-*` elements. */
export const culture: PortalProfile = {
  id: 'culture',
  name: 'Dịch vụ công ngành Văn hoá, Thể thao và Du lịch',
  hosts: ['dichvucong.bvhttdl.gov.vn'],
  ...usual('culture', FORM),
  steps: [...counted('culture', FORM, 8), { id: 'culture/declare', label: 'Kê khai và nộp', path: FORM }],
  wizard: WIZARD,
  procedures: [],
  form: { id: 'culture/form/liz', path: FORM, error: '.mat-mdc-form-field-error, .mat-error' },
  next: goingOn('culture', FORM),
  // It stays disabled until the declaration is ready.
  back: goingBack('culture', FORM),
  submit: [{ id: 'culture/submit/text', path: FORM, text: LABEL }],
  decoys: [{ id: 'culture/decoy/close', selector: '.style_btn_close' }],
  result: [{ id: 'culture/result/screen', path: FORM, phrases: ['nop ho so thanh cong'] }],
  dossier: DOSSIER,
  toasts: messages('culture', '.mat-snack-bar-container, .mat-mdc-snack-bar-container, [role="alert"]'),
};
