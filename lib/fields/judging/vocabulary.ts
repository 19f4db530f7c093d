import type { Expectation, Kind, Subject } from '../field.ts';

/**
 * What the words of a declaration mean. Folded text (see lib/text): lower case, no diacritics.
 * Sources: the labelled declarations of the portals (autumn 2026) and portal-facts, section 4, for what the State
 * already holds.
 */
export interface KindRule {
  kind: Kind;
  /** A folded label that contains this phrase is of that kind; the longest phrase found wins. */
  phrase: string;
  /** Only the whole label counts, for words too short or too common to be looked for inside others. */
  whole?: true;
  /** Only in sections about one of these. */
  subjects?: readonly Subject[];
  /** Overrides the expectation that kind and subject alone would give. */
  expect?: Expectation;
}

export const KIND_RULES: readonly KindRule[] = [
  { kind: 'full-name', phrase: 'ho, chu dem, ten' },
  { kind: 'full-name', phrase: 'ho va ten' },
  { kind: 'full-name', phrase: 'ho ten' },
  { kind: 'family-name', phrase: 'ho', whole: true },
  { kind: 'middle-name', phrase: 'chu dem', whole: true },
  { kind: 'given-name', phrase: 'ten', whole: true },
  { kind: 'personal-id', phrase: 'so dinh danh' },
  { kind: 'personal-id', phrase: 'ma dinh danh ca nhan' },
  { kind: 'id-document-type', phrase: 'loai giay to' },
  { kind: 'id-document-type', phrase: 'giay to tuy than', whole: true },
  { kind: 'id-document-number', phrase: 'so giay to' },
  { kind: 'id-document-number', phrase: 'so cmnd' },
  { kind: 'id-document-number', phrase: 'so cccd' },
  { kind: 'id-document-number', phrase: 'so', whole: true },
  { kind: 'id-issue-date', phrase: 'ngay cap' },
  { kind: 'id-issue-date', phrase: 'ngay, thang, nam cap' },
  { kind: 'id-issue-place', phrase: 'noi cap' },
  { kind: 'id-issue-place', phrase: 'co quan cap' },
  { kind: 'birth-date', phrase: 'ngay, thang, nam sinh' },
  { kind: 'birth-date', phrase: 'ngay thang nam sinh' },
  { kind: 'birth-date', phrase: 'ngay sinh' },
  { kind: 'birth-date-words', phrase: 'bang chu' },
  { kind: 'birth-place', phrase: 'noi sinh' },
  { kind: 'gender', phrase: 'gioi tinh' },
  { kind: 'ethnicity', phrase: 'dan toc' },
  { kind: 'nationality', phrase: 'quoc tich' },
  { kind: 'religion', phrase: 'ton giao' },
  { kind: 'hometown', phrase: 'que quan' },
  { kind: 'residence-type', phrase: 'loai cu tru' },
  { kind: 'residence', phrase: 'noi cu tru' },
  { kind: 'residence', phrase: 'noi thuong tru' },
  { kind: 'residence-country', phrase: 'quoc gia', whole: true },
  { kind: 'residence-province', phrase: 'tinh/thanh pho', whole: true },
  { kind: 'residence-ward', phrase: 'phuong/xa', whole: true },
  { kind: 'residence-ward', phrase: 'xa/phuong', whole: true },
  { kind: 'residence-detail', phrase: 'dia chi chi tiet' },
  { kind: 'phone', phrase: 'so dien thoai' },
  { kind: 'email', phrase: 'email' },
  { kind: 'email', phrase: 'thu dien tu' },
  { kind: 'marital-status', phrase: 'tinh trang hon nhan' },
  { kind: 'relationship', phrase: 'quan he voi' },
  { kind: 'relationship', phrase: 'quan he khac' },
  { kind: 'insurance-number', phrase: 'so the bao hiem' },
  { kind: 'tax-code', phrase: 'ma so thue' },
  // What is asked for is the citizen's own choice; what the record is called stands in the civil-status database.
  { kind: 'civil-record-type', phrase: 'loai viec yeu cau', expect: 'none' },
  { kind: 'civil-record-type', phrase: 'ten giay to ho tich' },
  { kind: 'civil-record-number', phrase: 'so dang ky', subjects: ['civil-record'] },
  { kind: 'civil-record-book', phrase: 'quyen so' },
  { kind: 'civil-record-date', phrase: 'ngay, thang, nam dang ky', subjects: ['civil-record'] },
  { kind: 'civil-record-place', phrase: 'co quan dang ky ho tich' },
  { kind: 'death-date', phrase: 'ngay, thang, nam chet' },
  { kind: 'death-time', phrase: 'gio', whole: true, subjects: ['deceased'] },
  { kind: 'death-time', phrase: 'phut', whole: true, subjects: ['deceased'] },
  { kind: 'death-place', phrase: 'noi chet' },
  { kind: 'death-cause', phrase: 'nguyen nhan chet' },
  { kind: 'death-notice', phrase: 'giay bao tu' },
  { kind: 'birth-notice', phrase: 'giay chung sinh' },
  { kind: 'registration-type', phrase: 'loai dang ky' },
  { kind: 'registration-type', phrase: 'loai khai sinh' },
  { kind: 'request-content', phrase: 'noi dung yeu cau' },
  { kind: 'reason', phrase: 'ly do' },
  { kind: 'copies', phrase: 'so luong ban sao' },
  { kind: 'copies', phrase: 'cap ban sao' },
  { kind: 'result-method', phrase: 'hinh thuc nhan ket qua' },
  { kind: 'agency', phrase: 'kinh gui', whole: true },
];

