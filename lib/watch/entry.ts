import {
  type AskedField,
  type FieldFacts,
  type FieldReader,
  type Found,
  type Hand,
  isBoxBesideLists,
  isChoiceTarget,
  isVisible,
  type Judgement,
  type Section,
  Track,
  widgetOf,
} from '../fields/index.ts';

/**
 * One field of the declaration with its history, known by the page's own name; its root is whatever node carries that
 * name now.
 */
export class Entry extends Track {
  // As it was found.
  declare name: string;
  declare root: Element;
  declare readonly reader: FieldReader;
  declare section: Section;
  declare order: number;
  /** The orders that steps of the form before its own have taken: they are gone from the page. */
  declare readonly afterOrders: number;
  /** The field before it on the page when it first appeared. */
  declare readonly before: Entry | null;
  /** Whether the page has it now: a control that nobody takes for a field any more may stand on. */
  found = true;
  visible = false;
  /** Whether it was visible, and is no question that the form took back: what is stored as visible. */
  counts = false;
  /** What stands before it, null until the first reading; whether it must be answered, and may be. */
  label: string | null = null;
  required = false;
  locked = false;
  /** What was made of it, null until the answer. */
  judgement: Judgement | null = null;
  /** How it is answered, as it was when it was last in question. */
  answered: Answers | null = null;
  /** When a hand last gave it a value; nought while none did. */
  givenAt = 0;
  /** What was last told of it, in short; a difference is news. */
  told = '';

  constructor(at: number, field: Found & Pick<Entry, 'order' | 'afterOrders' | 'before'>) {
    super(at);
    Object.assign(this, field);
  }
}

/** How a field is answered, and what sort of things it offers. */
export type Answers = Pick<AskedField, 'widget' | 'offer'>;

/**
 * What is told of a field, as it stands on the page now or as it counts: nothing before it was read and judged. Flags are
 * set where all fields are known.
 */
export function factsOf(prefix: string, entry: Entry, visible: boolean): FieldFacts[] {
  const { name, section, order, label, required, locked, judgement } = entry;
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
      state: entry.state,
      locked,
      required,
      visible,
      corrections: entry.corrections,
      focusCount: entry.focusCount,
      activeMs: Math.round(entry.activeMs),
      errorsShown: entry.errorsShown,
      flags: [],
    },
  ];
}

const CHOOSES_IN_LIST = /^(Enter|Tab| )$/;
/**
 * Keys that may change what is answered: a drawn list that is closed takes the next entry by an arrow, and others by
 * their letters.
 */
export const CHOOSES = /^(.?|Enter|Home|End|Arrow.+|Backspace|Delete)$/;

/** Whether a key, or a click (''), in an element chooses a value of a field, over which a list `isOpen` or not. */
export function chooses({ root }: Entry, target: Element, key: string, isOpen: () => boolean): boolean {
  // The browser's own list tells its change itself.
  if (target.localName === 'select') return false;
  if (isChoiceTarget(target) && /^(Enter| |)$/.test(key)) return true;
  if (widgetOf(root) !== 'choice' || isBoxBesideLists(target)) return false;
  return (isOpen() ? CHOOSES_IN_LIST : CHOOSES).test(key);
}

/** How an `input` or `change` in an element gives a field its value; null where it does not. */
export function handIn({ root, state }: Entry, target: Element, byKeys: boolean): Hand | null {
  const widget = widgetOf(root);
  if (widget === 'text') return 'typed';
  if (widget === 'date') return byKeys ? 'typed' : 'chosen';
  if (isChoiceTarget(target)) return 'chosen';
  // What is typed into a list's search box is not its value; what is typed beside lists goes on with what they gave.
  if (!isBoxBesideLists(target)) return null;
  return state === 'chosen' ? 'chosen' : 'typed';
}

/** Radio buttons and the boxes of one date are one field, whose root is the first of them where its reader names none. */
export const isOfGroup = ({ reader }: Entry, other: Element): boolean =>
  reader.controlsOf !== undefined && !reader.rootOf && isVisible(other);
