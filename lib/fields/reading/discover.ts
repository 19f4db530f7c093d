import { cleanLabel } from '../../text/index.ts';
import { textOf } from './labels.ts';
import type { FieldReader, Surroundings } from './reader.ts';
import { READERS } from './readers.ts';
import { surround } from './surroundings.ts';

/** So many headings back a field may still be told whose it is. */
const TRAIL = 4;
const HEADINGS =
  'h1, h2, h3, h4, h5, h6, legend, [role=heading], .sd-panel__title, .card-title, div.title, .section-title, td.tbl-title, p > strong, p > b, .ant-divider-inner-text, .ant-card-head-title, .mat-card-title, .mat-mdc-card-title, .mat-expansion-panel-header-title';
const ROOTS = READERS.map(({ roots }) => roots).join(', ');
const WANTED = `${HEADINGS}, label[for], ${ROOTS}`;

/** The part of the form that a field stands in. */
export interface Section {
  title: string;
  /** From 1 among the sections that hold fields; 0 before the first heading. */
  index: number;
  /** Titles from the outermost heading on that may say whose the fields are, the nearest last. */
  trail: readonly string[];
}

export interface Found {
  root: Element;
  reader: FieldReader;
  name: string;
  section: Section;
}

/** What one look at a page found: its fields in page order, and what readers need besides. */
export interface Discovery {
  fields: Found[];
  around: Surroundings;
  /** Open shadow roots, whose changes nobody outside them hears of. */
  shadows: readonly ShadowRoot[];
}

/** A field's root with its reader and the page's own name of it. */
export type Owner = Omit<Found, 'section'>;

/** Whether an element may be a field's root, or stands in one; for telling which mutations matter. */
export function mayBeField(element: Element): boolean {
  return element.closest(ROOTS) !== null;
}

/** Whether something below may be a field's root. */
export function holdsFields(element: ParentNode): boolean {
  return element.querySelector(ROOTS) !== null;
}

/**
 * The field that an element belongs to; null outside every field. Each technology draws its own frames and panels
 * like fields: the innermost root that has a name is the field, and a bare control only where none has.
 */
export function ownerOf(target: Element): Owner | null {
  let bare: Owner | null = null;
  for (let root = target.closest(ROOTS); root; root = root.parentElement?.closest(ROOTS) ?? null) {
    for (const reader of READERS) {
      if (!root.matches(reader.roots)) continue;
      const name = reader.nameOf(root);
      if (name === null) continue;
      if (reader.id !== 'generic') return { root, reader, name };
      bare ??= { root, reader, name };
      break;
    }
  }
  return bare;
}

/**
 * Finds the fields of a page, each once, with the section it stands in: one walk in page order over headings and
 * possible roots, open shadow roots where they stand.
 */
export function discover(page: Document): Discovery {
  const found = new Map<string, Found>();
  const shadows: ShadowRoot[] = [];
  const around = surround();
  const taken = new Set<Element>();
  let open: Section = { title: '', index: 0, trail: [] };

  const walk = (within: ParentNode): void => {
    for (const element of inOrder(within)) {
      if (element.shadowRoot && !element.matches(ROOTS)) {
        shadows.push(element.shadowRoot);
        walk(element.shadowRoot);
      } else if (element.localName === 'label' && element.hasAttribute('for')) around.addLabel(element);
      else if (element.matches(ROOTS)) take(element);
      else if (ownerOf(element) === null) heading(element);
    }
  };
  const heading = (element: Element): void => {
    const title = titleOf(element);
    if (title) open = { title, index: 0, trail: [...open.trail, title].slice(-TRAIL) };
  };
  const take = (element: Element): void => {
    const owner = ownerOf(element);
    if (!owner) {
      if (isControl(element)) around.addControl(element, element);
      return;
    }
    const { root, reader, name } = owner;
    if (taken.has(root)) return;
    taken.add(root);
    const twin = found.get(name);
    const isPart = twin && reader.id === 'generic' && twin.reader === reader && isOneGroup(twin.root, root);
    if (isPart) {
      around.addControl(root, twin.root);
      return;
    }
    // A mobile layout repeats questions in the page: the one that can be seen is meant.
    if (twin && (isVisible(twin.root) || !isVisible(root))) return;
    around.addControl(root, root);
    // Its place is that of the one that can be seen.
    found.delete(name);
    found.set(name, { root, reader, name, section: open });
  };

  walk(page);
  const fields = ofDeclaration([...found.values()]);
  let used = 0;
  for (const { section } of fields) if (section.index === 0 && section.title) section.index = ++used;
  return { fields, around, shadows };
}

/** What a library draws its whole form in. */
const FORM = 'form, .sd-root-modern, .formio-form';

/**
 * Where a technology names its fields, a bare control beside its form (the portal's own boxes for the agency, the way
 * of receiving the result, a look-up) is none of the declaration's.
 */
function ofDeclaration(fields: Found[]): Found[] {
  const named = fields.filter(({ reader }) => reader.id !== 'generic');
  if (named.length === 0) return fields;
  const forms = new Set(named.map(({ root }) => root.closest(FORM)));
  forms.delete(null);
  return fields.filter(({ root, reader }) => reader.id !== 'generic' || forms.has(root.closest(FORM)));
}

const isControl = (element: Element) => /^(?:input|select|textarea)$/.test(element.localName);

/** Radio buttons of one name, and boxes whose names differ by their part alone, where they stand together. */
function isOneGroup(first: Element, other: Element): boolean {
  const ticks = (it: Element) => /^(?:radio|checkbox)$/.test((it as HTMLInputElement).type);
  const together =
    ticks(first) && ticks(other) ? true : first.getAttribute('name') !== other.getAttribute('name');
  return together && first.checkVisibility() === other.checkVisibility();
}

/** What is wanted of a place in page order, with the elements among it that have an open shadow root. */
function inOrder(within: ParentNode): Iterable<Element> {
  const wanted = within.querySelectorAll(WANTED);
  const hosts: Element[] = [];
  // Elements of a page's own making have a dash in their name.
  for (const element of within.querySelectorAll('*')) {
    if (element.localName.includes('-') && element.shadowRoot) hosts.push(element);
  }
  if (hosts.length === 0) return wanted;
  return [...new Set([...wanted, ...hosts])].sort((a, b) => (a.compareDocumentPosition(b) & 4 ? -1 : 1));
}

function titleOf(element: Element): string {
  if (element.localName !== 'strong' && element.localName !== 'b') return textOf(element);
  const whole = element.parentElement?.textContent?.trim() ?? '';
  // A strong word inside a line is no heading: only one that is its whole paragraph.
  return whole === element.textContent?.trim() ? cleanLabel(whole) : '';
}

function isVisible(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}
