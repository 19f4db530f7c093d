import { isVisible } from './controls.ts';
import { type Changes, FOLLOWS, type Mark, type Outline, PARTS, rootsOf, walk, wantedOf } from './outline.ts';
import type { FieldReader, Surroundings } from './reader.ts';
import { surround } from './surroundings.ts';

/** So many headings back a field may still be told whose it is. */
export const TRAIL = 8;

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

/** What is known of a page: its fields in page order, and what readers need besides. */
export interface Discovery {
  fields: Found[];
  around: Surroundings;
  /** Open shadow roots, whose changes nobody outside them hears of. */
  shadows: readonly ShadowRoot[];
  /** The page changed while it was gone through, and has to be gone through again. */
  behind: boolean;
}

/** Looks for the fields of certain technologies. */
export interface Finder {
  /** Selector of everything that may be a field's root. */
  readonly roots: string;
  /** Selector of everything that matters to the finding of fields, roots among it. */
  readonly wanted: string;
  /** The field root that an event's target belongs to, and the name it is found by; null outside every field. */
  ownerOf(target: Element): Pick<Found, 'root' | 'reader' | 'name'> | null;
  /**
   * Finds the fields of a page, each once, with the section it stands in, open shadow roots included: by what changed
   * since the last time, or going through `all` of the page anew. That stops at `until` (of `performance.now()`), and
   * the next call goes on with it; null while it is under way.
   */
  discover(page: Document, changes?: Changes, all?: boolean, until?: number): Discovery | null;
}

/** Nothing has changed. */
export const unchanged = (): Changes => ({ added: new Set(), places: new Set() });

/**
 * A finder of the fields that these readers read. A declaration is drawn by one technology, and the page around it by
 * others (a header's search, a feedback box): the reader that names the most of what can be seen reads the document.
 */
export function finderOf(readers: readonly FieldReader[]): Finder {
  const roots = rootsOf(readers);
  let outline: Outline | null = null;
  let underWay: Generator<void, Outline> | null = null;
  /** What changed while a walk was under way. */
  let late = unchanged();
  let behind = false;
  let chosen: FieldReader | null = null;
  /** Names of roots that are not the only ones of their name: they keep them when another of them goes. */
  const numbered = new WeakMap<Element, string>();
  /** The names that were found last, the headings above the last of them, and those of the pages before. */
  let names: readonly string[] = [];
  let last: readonly string[] = [];
  let past: readonly string[] = [];

  function ownerOf(element: Element) {
    const target = standsFor(element);
    const own = chosen?.roots ?? roots;
    // Material's calendar opens by a button beside the box.
    let root = target.closest(own) ?? target.closest('mat-form-field')?.querySelector(own);
    const reader = chosen ?? readers.find((it) => root?.matches(it.roots));
    // The lists of an address may be drawn as fields are, and it alone has the name.
    for (; root && reader; root = root.parentElement?.closest(reader.roots)) {
      const name = reader.nameOf(root);
      if (name === null) continue;
      root = reader.rootOf?.(root) ?? root;
      return { root, reader, name: numbered.get(root) ?? name };
    }
    return null;
  }

  function discover(
    page: Document,
    changes = unchanged(),
    all = false,
    until = Number.POSITIVE_INFINITY,
  ): Discovery | null {
    if (underWay) {
      for (const one of changes.added) late.added.add(one);
      for (const one of changes.places) late.places.add(one);
    }
    if (all || behind || underWay || !outline?.update(changes)) outline = walkOn(page, until);
    if (!outline) return null;
    chosen = mostOf(outline.marks) ?? chosen;
    const around = surround(outline.labels);
    const fields = chosen ? fieldsOf(chosen, outline.marks, around, numbered) : [];
    goOn(fields);
    return { fields, around, shadows: outline.shadows, behind };
  }

  /** Goes on with the walk that is under way, or begins one; null where it has not ended in time. */
  function walkOn(page: Document, until: number): Outline | null {
    const going = underWay ?? walk(page, readers, outline?.marks ?? [], () => late.added.size > 0);
    // One that fails is not gone on with.
    underWay = null;
    let step = going.next();
    while (!step.done) {
      if (performance.now() > until) {
        underWay = going;
        return null;
      }
      step = going.next();
    }
    behind = !step.value.update(late);
    late = unchanged();
    return step.value;
  }

  /** A wizard takes its earlier pages away, and their headings still say whose the fields of this one are. */
  function goOn(fields: readonly Found[]): void {
    if (fields.length === 0) return;
    // A set is kept only as long as it is asked: it takes six times the room.
    const before = new Set(names);
    if (!fields.some(({ name }) => before.has(name))) past = last;
    for (const section of new Set(fields.map(({ section }) => section)))
      section.trail = following(past, section.trail);
    names = fields.map(({ name }) => name);
    last = fields.at(-1)?.section.trail ?? [];
  }

  return { roots, wanted: wantedOf(readers), ownerOf, discover };
}

