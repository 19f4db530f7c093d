import { cleanLabel } from '../../text/index.ts';
import { textOf } from './labels.ts';
import type { FieldReader, Surroundings } from './reader.ts';
import { surround } from './surroundings.ts';

/** So many headings back a field may still be told whose it is. */
export const TRAIL = 8;
const HEADINGS =
  'h1, h2, h3, h4, h5, h6, legend, [role=heading], .page-item.active > .page-link, .sd-panel__title, .card-title, div.title, .section-title, p > strong, p > b, .ant-divider-inner-text, .ant-card-head-title, .mat-card-title, .mat-mdc-card-title, .mat-expansion-panel-header-title, tr > :is(td, th)[colspan]:only-child';

/** A longer name is nobody's: a page that counts its boxes without end must not stop the rest from being told. */
const LONGEST_NAME = 150;

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

/** A control that may be a field, under the heading it stands below. */
interface Candidate {
  root: Element;
  name: string;
  heading: Section;
}

/**
 * A finder of the fields that these readers read. A declaration is drawn by one technology, and the page around it by
 * others (a header's search, a feedback box): the reader that names the most of what can be seen reads the document.
 */
export function finderOf(readers: readonly FieldReader[]): Finder {
  const roots = rootsOf(readers);
  const wanted = `${HEADINGS}, label[for], ${roots}`;
  let chosen: FieldReader | null = null;
  /** The names that were found last, the headings above the last of them, and those of the pages before. */
  let names: ReadonlySet<string> = new Set();
  let last: readonly string[] = [];
  let past: readonly string[] = [];

  function ownerOf(target: Element) {
    if (chosen) {
      const root = target.closest(chosen.roots);
      return root && { root, reader: chosen };
    }
    const root = target.closest(roots);
    const reader = root && readers.find((it) => root.matches(it.roots));
    return reader ? { root, reader } : null;
  }

  function discover(page: Document): Discovery {
    // An id is its own tree's: every shadow root may use it anew.
    const labels = new Map<Node, Map<string, Element>>();
    const candidates = new Map<FieldReader, Candidate[]>();
    let open: Section = { title: '', index: 0, trail: [] };

    const shadows = shadowsOf(page);
    const hosts = [...new Set(shadows.map(({ host }) => host.localName))];
    const all = [wanted, ...hosts].join(', ');
    // Most pages are drawn by one technology or two: the others need not be asked at each element.
    const present = readers.filter(({ roots }) => [page, ...shadows].some((it) => it.querySelector(roots)));
    const own = present.map((reader, place) => ({
      reader,
      // Inside what a better reader knows a lesser one has nothing to look for.
      better: rootsOf(present.slice(0, place)),
    }));
    const walk = (within: Document | ShadowRoot): void => {
      const named = new Map<string, Element>();
      labels.set(within, named);
      for (const element of within.querySelectorAll(all)) {
        if (element.localName === 'label') {
          const id = element.getAttribute('for') ?? '';
          if (!named.has(id)) named.set(id, element);
        } else if ((hosts.length === 0 || element.matches(wanted)) && !take(element)) heading(element);
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    const heading = (element: Element): void => {
      if (!element.matches(HEADINGS)) return;
      const title = titleOf(element);
      if (title) open = { title, index: 0, trail: [...open.trail, title].slice(-TRAIL) };
    };
    /** Whether the element is a field's root, or stands inside one: then it is no heading either. */
    const take = (element: Element): boolean => {
      const found = own.find(({ reader }) => element.matches(reader.roots));
      if (found) {
        const { reader, better } = found;
        if (better !== '' && element.parentElement?.closest(better)) return true;
        const name = reader.nameOf(element);
        if (name !== null && name.length <= LONGEST_NAME)
          candidatesOf(reader).push({ root: element, name, heading: open });
        // Some technologies draw their panels as they draw their fields: what has no name is no field.
        return name !== null || !element.matches(HEADINGS);
      }
      const owner = element.closest(roots);
      const reader = owner && readers.find((it) => owner.matches(it.roots));
      return Boolean(reader && owner && reader.nameOf(owner) !== null);
    };
    const candidatesOf = (reader: FieldReader): Candidate[] => {
      const some = candidates.get(reader) ?? [];
      candidates.set(reader, some);
      return some;
    };

    walk(page);
    chosen = mostOf(candidates) ?? chosen;
    const fields = chosen ? fieldsOf(chosen, candidates.get(chosen) ?? []) : [];
    goOn(fields);
    return {
      fields,
      around: surround(labels),
      shadows,
    };
  }

  /** A wizard takes its earlier pages away, and their headings still say whose the fields of this one are. */
  function goOn(fields: readonly Found[]): void {
    if (fields.length === 0) return;
    if (!fields.some(({ name }) => names.has(name))) past = last;
    for (const section of new Set(fields.map(({ section }) => section)))
      section.trail = following(past, section.trail);
    names = new Set(fields.map(({ name }) => name));
    last = fields.at(-1)?.section.trail ?? [];
  }

  return { roots, ownerOf, discover };
}

const rootsOf = (readers: readonly FieldReader[]) => readers.map(({ roots }) => roots).join(', ');

/** Headings after those of earlier pages; what stands above every page, as the title does, is told once. */
function following(past: readonly string[], trail: readonly string[]): readonly string[] {
  let own = 0;
  while (own < trail.length && trail[own] === past[own]) own++;
  return [...past, ...trail.slice(own)].slice(-TRAIL);
}

/** The reader that found the most fields; of equals the one that knows more. */
function mostOf(candidates: ReadonlyMap<FieldReader, readonly Candidate[]>): FieldReader | null {
  let best: FieldReader | null = null;
  let most = 0;
  for (const [reader, { length }] of candidates) if (length > most) [best, most] = [reader, length];
  return best;
}

/** Each field once, its section numbered among those that hold fields. */
function fieldsOf(reader: FieldReader, candidates: readonly Candidate[]): Found[] {
  const found = new Map<string, Found>();
  let used = 0;
  for (const { root, name, heading } of candidates) {
    if (heading.index === 0 && heading.title) {
      used += 1;
      heading.index = used;
    }
    const twin = found.get(name);
    // A mobile layout repeats questions in the page: the one that can be seen is meant.
    if (!twin || (!isVisible(twin.root) && isVisible(root)))
      found.set(name, { root, reader, name, section: heading });
  }
  return [...found.values()];
}

function titleOf(element: Element): string {
  // A cell as wide as its table is a title only where nothing is asked in it.
  if (element.localName === 'td' && element.querySelector('input, select, textarea, button, table'))
    return '';
  if (element.localName !== 'strong' && element.localName !== 'b') return textOf(element);
  const whole = element.parentElement?.textContent?.trim() ?? '';
  // A strong word inside a line is no heading: only one that is its whole paragraph.
  return whole === element.textContent?.trim() ? cleanLabel(whole) : '';
}

/** Open shadow roots below elements of a page's own making; such elements have a dash in their name. */
function shadowsOf(within: Document | ShadowRoot): ShadowRoot[] {
  return ownElements(within).flatMap(({ shadowRoot }) =>
    shadowRoot ? [shadowRoot, ...shadowsOf(shadowRoot)] : [],
  );
}

/** A selector cannot ask for a dash, and a look at each element of the page in script would cost most of the scan. */
function ownElements(within: Document | ShadowRoot): Element[] {
  if (within instanceof ShadowRoot)
    return [...within.querySelectorAll('*')].filter(({ localName }) => localName.includes('-'));
  const found = within.evaluate('//*[contains(local-name(),"-")]', within, null, 7);
  return Array.from({ length: found.snapshotLength }, (_, at) => found.snapshotItem(at) as Element);
}

function isVisible(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}
