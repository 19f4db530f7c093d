import type { PortalProfile } from '../profile.ts';
import type {
  BusyRule,
  ControlRule,
  DossierRule,
  MethodRule,
  PaymentRules,
  ProgressRules,
  ToastRules,
  UploadRules,
  WizardRule,
} from '../rules.ts';

/**
 * The login that every portal shares (portal-facts, section 1). Old components stay in the DOM hidden, so each of
 * `done` counts only where it can be seen.
 */
export function vneid(id: string): PortalProfile['login'] {
  return {
    hosts: ['sso.dancuquocgia.gov.vn'],
    start: [{ id: `${id}/login/start`, text: 'dang nhap' }],
    done: [
      { id: `${id}/login/user-dropdown`, selector: '.user-dropdown' },
      { id: `${id}/login/account-name`, selector: '#account_name' },
      { id: `${id}/login/logout-shown`, text: 'dang xuat' },
    ],
    out: [{ id: `${id}/logout`, text: 'dang xuat' }],
  };
}

/** Dossier numbers look like `G22.99.08-…` or `000.00.12.H42-251103-0007`. */
export const DOSSIER: DossierRule = {
  labels: ['ma ho so', 'so ho so', 'ma so ho so'],
  number: '\\b[A-Z0-9]{1,6}(?:[.-][A-Z0-9]{1,8}){2,6}\\b',
  assumed: true,
};

export const BUSY: BusyRule = {
  selector:
    '[aria-busy="true"], [role="progressbar"], progress, .ant-spin-spinning, .spinner-border, .loading-overlay',
  words: { selector: '[role="status"]', phrases: ['dang tra cuu', 'dang tai', 'dang xu ly', 'vui long cho'] },
  assumed: true,
};

export const UPLOADS: UploadRules = {
  done: ['da tai len', 'tai len thanh cong'],
  failed: ['khong thanh cong', 'that bai', 'co loi', 'khong hop le', 'vuot qua', 'khong tai duoc'],
  assumed: true,
};

const PAY = ['thanh toan', 'thanh toan le phi', 'thanh toan phi, le phi', 'thanh toan truc tuyen'];

/**
 * The platform of the National Portal, the gateway that ministries and provinces use most, and what leads to them on
 * pages of `path`, besides the controls in `start`.
 */
export function paying(id: string, path: string, start: PaymentRules['start'] = []): PaymentRules {
  return {
    hosts: [
      { host: 'thanhtoan.dichvucong.gov.vn', payment: 'portal', assumed: true },
      { host: 'pay.vnpay.vn', payment: 'elsewhere', assumed: true },
    ],
    start: [
      ...start,
      ...PAY.map((text, index) => ({ id: `${id}/pay/text-${index + 1}`, path, text, assumed: true })),
    ],
  };
}

/** What a fee block says when there is nothing to pay: in words, or a nought that is no end of a larger sum. */
export const FREE = 'mien phi|khong thu (?:le )?phi|(?<![\\d.,])0 ?(?:dong|vnd|d)\\b';

/** What the browser itself complains of when a form of plain HTML is sent: nothing leaves the page then. */
export const HELD_BACK = 'form:not([novalidate]) :user-invalid';

const METHODS: readonly MethodRule[] = [
  { method: 'post', phrase: 'buu chinh', assumed: true },
  { method: 'post', phrase: 'buu dien', assumed: true },
  { method: 'network', phrase: 'moi truong mang', assumed: true },
  { method: 'network', phrase: 'ban dien tu', assumed: true },
  { method: 'counter', phrase: 'bo phan tiep nhan', assumed: true },
  { method: 'counter', phrase: 'bo phan mot cua', assumed: true },
  { method: 'counter', phrase: 'nhan truc tiep', assumed: true },
];

export const PROGRESS: ProgressRules = {
  path: '/tra-cuu|/ho-so-cua-toi|/quan-ly-ho-so',
  number: ['ma ho so', 'so ho so', 'ma so ho so'],
  received: ['ngay tiep nhan', 'ngay nhan'],
  due: ['ngay hen tra', 'ngay hen tra ket qua', 'ngay hen tra du kien'],
  result: ['ngay tra ket qua', 'ngay tra'],
  state: ['trang thai', 'trang thai ho so', 'tinh trang'],
  states: [
    { state: 'returned', phrase: 'da tra ket qua' },
    { state: 'done', phrase: 'da co ket qua' },
    { state: 'done', phrase: 'hoan thanh' },
    { state: 'processing', phrase: 'dang xu ly' },
    { state: 'received', phrase: 'da tiep nhan' },
    { state: 'received', phrase: 'duoc tiep nhan' },
  ],
  assumed: true,
};

const FAILED = ['khong thanh cong', 'that bai', 'co loi', 'khong hop le'];

/** Messages of a portal whose own have not been seen: errors by their words, success by the whole phrase alone. */
export function messages(id: string, selector: string): ToastRules {
  return {
    selector,
    success: { id: `${id}/result/toast`, phrases: ['nop ho so thanh cong'], unless: FAILED },
    failure: { id: `${id}/reject/toast`, phrases: FAILED },
    assumed: true,
  };
}

/** How wizards show their steps, by the custom of the libraries that the portals are made with. */
export const WIZARD: WizardRule = {
  heads:
    'mat-step-header, .mat-step-header, .cdk-step-header, [role="tablist"] [role="tab"], ol[data-steps] > li, ol.stepper > li, .stepper-item, .nav-tabs > li',
  current: '[aria-selected="true"], [aria-current="step"], .active, .current',
  assumed: true,
};

const GO_ON = ['tiep tuc', 'tiep theo', 'buoc tiep theo'];

/** Controls that go on to the next step, known by their words alone. */
export function goingOn(id: string, path: string): ControlRule[] {
  return GO_ON.map((text, index) => ({ id: `${id}/next/text-${index + 1}`, path, text, assumed: true }));
}

/** The control that goes a step back, known by its words alone. */
export function goingBack(id: string, path: string): ControlRule[] {
  return [{ id: `${id}/back/text`, path, text: 'quay lai', assumed: true }];
}

/** The steps of a wizard of which nothing but their number is known. */
export function counted(id: string, path: string, count: number): PortalProfile['steps'] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${id}/step-${index + 1}`,
    label: `Bước ${index + 1}`,
    path,
    nth: index + 1,
  }));
}

/**
 * What the systems beyond the national portal are taken to have in common, until a profile says otherwise: pages of
 * `path` hold the documents, those of `last` fee and payment.
 */
export function usual(id: string, path: string, last = path) {
  return {
    login: vneid(id),
    documents: { id: `${id}/documents/block`, path, heading: 'thanh phan ho so', assumed: true },
    uploads: UPLOADS,
    fee: { id: `${id}/fee/block`, path: last, heading: 'le phi', free: FREE, assumed: true },
    payment: paying(id, last),
    resultMethods: METHODS,
    invalid: { id: `${id}/reject/form-errors` },
    busy: BUSY,
    progress: PROGRESS,
  } satisfies Partial<PortalProfile>;
}