/** Select2 hides a list of the browser's, and draws its own box just behind it. */
function standsFor(element: Element): Element {
  const box = element.closest('.select2-hidden-accessible + .select2-container');
  return box?.previousElementSibling ?? element;
}

/** Headings after those of earlier pages; what stands above every page, as the title does, is told once. */
function following(past: readonly string[], trail: readonly string[]): readonly string[] {
  let own = 0;
  while (own < trail.length && trail[own] === past[own]) own++;
  return [...past, ...trail.slice(own)].slice(-TRAIL);
}

/** The reader that found the most fields; of equals the one that knows more. */
function mostOf(marks: readonly Mark[]): FieldReader | null {
  const counts = new Map<FieldReader, number>();
  marks.forEach((mark) => {
    if (mark.reader && mark.name !== null) counts.set(mark.reader, (counts.get(mark.reader) ?? 0) + 1);
  });
  let best: FieldReader | null = null;
  let most = 0;
  for (const [reader, count] of counts) if (count > most) [best, most] = [reader, count];
  return best;
}

/** A section that has begun, the part of the page that it ends with, if with any, and what goes on after that. */
interface Open extends Section {
  part?: Element | null;
  outer?: Open;
}

/**
 * Each field of a reader once, under the heading it stands below; sections are numbered where they hold fields. Boxes of one
 * name are told apart where they are seen together and ask different things: `hoTen`, `hoTen~2`, as `numbered` keeps it.
 */
function fieldsOf(
  reader: FieldReader,
  marks: readonly Mark[],
  around: Surroundings,
  numbered: WeakMap<Element, string>,
): Found[] {
  const found = new Map<string, Found>();
  /** Names by what is asked under them, and by the part of the form in which they only repeat one question. */
  const asked = new Map<string, string>();
  let open: Open = { title: '', index: 0, trail: [] };
  let trail: readonly string[] = [];
  let used = 0;

  function nameAmong(root: Element, name: string): string {
    const kept = numbered.get(root);
    if (kept?.startsWith(`${name}~`) && !found.has(kept)) return kept;
    const twin = found.get(name);
    if (!twin) return name;
    const [first = root] = reader.controlsOf?.(root, around) ?? [];
    let own = name;
    if (first !== root) own = numbered.get(first) ?? name;
    else if (isVisible(twin.root) && isVisible(root)) own = nameOfTwin(twin, root, name);
    if (own !== name) numbered.set(root, own);
    return own;
  }

  /** The name of a box that is seen beside another of its name. */
  function nameOfTwin(twin: Found, root: Element, name: string): string {
    const place = `${name}\n${open.title}`;
    const known = asked.get(place);
    // Of a table's rows not each has to be read.
    if (known) return known;
    const label = (it: Element) => reader.read(it, around).label;
    asked.set(`${name}\n${twin.section.title}\n${label(twin.root)}`, name);
    const question = `${place}\n${label(root)}`;
    const same = asked.get(question);
    let number = 2;
    while (found.has(`${name}~${number}`)) number++;
    const own = same ?? `${name}~${number}`;
    asked.set(same ? place : question, own);
    return own;
  }

  marks.forEach((mark) => {
    if (mark.reader === null) {
      const { element, title } = mark;
      if (!title) return;
      trail = [...trail, title].slice(-TRAIL);
      open = { title, index: 0, trail, part: element.closest(PARTS), outer: open };
    } else if (mark.reader === reader && mark.name !== null) {
      const { element: root } = mark;
      // What is in a part follows it as well, but not only that; one in an open shadow root stands nowhere.
      while (open.outer && open.part?.compareDocumentPosition(root) === FOLLOWS) open = open.outer;
      if (open.index === 0 && open.title) {
        used += 1;
        open.index = used;
      }
      const name = nameAmong(root, mark.name);
      const twin = found.get(name);
      // A mobile layout repeats questions in the page: the one that can be seen is meant, and where it stands.
      if (twin && (isVisible(twin.root) || !isVisible(root))) return;
      found.delete(name);
      found.set(name, { root, reader, name, section: open });
    }
  });
  return [...found.values()];
}
