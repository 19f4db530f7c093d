import type { Correction, CorrectionPlace, FieldFacts, FieldRecord } from '../fields/index.ts';
import type { FlowEvent } from '../flow/index.ts';
import type { RoadView } from './bus.ts';

/** Facts of the declaration's fields as last seen; a later one replaces an earlier one of the same key. */
export interface FieldsFact {
  type: 'fields';
  at: number;
  /** Number of the declaration within its document: one opened again without a page load is another one. */
  form: number;
  fields: FieldFacts[];
}
export type Fact = FlowEvent | FieldsFact;

/** One fact with its number within its document, by which the background drops what it already has. */
export interface NumberedFact {
  n: number;
  fact: Fact;
}

/** What a frame tells the background: all facts not acknowledged yet, in order. */
export interface Report {
  name: 'report';
  /** UUID of this document's visit. */
  document: string;
  arrival: Arrival;
  facts: NumberedFact[];
}

/** How a document came to its tab. `opened`: by another page. `restored`: with its history. `by-hand`: neither. */
export const ARRIVALS = ['opened', 'restored', 'by-hand'] as const;
export type Arrival = (typeof ARRIVALS)[number];

/** The background's answer, given after the facts are on disk. */
export interface Acknowledgement {
  /** The highest number that is written. */
  acked: number;
  tabId: number;
  road: RoadView | null;
}

export interface AuditAnswer {
  /** Stored fields of the tab's open submission: those of other frames and earlier pages are among them. */
  fields: FieldRecord[];
  /** The names of kinds, subjects, expectations and fill states: too much text for every page to carry. */
  words: Record<string, string>;
}

/** Everything that is said to the background, by name: what goes in, what comes back. */
export interface Messages {
  report: { request: Report; response: Acknowledgement | { refused: string } };
  erase: { request: { name: 'erase' }; response: { erased: true } };
  restore: {
    request: { name: 'restore'; data: unknown };
    response: { restored: number } | { refused: string };
  };
  /** Makes corrections and takes others back, in one go. */
  correct: {
    request: { name: 'correct'; add: Correction[]; remove: CorrectionPlace[] };
    response: { corrections: Correction[] } | { refused: string };
  };
  /** What the audit on the page needs and cannot see from there. */
  audit: {
    request: { name: 'audit'; language: 'vi' | 'en' };
    response: AuditAnswer | { refused: string };
  };
}

/** The key in `storage.local` under which a reviewer's corrections stand; every frame of a portal reads them. */
export const CORRECTIONS_KEY = 'corrections';

/** Facts that a document could not see acknowledged before it went away, kept in `storage.local`. */
export interface Outbox {
  tabId: number;
  report: Report;
}
export const OUTBOX_PREFIX = 'outbox/';
