import type { FieldFacts, FieldReader, Judgement, Reading, Section, Track } from '../fields/index.ts';

/** One field of the declaration, known by the page's own name; its root is whatever node carries that name now. */
export interface Entry {
  name: string;
  root: Element;
  reader: FieldReader;
  section: Section;
  order: number;
  /** The field before it on the page when it first appeared. */
  before: Entry | null;
  track: Track;
  visible: boolean;
  /** What was last read and made of it; null until the first reading. */
  seen: { reading: Reading; judgement: Judgement } | null;
  /** What was last told of it, in short; a difference is news. */
  told: string;
}

/** What is told of a field: nothing before it was read. Flags are set where all fields are known. */
export function factsOf(prefix: string, { name, section, order, track, visible, seen }: Entry): FieldFacts[] {
  if (!seen) return [];
  const { reading, judgement } = seen;
  return [
    {
      key: `${prefix}/${section.index}/${name}`,
      order,
      label: reading.label,
      section: section.title,
      kind: judgement.kind,
      subject: judgement.subject,
      expectation: judgement.expectation,
      state: track.state,
      locked: reading.locked,
      required: reading.required,
      visible,
      corrections: track.corrections,
      focusCount: track.focusCount,
      activeMs: Math.round(track.activeMs),
      errorsShown: track.errorsShown,
      flags: [],
    },
  ];
}

/** Radio buttons and the boxes of one date are one field, whose root is the first of them. */
export function isOfGroup({ root, reader }: Entry, other: Element | undefined): boolean {
  return reader.id === 'generic' && other !== undefined && other.checkVisibility() && root !== other;
}

export function isVisible(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}
