import type { Verdict } from '../corrections.ts';
import type { Widget } from '../reading/reader.ts';
import type { Offer } from './offers.ts';
import type { Judgement } from './rules.ts';

/** So many fields at most are asked about at once. */
export const MOST_ASKED = 400;

/**
 * Fields to be judged, in page order. The vocabulary is too large to be carried into every page, so frames send what
 * stands there about their fields to whoever has it.
 */
export interface Asked {
  /** Headings above the fields, the nearest last: once for all fields of a section. */
  trails: readonly (readonly string[])[];
  fields: readonly AskedField[];
}

/** What stands on the page about one field. Texts as read; never a value. */
export interface AskedField {
  label: string;
  /** The page's own name of the field. */
  name: string;
  /** How it is answered, and what sort of things it offers to choose from, as far as that shows. */
  widget?: Widget | undefined;
  offer?: Offer | undefined;
  /** Place of its headings among `trails`. */
  trail: number;
  /** The field before it in the same section: its place among these fields, or what was made of it earlier. */
  before: number | Judgement | null;
  /** A reviewer's word, which holds for the fields after it as well. */
  correction?: Verdict;
}
