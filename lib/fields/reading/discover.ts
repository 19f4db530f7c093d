import { cleanLabel } from '../../text/index.ts';
import { textOf } from './labels.ts';
import type { FieldReader, Surroundings } from './reader.ts';

/** So many headings back a field may still be told whose it is. */
const TRAIL = 4;
const HEADINGS =
  'h1, h2, h3, h4, h5, h6, legend, [role=heading], .sd-panel__title, .card-title, div.title, .section-title, p > strong, p > b, .ant-divider-inner-text, .ant-card-head-title, .mat-card-title, .mat-mdc-card-title, .mat-expansion-panel-header-title';

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

/** Looks for the fields of certain technologies. */
export interface Finder {
  /** Selector of everything that may be a field's root, for telling which mutations matter. */
  readonly roots: string;
  /** The field root that an event's target belongs to; null outside every field. */
  ownerOf(target: Element): { root: Element; reader: FieldReader } | null;
  /**
   * Finds the fields of a page, each once, with the section it stands in: one walk in page order over headings and
   * possible roots, open shadow roots included.
   */
  discover(page: Document): Discovery;
}

/** A finder of the fields that these readers read, the first that fits a root deciding. */
export function finderOf(readers: readonly FieldReader[]): Finder {
  const roots = readers.map((reader) => reader.roots).join(', ');
  const wanted = `${HEADINGS}, label[for], ${roots}`;

  function ownerOf(target: Element) {
    const root = target.closest(roots);
    const reader = root && readers.find((it) => root.matches(it.roots));
    return reader ? { root, reader } : null;
  }

  function discover(page: Document): Discovery {
    const labels = new Map<string, Element>();
    const found = new Map<string, Found>();
    let open: Section = { title: '', index: 0, trail: [] };
    let used = 0;

    const walk = (within: ParentNode): void => {
      for (const element of within.querySelectorAll(wanted)) {
        if (element.localName === 'label') {
          const id = element.getAttribute('for') ?? '';
          if (!labels.has(id)) labels.set(id, element);
        } else if (element.matches(roots)) take(element);
        else if (!isInField(element)) heading(element);
      }
    };
    // Some technologies draw their panels as they draw their fields: what has no name is no field.
    const isInField = (element: Element): boolean => {
      const owner = ownerOf(element);
      return owner !== null && owner.reader.nameOf(owner.root) !== null;
    };
    const heading = (element: Element): void => {
      const title = titleOf(element);
      if (title) open = { title, index: 0, trail: [...open.trail, title].slice(-TRAIL) };
    };
    const take = (root: Element): void => {
      const reader = readers.find((it) => root.matches(it.roots));
      const name = reader?.nameOf(root) ?? null;
      if (!reader || name === null) return;
      if (open.index === 0 && open.title) {
        used += 1;
        open.index = used;
      }
      const twin = found.get(name);
      // A mobile layout repeats questions in the page: the one that can be seen is meant.
      if (!twin || (!isVisible(twin.root) && isVisible(root)))
        found.set(name, { root, reader, name, section: open });
    };

    walk(page);
    const shadows = shadowsOf(page);
    for (const shadow of shadows) walk(shadow);
    return { fields: [...found.values()], around: { labelFor: (id) => labels.get(id) ?? null }, shadows };
  }

  return { roots, ownerOf, discover };
}

function titleOf(element: Element): string {
  if (element.localName !== 'strong' && element.localName !== 'b') return textOf(element);
  const whole = element.parentElement?.textContent?.trim() ?? '';
  // A strong word inside a line is no heading: only one that is its whole paragraph.
  return whole === element.textContent?.trim() ? cleanLabel(whole) : '';
}

/** Open shadow roots below elements of a page's own making; such elements have a dash in their name. */
function shadowsOf(within: ParentNode): ShadowRoot[] {
  const shadows: ShadowRoot[] = [];
  for (const { localName, shadowRoot } of within.querySelectorAll('*')) {
    if (shadowRoot && localName.includes('-')) shadows.push(shadowRoot, ...shadowsOf(shadowRoot));
  }
  return shadows;
}

function isVisible(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}
