import type { Offer } from '../fields/index.ts';
import { fold, originalOf } from '../text/index.ts';

/** What led to a field's judgement, words as they are written on the page; null for what played no part. */
export interface Evidence {
  label: string | null;
  section: string | null;
  /** The page's own name of the field. */
  name: string | null;
  /** What sort of things it offers to choose from. */
  offer: Offer | null;
}

interface Clues {
  label: string;
  /** Headings above the field, the nearest last. */
  trail: readonly string[];
  name: string;
  /** The folded words of the vocabulary that were met. */
  words: Evidence;
}

/** Puts the evidence of a judgement into the page's own words: `so dinh danh` reads « số định danh ». */
export function evidenceOf({ label, trail, name, words }: Clues): Evidence {
  const whose = words.section;
  const heading = whose === null ? null : headingWith(trail, whose);
  // Whose a field is may stand in its own name: `SoDinhDanhMe`.
  const named = whose !== null && heading === null && fold(name).includes(whose.replaceAll(' ', ''));
  return {
    label: words.label === null ? null : (originalOf(label, words.label) ?? words.label),
    section: heading ?? (named ? null : whose),
    name: words.name !== null || named ? name : null,
    offer: words.offer,
  };
}

/** `người được`, `người bị`: what comes after it says whose the field is. */
const UNFINISHED = / (?:duoc|bi|co)$/;

function headingWith(trail: readonly string[], phrase: string): string | null {
  for (const heading of trail.toReversed()) {
    const found = originalOf(heading, phrase);
    if (found !== null) return UNFINISHED.test(phrase) ? fromOn(heading, found) : found;
  }
  return null;
}

/** A heading from some of its words on. */
function fromOn(heading: string, words: string): string {
  const whole = heading.normalize('NFC').split(/\s+/).filter(Boolean).join(' ');
  return whole.slice(whole.indexOf(words));
}
