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

const FORM = '^/web/guest/eform$';
const SUBMIT = '#_org_bn_hoso_noptructuyen_nopTrucTuyen';

/** Bắc Ninh's Liferay portlet: four tabs, all of them in the DOM at once. */
export const bacninh: PortalProfile = {
  id: 'bacninh',
  name: 'Dịch vụ công tỉnh Bắc Ninh',
  hosts: ['dichvucong.bacninh.gov.vn'],
  login: vneid('bacninh'),
  steps: [
    { id: 'bacninh/step-4', label: 'Nộp hồ sơ', path: FORM, nth: 4, shows: { selector: SUBMIT }, last: true },
    ...counted('bacninh', FORM, 3),
  ],
  wizard: WIZARD,
  procedures: [],
  form: { id: 'bacninh/form/plain', path: FORM, error: '.has-error, .is-invalid, .error-field' },
  documents: { id: 'bacninh/documents/block', path: FORM, heading: 'thanh phan ho so', assumed: true },
  uploads: UPLOADS,
  fee: { id: 'bacninh/fee/block', path: FORM, heading: 'le phi', free: FREE, assumed: true },
  payment: paying('bacninh', FORM),
  resultMethods: METHODS,
  next: goingOn('bacninh', FORM),
  submit: [{ id: 'bacninh/submit/id', path: FORM, selector: SUBMIT }],
  decoys: [],
  invalid: { id: 'bacninh/reject/form-errors' },
  result: [{ id: 'bacninh/result/screen', path: FORM, phrases: ['nop ho so thanh cong'], alone: true }],
  dossier: DOSSIER,
  toasts: messages('bacninh', '.toast, [role="alert"]'),
  busy: BUSY,
  progress: PROGRESS,
};
