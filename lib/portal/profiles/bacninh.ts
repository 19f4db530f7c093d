import type { PortalProfile } from '../profile.ts';
import { counted, DOSSIER, goingBack, goingOn, HELD_BACK, messages, usual, WIZARD } from './shared.ts';

const FORM = '^/web/guest/eform$';
const SUBMIT = '#_org_bn_hoso_noptructuyen_nopTrucTuyen';

/** Bắc Ninh's Liferay portlet: four tabs, all of them in the DOM at once. */
export const bacninh: PortalProfile = {
  id: 'bacninh',
  name: 'Dịch vụ công tỉnh Bắc Ninh',
  hosts: ['dichvucong.bacninh.gov.vn'],
  ...usual('bacninh', FORM),
  steps: [
    { id: 'bacninh/step-4', label: 'Nộp hồ sơ', path: FORM, nth: 4, shows: { selector: SUBMIT }, last: true },
    ...counted('bacninh', FORM, 3),
  ],
  wizard: WIZARD,
  procedures: [],
  form: {
    id: 'bacninh/form/plain',
    path: FORM,
    error: `.has-error, .is-invalid, .error-field, ${HELD_BACK}`,
  },
  next: goingOn('bacninh', FORM),
  back: goingBack('bacninh', FORM),
  submit: [{ id: 'bacninh/submit/id', path: FORM, selector: SUBMIT }],
  decoys: [],
  result: [{ id: 'bacninh/result/screen', path: FORM, phrases: ['nop ho so thanh cong'], alone: true }],
  dossier: DOSSIER,
  toasts: messages('bacninh', '.toast, [role="alert"]'),
};
