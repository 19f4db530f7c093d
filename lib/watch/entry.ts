import {
  type AskedField,
  type FieldFacts,
  type FieldReader,
  type Hand,
  isBoxBesideLists,
  isChoiceTarget,
  isVisible,
  type Judgement,
  type Section,
  type Track,
} from '../fields/index.ts';

/** One field of the declaration, known by the page's own name; its root is whatever node carries that name now. */
export interface Entry {
  name: string;
  root: Element;
  reader: FieldReader;
  section: Section;
  order: number;
  /** The orders that steps of the form before its own have taken: they are gone from the page. */
  afterOrders: number;
  /** The field before it on the page when it first appeared. */
  before: Entry | null;
  track: Track;
  /** Whether the page has it now: a control that nobody takes for a field any more may stand on. */
  found: boolean;
  visible: boolean;
  /** Whether it was visible, and is no question that the form took back: what is stored as visible. */
  counts: boolean;
  /** What stands before it, null until the first reading; whether it must be answered, and may be. */
  label: string | null;
  required: boolean;
  locked: boolean;
  /** What was made of it, null until the answer; and of which label. */
  judgement: Judgement | null;
  judgedLabel: string | null;
  /** How it is answered, as it was when it was last in question. */
  answered: Answers | null;
  /** When a hand last gave it a value; null while none did. */
  givenAt: number | null;
  /** What was last told of it, in short; a difference is news. */
  told: string;
}

/** How a field is answered, and what sort of things it offers. */
export type Answers = Pick<AskedField, 'widget' | 'offer'>;

/**
 * What is told of a field, as it stands on the page now or as it counts: nothing before it was read and judged. Flags are
 * set where all fields are known.
 */
export function factsOf(prefix: string, entry: Entry, visible: boolean): FieldFacts[] {
  const { name, section, order, label, required, locked, track, judgement } = entry;
  if (label === null || !judgement) return [];
  const { kind, subject, expectation } = judgement;
  return [
    {
      key: `${prefix}/${section.index}/${name}`,
      order,
      label,
      section: section.title,
      kind,
      subject,
      expectation,
      state: track.state,
      locked,
      required,
      visible,
      corrections: track.corrections,
      focusCount: track.focusCount,
      activeMs: Math.round(track.activeMs),
      errorsShown: track.errorsShown,
      flags: [],
    },
  ];
}

const CHOOSES_IN_LIST = /^(Enter|Tab| )$/;
/** A drawn list that is closed takes the next entry by an arrow, and others by their letters. */
const CHOOSES = /^(.?|Enter|Home|End|Arrow.+|Backspace|Delete)$/;

/** Whether a key, or a click (''), in an element chooses a value of a field, over which a list `isOpen` or not. */
export function chooses(
  { root, reader }: Entry,
  target: Element,
  key: string,
  isOpen: () => boolean,
): boolean {
  // The browser's own list tells its change itself.
  if (target.localName === 'select') return false;
  if (isChoiceTarget(target) && /^(Enter| |)$/.test(key)) return true;
  if (reader.widgetOf(root) !== 'choice' || isBoxBesideLists(target)) return false;
  return (isOpen() ? CHOOSES_IN_LIST : CHOOSES).test(key);
}

/** How an `input` or `change` in an element gives a field its value; null where it does not. */
export function handIn({ root, reader, track }: Entry, target: Element, byKeys: boolean): Hand | null {
  const widget = reader.widgetOf(root);
  if (widget === 'text') return 'typed';
  if (widget === 'date') return byKeys ? 'typed' : 'chosen';
  if (isChoiceTarget(target)) return 'chosen';
  // What is typed into a list's search box is not its value; what is typed beside lists goes on with what they gave.
  if (!isBoxBesideLists(target)) return null;
  return track.state === 'chosen' ? 'chosen' : 'typed';
}

/** Radio buttons and the boxes of one date are one field, whose root is the first of them where its reader names none. */
export function isOfGroup({ root, reader }: Entry, other: Element | undefined): boolean {
  const mayBe = reader.controlsOf !== undefined && !reader.rootOf;
  return mayBe && other !== undefined && isVisible(other) && root !== other;
}
