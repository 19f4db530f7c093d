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
export const WIDGETS = ['text', 'date', 'choice'] as const;
export type Widget = (typeof WIDGETS)[number];

/** The parts of a field on the page: a mark may stand beside the label and never over the control. */
export interface Parts {
  label: Element | null;
  control: Element | null;
}

/** What one look at the whole page gathers once for all readers. */
export interface Surroundings {
  /** The label element that names a control by its id. One pass: `element.labels` makes a scan quadratic. */
  labelFor(control: Element): Element | undefined;
  /** Whether any control may stand in an open shadow root. */
  readonly hasShadows: boolean;
  /** What is ticked under the same name, or written under one that differs by its part of a date; itself among it. */
  namesakes(control: Element): readonly HTMLInputElement[];
}

/**
 * The adapter to one form technology. A field's root is what the technology draws for it as a whole; roots are found
 * again each time they are needed, because frameworks replace nodes.
 */
export interface FieldReader {
  /** Selector of what may be a field's root. */
  readonly roots: string;
  /** Whether roots are all elements of the page's own making, with a dash in their names. */
  readonly own?: boolean;
  /** What on a page is no declaration by where it stands or what it says: cheaper than to ask each root. */
  strangersIn?(page: Document): ReadonlySet<Element>;
  /**
   * The page's own field name without its version; null when the root is no declaration field. `strangers` are the page's,
   * where they were gathered for all that is looked at together.
   */
  nameOf(root: Element, strangers?: ReadonlySet<Element>): string | null;
  /** Selector of groups whose fields are named by their row as well: a row that comes or goes names them anew. */
  readonly rows?: string;
  /** What a root stands in that has a word in its name; undefined, or no method, where all that tells it stands in the root. */
  namedBy?(root: Element): Element | undefined;
  /** The root of a field of which each control bears the name. */
  rootOf?(part: Element): Element | undefined;
  /** The controls that make up a field, where its root is but the first of them. */
  controlsOf?(root: Element, around: Surroundings): readonly Element[];
  read(root: Element, around: Surroundings): Reading;
  partsOf(root: Element, around: Surroundings): Parts;
}
