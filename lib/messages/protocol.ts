import type {
  Asked,
  Correction,
  CorrectionPlace,
  FieldFacts,
  FieldRecord,
  Judgement,
} from '../fields/index.ts';
import type { FlowEvent, Submission, Told } from '../flow/index.ts';
import type { Evidence } from '../guide/index.ts';
import type { Tally } from '../metrics/index.ts';
import type { Personal } from '../text/index.ts';
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
  /** Why each of them is judged as it is, by its key; null where that is not known any more. */
  evidence: Record<string, Evidence | null>;
  /** The names of kinds, subjects, expectations and fill states: too much text for every page to carry. */
  words: Record<string, string>;
}

/** Where and with whom a volunteer works on one day: said once, kept for the day. */
export interface Round {
  /** Calendar day in Việt Nam, `YYYY-MM-DD`. */
  day: string;
  /** Name of the outreach round; submissions of the day carry it. */
  outreach: string;
  commune: string;
  team: string;
}

/** A volunteer's day: what was said of it, and how far it is. */
export interface DayView {
  round: Round | null;
  tally: Tally;
}

/** What a reviewer wrote about a field or a step of one submission. */
export interface Note {
  id: string;
  submissionId: string;
  /** Epoch ms. */
  at: number;
  /** The stored key of a field, or the id of a step. */
  about: { field: string } | { step: string };
  text: string;
}

/** What can be told of a dossier after it was filed, as it stands. */
export type Aftermath = Pick<Submission, 'id' | 'outcome' | 'satisfaction' | 'endToEnd'>;

/** A note was not kept: it seems to hold somebody's data. `certain` where it must not be kept at all. */
export interface Warned {
  personal: Personal[];
  certain: boolean;
}

interface Refused {
  refused: string;
}

/** Everything that is said to the background, by name: what goes in, what comes back. */
export interface Messages {
  report: { request: Report; response: Acknowledgement | { refused: string } };
  /** Has a frame's fields judged, in the order in which it names them. */
  judge: { request: { name: 'judge' } & Asked; response: { judgements: Judgement[] } | Refused };
  /** Brings back a portion of what was deleted: a browser takes no message of any length. */
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
  /** One person has gone, another comes. A page speaks of its own tab, the popup may name one. */
  'next-person': {
    request: { name: 'next-person'; tabId?: number | undefined };
    response: DayView | Refused;
  };
  /** It was pressed by mistake. Only the page itself may say so, of its own tab. */
  'same-person': { request: { name: 'same-person' }; response: DayView | Refused };
  day: { request: { name: 'day' }; response: DayView | Refused };
  'set-round': {
    request: { name: 'set-round'; round: Omit<Round, 'day'> };
    response: DayView | Refused;
  };
  /** Tells something of a submission; with nothing told it only asks how things stand. */
  tell: {
    request: { name: 'tell'; submissionId: string; told: Told };
    response: Aftermath | Refused;
  };
  /** Writes a note. `sure`: the person has looked again and says that nobody's data is in it. */
  note: {
    request: { name: 'note'; note: Pick<Note, 'submissionId' | 'about' | 'text'>; sure: boolean };
    response: { notes: Note[] } | Warned | Refused;
  };
  'drop-note': {
    request: { name: 'drop-note'; submissionId: string; id: string };
    response: { notes: Note[] } | Refused;
  };
  notes: { request: { name: 'notes'; submissionId: string }; response: { notes: Note[] } | Refused };
}

/** What the background tells the pages of a tab: the person whose road it was has gone. */
export const NEXT_PERSON = 'next-person';

/** The key in `storage.local` under which a reviewer's corrections stand; every frame of a portal reads them. */
export const CORRECTIONS_KEY = 'corrections';

/** Facts that a document could not see acknowledged before it went away, kept in `storage.local`. */
export interface Outbox {
  tabId: number;
  /** The page's or frame's host: the access to it may be taken away before these are written. */
  host: string;
  report: Report;
}
export const OUTBOX_PREFIX = 'outbox/';
