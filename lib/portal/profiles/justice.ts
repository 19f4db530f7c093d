import type { PortalProfile } from '../profile.ts';
import { counted, DOSSIER, goingBack, messages, usual, WIZARD } from './shared.ts';

/** Group 1 is the draft's number. All four steps share it. */
const ROAD = '^/nop-ho-so/(\\d+)$';
const SUBMIT = '#kt_gui-ho-so';

/** The Ministry of Justice's system: a React wizard whose declaration is a frame of x-elements from another host. */
export const justice: PortalProfile = {
  id: 'justice',
  name: 'Dịch vụ công ngành Tư pháp',
  hosts: ['dichvucongnganhtuphap.moj.gov.vn', 'dichvucong.quangninh.gov.vn'],
  frames: ['tokhaidientu.moj.gov.vn'],
  ...usual('justice', ROAD),
  steps: [
    {
      id: 'justice/step-4',
      label: 'Gửi hồ sơ',
      path: ROAD,
      nth: 4,
      shows: { selector: SUBMIT },
      last: true,
    },
    ...counted('justice', ROAD, 3),
  ],
  wizard: WIZARD,
  procedures: [],
  form: {
    id: 'justice/form/e-form',
    path: `${ROAD}|^/e-form/[0-9a-f-]+$`,
    error: '.is-invalid, [aria-invalid="true"]',
  },
  next: [
    { id: 'justice/next/self', path: ROAD, selector: '#kt_buoc-tiep-theo-cho-ban-than' },
    { id: 'justice/next/any', path: ROAD, selector: `[data-e2e="btn-next"]:not(${SUBMIT})` },
  ],
  back: goingBack('justice', ROAD),
  submit: [{ id: 'justice/submit/id', path: ROAD, selector: SUBMIT }],
  // The last step's button carries data-e2e="btn-next" as well: that attribute tells nothing.
  decoys: [
    { id: 'justice/decoy/next', selector: '#kt_buoc-tiep-theo-cho-ban-than' },
    { id: 'justice/decoy/preview', selector: '#xem-truoc-to-khai' },
    { id: 'justice/decoy/any-next', selector: `[data-e2e="btn-next"]:not(${SUBMIT})` },
  ],
  result: [
    { id: 'justice/result/filed', path: ROAD, phrases: ['nop ho so thanh cong'] },
    { id: 'justice/result/sent', path: ROAD, phrases: ['gui ho so thanh cong'] },
  ],
  dossier: DOSSIER,
  toasts: messages('justice', '[role="alert"], [role="status"], [data-sonner-toast]'),
};
