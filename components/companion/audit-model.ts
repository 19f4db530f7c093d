import type { Verdict } from '../../lib/fields/corrections.ts';
import type { Expectation, FillState, Kind, Subject } from '../../lib/fields/field.ts';
import type { Evidence } from '../../lib/guide/index.ts';
import type { Language } from '../../lib/i18n/index.ts';
import type { RoadView } from '../../lib/messages/index.ts';

/** Which fields the list shows; the last two are what the page's marks stand for. */
export type AuditFilter = 'all' | 'missing' | 'again';
export const FILTERS: readonly AuditFilter[] = ['all', 'missing', 'again'];

/** One field in the list. */
export interface AuditRow {
  /** What tells it from all others of the list. */
  key: string;
  /** The key of its record: a note is kept under that. */
  record: string;
  label: string;
  section: string;
  kind: Kind;
  subject: Subject;
  expectation: Expectation;
  state: FillState;
  missing: boolean;
  again: boolean;
  visible: boolean;
  /** Known only from what was stored: it stands in another frame, or on a page that was left. */
  elsewhere: boolean;
  corrected: boolean;
}

/** Where the list led when a field was chosen. */
export type Found = 'here' | 'hidden' | 'frame' | 'elsewhere';

/** The chosen field: why it is judged as it is, and what a reviewer may do about it. */
export interface AuditDetail {
  row: AuditRow;
  /** null where the field's words cannot be seen from here. */
  evidence: Evidence | null;
  found: Found;
  /** For which forms a correction will hold; null where the form has no name to keep it under. */
  scope: 'procedure' | 'form' | null;
  failed: boolean;
  /** It was corrected where no open page can judge it anew. */
  waits: boolean;
  /** In a frame, of which nothing can be pointed at: its place among the fields that are seen there, from 1. */
  inFrame: { at: number; of: number } | null;
}

/** What the list shows. A new object only where something in it changed. */
export interface AuditModel {
  language: Language;
  road: RoadView | null;
  targetMs: number;
  awake: boolean;
  counts: Readonly<Record<AuditFilter, number>>;
  filter: AuditFilter;
  rows: readonly AuditRow[];
  /** How many fields of this filter are not shown yet. */
  more: number;
  chosen: AuditDetail | null;
  /** Names of kinds, subjects, expectations and states (`kind_gender`); null until they have come. */
  words: Readonly<Record<string, string>> | null;
}

/** What the reviewer did in the list. */
export interface AuditActions {
  filter(filter: AuditFilter): void;
  showMore(): void;
  /** Goes to a field and frames it, without touching it. */
  choose(key: string): void;
  /** Corrects what the chosen field is judged to be. */
  correct(verdict: Verdict): void;
  undo(): void;
}
