import building from '../declarations/cap-phep-xay-dung-formio.json' with { type: 'json' };
import land from '../declarations/dang-ky-dat-dai-formio.json' with { type: 'json' };
import pension from '../declarations/tro-cap-xa-hoi-formio.json' with { type: 'json' };
import type { Site } from './spec.ts';

type Variant = Pick<Site, 'hosts' | 'title' | 'declaration' | 'submitPays'> & { label: string };

/** Class and words of the middle steps' button; some hosts give the same words to the submit. */
const next = { text: 'Tiếp tục', does: 'next', attributes: { class: 'btn_next mat-flat-button' } } as const;

/** iGate: Form.io in a CDK stepper. Step 4 is named like the submit and is the result. */
function igate({ label, ...variant }: Variant): Site {
  return {
    ...variant,
    system: 'igate',
    shape: 'wizard',
    tag: 'padsvc-apply-online',
    account: 'logout',
    steps: [
      { title: 'Thông tin hồ sơ', parts: ['declaration'], buttons: [next] },
      {
        title: 'Thành phần hồ sơ',
        parts: ['documents'],
        buttons: [{ text: 'Lưu nháp', does: 'draft' }, { text: 'Quay lại', does: 'back' }, next],
      },
      {
        title: 'Lệ phí và hình thức nhận kết quả',
        parts: ['fee', 'method', 'captcha'],
        buttons: [
          { text: 'Quay lại', does: 'back' },
          {
            text: label,
            does: 'submit',
            attributes: { form: 'captchaForm', type: 'submit', class: 'btn_next' },
          },
        ],
      },
    ],
    resultStep: 'Nộp hồ sơ',
    result: ['Nộp hồ sơ thành công', 'Hồ sơ đang chờ tiếp nhận', 'Số hồ sơ: {so}'],
    entry: ({ hex }) => `/vi/padsvc/apply-online/${hex}`,
  };
}

export const igates: readonly Site[] = [
  igate({
    hosts: [
      'dichvucong.danang.gov.vn',
      'dichvucong.lamdong.gov.vn',
      'dichvucong.quangngai.gov.vn',
      'dichvucongbyt.moh.gov.vn',
      'dichvucongbnv.moha.gov.vn',
    ],
    title: 'Hệ thống thông tin giải quyết thủ tục hành chính thành phố Đà Nẵng',
    declaration: pension,
    label: 'Nộp hồ sơ',
  }),
  igate({
    hosts: ['dvc.moc.gov.vn', 'dvc.moet.gov.vn', 'dichvucong-tthc.moit.gov.vn'],
    title: 'Hệ thống thông tin giải quyết thủ tục hành chính Bộ Xây dựng',
    declaration: building,
    label: 'Tiếp tục',
  }),
  igate({
    hosts: ['dichvucong.ninhbinh.gov.vn', 'dichvucongnnmt.mae.gov.vn'],
    title: 'Hệ thống thông tin giải quyết thủ tục hành chính tỉnh Ninh Bình',
    declaration: land,
    label: 'Thanh toán',
    submitPays: true,
  }),
];
