/** What a reader tells of one question root of the page, right now. */
export interface Reading {
  label: string;
  section: string;
  /** Number of the section in the form, from 1; 0 where the form has none. */
  sectionIndex: number;
  required: boolean;
  locked: boolean;
  /** The shown value, empty where nothing is; null while it cannot be told (a list is open over it). */
  value: string | null;
  autofilled: boolean;
  error: boolean;
}

/** How a person gives a field its value. */
export type Widget = 'text' | 'date' | 'choice';

/**
 * The adapter to one form technology. A question root is the element that the technology draws anew as a whole; it is
 * found again each time it is needed.
 */
export interface FieldReader {
  /** The selector of question roots. */
  readonly roots: string;
  /** The page's own field name without its version, null when the root is no declaration field. */
  nameOf(root: Element): string | null;
  widgetOf(root: Element): Widget;
  read(root: Element): Reading;
  /** The question root that an event's target belongs to. */
  ownerOf(target: Element): Element | null;
  /** Whether a click or Enter on this target chooses a value (an option, a day, a box), not merely opens a list. */
  isChoice(target: Element): boolean;
  /** Where a mark may and may not stand. */
  partsOf(root: Element): { label: Element | null; control: Element | null };
}
