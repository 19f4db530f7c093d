/** The words of the audit (kinds, subjects, expectations, fill states) and the stored shape of one field. */

export const KINDS = [
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
  'birth-date-words',
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
  'phone',
  'email',
  'marital-status',
  'marriage-count',
  'relationship',
  'insurance-number',
  'tax-code',
  'business-name',
  'business-line',
  'business-capital',
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
  'registration-type',
  'request-content',
  'reason',
  'copies',
  'result-method',
  'agency',
  'other',
] as const;
/** What a field is. */
export type Kind = (typeof KINDS)[number];

export const SUBJECTS = [
  'requester',
  'child',
  'mother',
  'father',
  'wife',
  'husband',
  'deceased',
  'guardian',
  'ward',
  'parent',
  'record-subject',
  'civil-record',
  'business',
  'land',
  'other',
] as const;
/** Whose it is. */
export type Subject = (typeof SUBJECTS)[number];

export const EXPECTATIONS = [
  'on-load',
  'on-lookup',
  'from-database',
  'lookup-key',
  'derived',
  'none',
] as const;
/** Whether, and from where, the State already holds it. */
export type Expectation = (typeof EXPECTATIONS)[number];

export const FILL_STATES = [
  'portal-on-load',
  'portal-on-lookup',
  'portal-late',
  'typed',
  'chosen',
  'browser',
  'empty',
] as const;
/** Who put the value there that was last seen. */
export type FillState = (typeof FILL_STATES)[number];

export const FLAGS = ['should-have-been-filled', 'asked-again'] as const;
export type Flag = (typeof FLAGS)[number];

/** Fields of a frame come after those of the page around it: so many orders are each frame's own. */
export const ORDERS_A_FRAME = 10_000;

/** One field of one submission, as stored: facts about the form, never what stands in it. */
export interface FieldRecord {
  submissionId: string;
  /** Stable over re-renders and form versions, e.g. `national/2/citizenNDK_HoVaTen`. */
  key: string;
  /** Place in the form, from 1. */
  order: number;
  /** What stands on the page, cleaned; empty where nothing does. */
  label: string;
  section: string;
  kind: Kind;
  subject: Subject;
  expectation: Expectation;
  state: FillState;
  locked: boolean;
  required: boolean;
  visible: boolean;
  /** How often a person came back and changed a value that already stood there. */
  corrections: number;
  focusCount: number;
  activeMs: number;
  /** How often the form newly complained about this field. */
  errorsShown: number;
  flags: Flag[];
}

/** A field as its frame knows it: without the submission it belongs to. */
export type FieldFacts = Omit<FieldRecord, 'submissionId'>;
