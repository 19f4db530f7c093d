// What every technology promises, and the labelled declaration it renders. Shared by page and Node: no imports but types.
import type { Field as PortalField } from '../portal/wire.ts';

/** One labelled field. Beyond the practice portal's vocabulary a declaration may give the options and whose field it is. */
export interface Field extends PortalField {
  options?: string[];
  subject?: string;
  /** With `conditional`: the field shows while the field `name` holds `is`. */
  when?: { name: string; is: string };
  /** The scripted truth of one filling; `before` is what the portal had put there and a person then changed. */
  fill?: { by: string; value: string; before?: string };
}

/** A block under one heading. */
export interface Section {
  title: string;
  subject: string;
  fields: Field[];
  /**
   * The name of a list of which each row asks these fields: two to begin with, and a person adds and removes others. Not
   * every technology has such lists; no handle reaches into them.
   */
  rows?: string;
}

/** A control on the page that belongs to no declaration. */
export interface Decoy {
  label: string;
  name: string;
  /** `search`, `captcha`, `lookup`, `newsletter`, `textarea`, or an input's type. */
  widget: string;
}

/** A declaration of a portal, labelled field by field. */
export interface Declaration {
  id: string;
  tech: string;
  /** Which build or look of the technology; each technology has a default. */
  build?: string;
  host: string;
  /** Path with query and hash, as the portal has it. */
  path: string;
  procedure: { code: string; name: string };
  sections: Section[];
  decoys?: Decoy[];
  /** Whether the page repeats questions, hidden, for its layout on phones. */
  mobileTwin?: boolean;
}

/** A mounted declaration as its portal's own scripts hold it. */
export interface FormHandle {
  /**
   * Sets a field through the library's model, as the portal would: never by DOM events.
   * Options are named by their text, dates written dd/mm/yyyy or yyyy-mm-dd, parts of one field joined by "; ".
   * Throws for an unknown name, and for an option that the field does not offer.
   */
  set(name: string, value: string): void;
  /** Makes a field read-only in the way of this technology. */
  lock(name: string): void;
  /** Names of the fields that hold something, by the model's own account: the truth. */
  filled(): string[];
  /** The value that the model holds, in the words of `set` (dates as dd/mm/yyyy), '' where it holds none. */
  get(name: string): string;
}

/** Draws a declaration, empty and unlocked, into `root`; resolves once its fields are in the document. */
export type Mount = (root: HTMLElement, declaration: Declaration) => Promise<FormHandle>;

declare global {
  /** Set by the page's script before the handle is there. */
  var evalDeclaration: Declaration | undefined;
  /** The mounted form of this frame; the page is marked `html[data-ready]` once it is there. */
  var evalForm: FormHandle | undefined;
}
