import type { PortalProfile } from '../profile.ts';
import { DOSSIER, goingBack, goingOn, HELD_BACK, messages, usual } from './shared.ts';

const ROAD = '^/dich-vu-cong/tiep-nhan-online/';
const DECLARE = `${ROAD}nhap-thong-tin-ho-so$`;
const LAST = `${ROAD}nhap-le-phi-ho-so$`;
const BEFORE = `${ROAD}(?!nhap-le-phi-ho-so$)`;

/** Lai Châu's own system: one pathname a step, the same button id and label on all of them. */
export const laichau: PortalProfile = {
  id: 'laichau',
  name: 'Dịch vụ công tỉnh Lai Châu',
  hosts: ['dichvucong.laichau.gov.vn'],
  ...usual('laichau', ROAD, LAST),
  steps: [
    { id: 'laichau/declare', label: 'Nhập thông tin hồ sơ', path: DECLARE },
    {
      id: 'laichau/fee',
      label: 'Nhập lệ phí hồ sơ',
      path: LAST,
      last: true,
    },
    { id: 'laichau/road', label: 'Nộp hồ sơ trực tuyến', path: ROAD },
  ],
  procedures: [],
  form: {
    id: 'laichau/form/plain',
    path: `${DECLARE}|${LAST}`,
    error: `.has-error, .is-invalid, ${HELD_BACK}`,
  },
  next: [{ id: 'laichau/next/id', path: BEFORE, selector: '#btn-next' }, ...goingOn('laichau', BEFORE)],
  back: goingBack('laichau', ROAD),
  submit: [{ id: 'laichau/submit/id', path: LAST, selector: '#btn-next' }],
  // Only the pathname tells the two apart.
  decoys: [{ id: 'laichau/decoy/declare', path: DECLARE, selector: '#btn-next' }],
  result: [
    {
      id: 'laichau/result/screen',
      path: `${ROAD}(?!nhap-thong-tin)`,
      phrases: ['thanh cong'],
      unless: ['khong thanh cong', 'chua thanh cong', 'luu ho so thanh cong', 'dang nhap thanh cong'],
      numbered: true,
      alone: true,
    },
  ],
  dossier: DOSSIER,
  toasts: messages('laichau', '.toast, [role="alert"]'),
};