/** These phrases decide over longer ones that merely stand beside them: all of a death notice is the notice. */
export const OVERRIDING_KINDS: readonly Kind[] = ['death-notice', 'birth-notice', 'relationship', 'copies'];

/** Whom a section's heading speaks of; the first phrase found wins, so the narrower ones stand first. */
export const SUBJECT_RULES: readonly { subject: Subject; phrase: string }[] = [
  { subject: 'mother', phrase: 'nguoi me' },
  { subject: 'father', phrase: 'nguoi cha' },
  { subject: 'requester', phrase: 'nguoi nop' },
  { subject: 'requester', phrase: 'nguoi yeu cau' },
  { subject: 'deceased', phrase: 'dang ky khai tu' },
  { subject: 'deceased', phrase: 'nguoi chet' },
  { subject: 'child', phrase: 'khai sinh' },
  { subject: 'record-subject', phrase: 'duoc cap giay to ho tich' },
  { subject: 'record-subject', phrase: 'nguoi duoc cap' },
  { subject: 'civil-record', phrase: 'giay to ho tich' },
  { subject: 'wife', phrase: 'ben nu' },
  { subject: 'husband', phrase: 'ben nam' },
];

/** Kinds that describe one person and stand in the account or the population database. */
export const PERSON_KINDS: ReadonlySet<Kind> = new Set<Kind>([
  'full-name',
  'family-name',
  'middle-name',
  'given-name',
  'personal-id',
  'id-document-type',
  'id-document-number',
  'id-issue-date',
  'id-issue-place',
  'birth-date',
  'gender',
  'ethnicity',
  'nationality',
  'residence-type',
  'residence',
  'residence-country',
  'residence-province',
  'residence-ward',
  'residence-detail',
  'phone',
  'email',
]);

/** What identifies another person to the population look-up: name, number and birth date (portal-facts, 4). */
export const LOOKUP_KEYS: ReadonlySet<Kind> = new Set<Kind>(['full-name', 'personal-id', 'birth-date']);

/** Persons whom the population look-up knows. A child being registered is not in it yet. */
export const LOOKUP_SUBJECTS: ReadonlySet<Subject> = new Set<Subject>([
  'mother',
  'father',
  'wife',
  'husband',
  'deceased',
  'guardian',
  'ward',
  'parent',
  'record-subject',
]);

/** Kinds that a register other than the population database holds, whoever the subject is. */
export const REGISTERED_KINDS: ReadonlySet<Kind> = new Set<Kind>([
  'civil-record-type',
  'civil-record-number',
  'civil-record-book',
  'civil-record-date',
  'civil-record-place',
  'death-date',
  'death-time',
  'death-place',
  'death-cause',
  'death-notice',
]);

/** Kinds that the insurer's birth notice holds of a newborn child (portal-facts, 4). */
export const BIRTH_NOTICE_KINDS: ReadonlySet<Kind> = new Set<Kind>(['birth-date', 'birth-place', 'gender']);

/** Kinds whose second asking, of the same person in one submission, is a flag (design: Flag). */
export const ASKED_ONCE_KINDS: ReadonlySet<Kind> = new Set<Kind>([
  ...PERSON_KINDS,
  'birth-place',
  'hometown',
  'religion',
  'insurance-number',
  'tax-code',
]);
