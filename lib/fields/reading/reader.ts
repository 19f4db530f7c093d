/** What a reader tells of one field, right now. */
export interface Reading {
  label: string;
  required: boolean;
  locked: boolean;
  /** The shown value, empty where nothing is; null while it cannot be told (a list is open over it). To be digested
   * at once and never kept. */
  value: string | null;
  autofilled: boolean;
  error: boolean;
}

/** How a person gives a field its value. */
export type Widget = 'text' | 'date' | 'choice';

/** The parts of a field on the page: a mark may stand beside the label and never over the control. */
export interface Parts {
  label: Element | null;
  control: Element | null;
}

/** What one look at the whole page gathers once for all readers, so that no reader searches the page for one field. */
export interface Surroundings {
  /** The label element that points at a control. One pass: `element.labels` makes a scan quadratic. */
  labelFor(control: Element): Element | null;
  /** All controls of the group that a root stands for: radio buttons of one name, the boxes of one date. */
  groupOf(root: Element): readonly Element[];
  /** Whether an element near a field's root holds no other control or field than that one. */
  holdsOnly(ancestor: Element, root: Element): boolean;
  /** The root of the only field that an element near it holds; null where it holds several or none. */
  heldBy(ancestor: Element): Element | null;
}

/** So many levels above a field its label is looked for. */
export const CLIMB = 6;

/**
 * The adapter to one form technology. A field's root is what the technology draws for it as a whole; roots are found
 * again each time they are needed, because frameworks replace nodes.
 */
export interface FieldReader {
  readonly id: string;
  /** Selector of what may be a field's root. */
  readonly roots: string;
  /** The page's own field name without its version; null when the root is no declaration field. */
  nameOf(root: Element): string | null;
  widgetOf(root: Element): Widget;
  read(root: Element, around: Surroundings): Reading;
  partsOf(root: Element, around: Surroundings): Parts;
}
