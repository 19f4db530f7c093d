import type { Expectation, Kind, Subject } from '../field.ts';

/** Kinds that describe one person and stand in the account or the population database. */
const PERSON_KINDS: ReadonlySet<Kind> = new Set<Kind>([
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
  'birth-place',
  'gender',
  'ethnicity',
  'nationality',
  'religion',
  'hometown',
  'residence-type',
  'residence',
  'residence-country',
  'residence-province',
  'residence-ward',
  'residence-detail',
]);

/** The account holds how to reach its owner; of anybody else no register does. */
const CONTACT_KINDS: ReadonlySet<Kind> = new Set<Kind>(['phone', 'email']);

/** What identifies another person to the population look-up: name, number and birth date (portal-facts, 4). */
const LOOKUP_KEYS: ReadonlySet<Kind> = new Set<Kind>([
  'full-name',
  'family-name',
  'middle-name',
  'given-name',
  'personal-id',
  'birth-date',
]);

/** Kinds that a register other than the population database holds, whoever the subject is. */
const REGISTERED_KINDS: ReadonlySet<Kind> = new Set<Kind>([
  'marital-status',
  'marriage-count',
  'insurance-number',
  'tax-code',
  'business-name',
  'land-certificate-number',
  'land-parcel',
  'land-area',
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
  'birth-notice',
]);

/** Kinds that the insurer's birth notice holds of a newborn child (portal-facts, 4). */
const BIRTH_NOTICE_KINDS: ReadonlySet<Kind> = new Set<Kind>(['birth-date', 'birth-place', 'gender']);

/** Kinds whose second asking, of the same person in one submission, is a flag (design: Flag). */
export const ASKED_ONCE_KINDS: ReadonlySet<Kind> = new Set<Kind>([
  ...PERSON_KINDS,
  ...CONTACT_KINDS,
  'insurance-number',
  'tax-code',
]);

/** A name that is only now being chosen stands in no register yet. */
const NEW_BUSINESS =
  /thanh lap|tieng viet|tieng nuoc ngoai|viet tat|du kien|sau khi thay doi|dang ky ho kinh doanh|ten ho kinh doanh/;
/** An address that is only now being asked for. */
const NEW_RESIDENCE =
  /(?:de nghi|xin)(?: dang ky)? (?:thuong|tam|luu) tru|noi de nghi|de nghi dang ky cu tru|de nghi dang ky$|luu tru tai|chuyen den/;

/** Whether a kind describes one person or how to reach them. */
export function isOfPerson(kind: Kind): boolean {
  return PERSON_KINDS.has(kind) || CONTACT_KINDS.has(kind);
}

/**
 * Whether the State already holds a kind of a subject, and from where it could come (portal-facts, section 4).
 * `headings` and `label` are folded.
 */
export function expectationOf(
  kind: Kind,
  subject: Subject,
  headings: readonly string[],
  label: string,
): Expectation {
  const heading = headings.at(-1) ?? '';
  if (kind === 'birth-date-words') return 'derived';
  if (subject === 'child' && headings.some((it) => it.includes('khai sinh'))) {
    if (kind === 'birth-notice') return 'from-database';
    return BIRTH_NOTICE_KINDS.has(kind) ? 'from-database' : 'none';
  }
  if (kind === 'business-name' && (NEW_BUSINESS.test(heading) || NEW_BUSINESS.test(label))) return 'none';
  if (REGISTERED_KINDS.has(kind)) return 'from-database';
  // What a business has registered stands in the register, whatever it is called.
  if (subject === 'business' && /\bda dang ky\b/.test(heading)) return 'from-database';
  if (CONTACT_KINDS.has(kind)) return subject === 'requester' ? 'on-load' : 'none';
  if (!PERSON_KINDS.has(kind) || subject === 'business' || subject === 'land' || subject === 'civil-record')
    return 'none';
  if (kind.startsWith('residence') && NEW_RESIDENCE.test(heading)) return 'none';
  if (subject === 'requester') return 'on-load';
  return LOOKUP_KEYS.has(kind) ? 'lookup-key' : 'on-lookup';
}
