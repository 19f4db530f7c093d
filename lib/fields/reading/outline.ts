import { toldText } from '../../text/index.ts';
import { attempt } from './attempt.ts';
import { placeAmong } from './controls.ts';
import { CONTROLS, holdsOnly, stemOf, textOf } from './labels.ts';
import type { FieldReader } from './reader.ts';

/** Headings by their class: most elements have neither word in it, which is asked once and not for each. */
const TITLES =
  '.sd-panel__title, [class*=card-title], div.title, .section-title, .ant-modal-title, .sd-paneldynamic__header > .sd-title, .ant-card-head-title, mat-panel-title';
const HEADS = '.card-header, .panel-heading, .ant-collapse-header';
/** What a form is mostly drawn with, and what holds its answers. */
const ANSWERS = 'input, label, option, select';
/** What a page shows one of at a time, each by its tab: steps of a wizard are drawn so as well. */
const PANEL = '[role=tabpanel]';
const TAB = '[role=tab]';
/**
 * What names a part of a form. A page's elements are asked this one by one, a large page's by the ten thousand: so what
 * most of them fail stands first.
 */
const HEADING = `:is([class*=title]:is(${TITLES}), [class*=head]:is(${HEADS}), .ant-divider-inner-text, .page-item.active > .page-link, [role=heading], ${PANEL}, :not(div, span, .sd-question__title, ${ANSWERS}):is(h1, h2, h3, h4, h5, h6, legend, p > :is(strong, b), div:not([class]) > :is(strong, b):only-child, tr > :is(td, th)[colspan]:only-child)):not(${ANSWERS}, [aria-hidden=true] *)`;
/** What ends with itself what a heading in it heads; a box around a heading alone is none, nor is the head of a part. */
export const PARTS =
  ':is(fieldset, section, [role=tabpanel], .card, .panel, .ant-card, .ant-collapse-item, .accordion-item, mat-card, mat-expansion-panel, .sd-question):has(input, select, textarea), .sd-panel, .modal, [role=dialog]';
/** Elements of a page's own making have a dash in their name, for which no selector can ask. */
const OWN = './/*[contains(name(),"-")]';
/** Prepared once: that takes longer than a look at what a page adds. */
let own: XPathExpression | null = null;

/** A longer name is nobody's: a page that counts its boxes without end must not stop the rest from being told. */
const LONGEST_NAME = 150;
/**
 * Of so many elements that came at once, the whole page is gone through rather than each put into its place: that is
 * cheaper for one in five of those that stand there, and is done in slices.
 */
const many = (marks: readonly Mark[]) => Math.min(300, 40 + marks.length / 5);
/** The clock is looked at after so many elements. */
const BETWEEN_LOOKS = 32;
/** As `compareDocumentPosition` says it. */
export const FOLLOWS = 4;
/** As `nodeType` says it of a shadow root. */
const SHADOW = 11;
/** As `XPathResult` calls one in order. */
const SNAPSHOT = 7;

/**
 * A control that may be a field, or a heading. One without a name, or without a title, is neither for now: something about
 * it may yet change.
 */
export type Mark = { element: Element } & (
  | { reader: FieldReader; name: string | null }
  | { reader: null; title: string }
);

/** What came into a page, and in which elements something came or went. */
export interface Changes {
  added: Set<Element>;
  places: Set<Element>;
}

/** Headings and possible fields of a page, in page order. */
export interface Outline {
  readonly marks: readonly Mark[];
  /** Elements that label a control, by its id; an id is its own tree's: every shadow root may use it anew. */
  readonly labels: ReadonlyMap<Node, ReadonlyMap<string, Element>>;
  /** Open shadow roots, whose changes nobody outside them hears of. */
  readonly shadows: readonly ShadowRoot[];
  /** Takes in what changed, each in its place; false, and all as it was, where only another walk can tell. */
  update(changes: Changes): boolean;
}

/**
 * Goes through a whole page once, open shadow roots included. The walk yields every now and then, so that a large page
 * can have its turn in between; what changes meanwhile is for `update`, and `hasGrown` says whether anything came.
 * Marks of the `previous` walk that still say the same are kept.
 */
export function* walk(
  page: Document,
  readers: readonly FieldReader[],
  previous: readonly Mark[],
  hasGrown: () => boolean,
): Generator<void, Outline> {
  const roots = rootsOf(readers);
  const wanted = wantedOf(readers);
  // Each of these goes through the page once, and on a very large one that alone takes its time.
  const owns = ownIn(page);
  const shadows = shadowsOf(owns);
  yield;
  const hosts = [...new Set(shadows.map(({ host }) => host.localName))];
  // Most pages are drawn by one technology or two: the others need not be asked at each element.
  const standsIn = (it: ParentNode, roots: string) => it.querySelector(roots) !== null;
  const stands = ({ roots, own }: FieldReader) =>
    (own ? owns.some((it) => it.matches(roots)) : standsIn(page, roots)) ||
    shadows.some((it) => standsIn(it, roots));
  let present = readers.filter(stands);
  // A technology that came meanwhile would be read by another's reader. From here on until all elements are listed the page
  // does not get its turn.
  yield;
  if (hasGrown()) present = readers.filter(stands);
  const all = [HEADING, ...present.map(({ roots }) => roots), ...hosts].join(', ');
  // Where a better reader knows most controls, few are left of which to ask in what they stand.
  const alone = present.length === 1 && shadows.length === 0;
  const strangers = alone ? attempt(() => present[0]?.strangersIn?.(page)) : undefined;
  const absent = rootsOf(readers.filter((it) => !present.includes(it)));
  const asked = present.map((reader, place) => ({
    reader,
    // Inside what a better reader knows a lesser one has nothing to look for.
    better: rootsOf(present.slice(0, place)),
  }));
  const rows = present.flatMap((reader) => reader.rows ?? []).join(', ');
  const labels = new Map<Node, Map<string, Element>>();
  const known = new Map(previous.map((mark) => [mark.element, mark]));
  let marks: Mark[] = [];

  const markOf = (element: Element, strangers?: ReadonlySet<Element>) =>
    attempt(() => makeMark(element, strangers)) ?? null;

  /** Null for what a better reader draws a field with. */
  function makeMark(element: Element, strangers?: ReadonlySet<Element>): Mark | null {
    const first = asked.find(({ reader }) => element.matches(reader.roots));
    if (first) {
      const { reader, better } = first;
      // It is none of these itself: they were asked before.
      if (better !== '' && element.closest(better)) return null;
      const name = reader.nameOf(element, strangers);
      // Some technologies draw their panels as they draw their fields: what has no name is no field.
      if (name !== null || !element.matches(HEADING))
        return { element, reader, name: (name ?? '').length > LONGEST_NAME ? null : name };
    }
    const heads = element.matches(HEADING) && !standsInField(element);
    return { element, reader: null, title: heads ? titleOf(element) : '' };
  }

  function standsInField(element: Element): boolean {
    const owner = element.parentElement?.closest(roots);
    return Boolean(owner && readers.find((it) => owner.matches(it.roots))?.nameOf(owner) != null);
  }

  /** Whether something came or went among the rows of a group, and not inside one of its fields. */
  const isAmongRows = (place: Element) => place.closest(`${roots}, ${rows}`)?.matches(rows) ?? false;

  function takeLabel(element: Element, named: Map<string, Element>): void {
    const id = element.getAttribute('for') ?? '';
    if (id && !named.get(id)?.isConnected) named.set(id, element);
  }

  function* go(within: Document | ShadowRoot): Generator<void> {
    const named = new Map<string, Element>();
    labels.set(within, named);
    within.querySelectorAll('label[for]').forEach((it) => {
      takeLabel(it, named);
    });
    const found = within.querySelectorAll(all);
    // By their places: an iterator asks the list twice for each element.
    for (let at = 0, it = found.item(0); it; it = found.item(++at)) {
      if (at % BETWEEN_LOOKS === 0) yield;
      if (hosts.length === 0 || it.matches(wanted)) {
        const mark = kept(known.get(it), markOf(it, strangers));
        if (mark) marks.push(mark);
      }
      if (hosts.length > 0 && it.shadowRoot) yield* go(it.shadowRoot);
    }
  }

  function update({ added, places }: Changes): boolean {
    if (added.size === 0 && places.size === 0) return true;
    const named = labels.get(page);
    const here = [...added].filter((it) => it.isConnected);
    if (shadows.length > 0 || here.length > many(marks) || !named) return false;
    if (rows !== '' && [...places].some(isAmongRows)) return false;
    let marked: Map<Element, Mark> | undefined;
    const markFor = (it: Element) => {
      marked ??= new Map(marks.map((mark) => [mark.element, mark]));
      return marked.get(it);
    };
    const visited = new Set<Element>();
    const units: Unit[] = [];
    /** Takes in an element and all that stands in it; false where that cannot be told without a look at others. */
    const takeIn = (at: Element): boolean => {
      if (at.shadowRoot || shadowsOf(ownIn(at)).length > 0) return false;
      const unit: Mark[] = [];
      let before = 0;
      const inside = at.querySelectorAll(wanted);
      // What was moved may have become nothing by that, and has left its place all the same.
      for (const element of at.matches(wanted) || markFor(at) ? [at, ...inside] : inside) {
        if (element.localName === 'label') {
          takeLabel(element, named);
          continue;
        }
        if (visited.has(element)) {
          before += 1;
          continue;
        }
        visited.add(element);
        if (absent !== '' && element.matches(absent)) return false;
        const mark = markOf(element);
        if (mark) unit.push(mark);
      }
      units.push({ at, whole: true, marks: unit });
      // What came into something else that came has been taken in with it; the other way round there is no telling.
      return (before === 0 || unit.length === 0) && !unit.some(isPartOfDate);
    };
    /** The same of an element about which something changed. */
    const takeAnew = (at: Element): boolean => {
      if (at.localName === 'label' || visited.has(at)) return true;
      const [before, now] = [markFor(at) ?? null, markOf(at)];
      if (kept(before, now) === before) return true;
      // What has become a field, or is none any more, makes something else of what stands in it.
      if (isField(before) !== isField(now)) return false;
      visited.add(at);
      units.push({ at, whole: false, marks: now ? [now] : [] });
      return true;
    };

    if (!here.every(takeIn)) return false;
    if (![...reached(marks, places, wanted)].every(takeAnew)) return false;

    const left: Mark[] = [];
    const gone: Mark[] = [];
    for (const mark of marks)
      (mark.element.isConnected && !visited.has(mark.element) ? left : gone).push(mark);
    if (gone.some(isPartOfDate)) return false;
    named.forEach((label, id) => {
      if (!label.isConnected) named.delete(id);
    });
    insert(left, units);
    marks = left;
    return true;
  }

  yield* go(page);
  known.clear();
  return {
    get marks() {
      return marks;
    },
    labels,
    shadows,
    update,
  };
}

/** Selector of everything that has its place in an outline. */
export const wantedOf = (readers: readonly FieldReader[]) =>
  `:is(${HEADING}, label[for], ${rootsOf(readers)})`;
export const rootsOf = (readers: readonly FieldReader[]) => readers.map(({ roots }) => roots).join(', ');

const isField = (mark: Mark | null) => Boolean(mark?.reader && mark.name !== null);
const saysOf = (mark: Mark) => (mark.reader ? mark.name : mark.title);
/** The earlier of two marks of one element where they say the same. */
const kept = (before: Mark | null | undefined, now: Mark | null) =>
  before && now && before.reader === now.reader && saysOf(before) === saysOf(now) ? before : now;

/** Elements of which a change in `places` may make something else: what they stand in, and whose names look about. */
function* reached(marks: readonly Mark[], places: ReadonlySet<Element>, wanted: string): Generator<Element> {
  for (const place of places) {
    if (!place.isConnected) continue;
    for (
      let it: Element | null | undefined = place.closest(wanted);
      it;
      it = it.parentElement?.closest(wanted)
    )
      yield it;
    // A strong word is a heading where it is its whole paragraph, or the only element of a line.
    yield* (place.closest('p') ?? place).querySelectorAll(':scope > :is(strong, b)');
  }
  const touched = withAncestors(places);
  for (const { element, reader } of marks) {
    if (reader && !reader.namedBy) continue;
    const by = reader?.namedBy ? reader.namedBy(element) : element.parentElement;
    // What a legend is of is told by all that stands in its group.
    const within = reader || element.localName === 'legend' ? touched : places;
    if (by && within.has(by) && element.isConnected) yield element;
  }
}

function withAncestors(places: ReadonlySet<Element>): ReadonlySet<Element> {
  const all = new Set<Element>();
  for (const place of places)
    for (let it: Element | null = place; it && !all.has(it); it = parentOf(it)) all.add(it);
  return all;
}

/** Asked of itself, a form would first list all its controls anew, for it has each of them under its name. */
const parentOf = (it: Element): Element | null => Reflect.get(Node.prototype, 'parentElement', it);

/** Marks that go in together: those of an element with all that stands in it, or of the element alone. */
interface Unit {
  at: Element;
  whole: boolean;
  marks: readonly Mark[];
}

/** Puts the marks of each unit where it stands on the page; one that follows the one before goes in after it. */
function insert(marks: Mark[], units: readonly Unit[]): void {
  let last: Element | null = null;
  let end = 0;
  for (const { at, whole, marks: some } of units) {
    const place = last !== null && at.previousElementSibling === last ? end : placeOf(at, marks);
    marks.splice(place, 0, ...some);
    end = place + some.length;
    last = whole ? at : null;
  }
}

/** Where the first mark stands that comes after an element on the page, by halving. */
function placeOf(element: Element, marks: readonly Mark[]): number {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = marks[middle]?.element;
    if (other && element.compareDocumentPosition(other) & FOLLOWS) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether a box is named as a part of a date: whether it is one is told by the boxes beside it. */
function isPartOfDate({ element, reader }: Mark): boolean {
  if (!reader?.namedBy) return false;
  const name = element.getAttribute('name') || element.id;
  return stemOf(name) !== name;
}

function titleOf(element: Element): string {
  // A cell as wide as its table is a title only where nothing is asked in it.
  if (element.localName === 'td' && element.querySelector('input, select, textarea, button, table'))
    return '';
  // The head of a card may hold a heading, which says it itself, or the tabs of its panels.
  if (element.matches('.card-header, .panel-heading') && element.querySelector(`${HEADING}, ${TAB}`))
    return '';
  if (element.matches(PANEL)) return titleOfPanel(element);
  if (isOfRadios(element)) return '';
  // Words in a button are none of a heading's, but where the button that opens its part is all there is of it.
  if (!element.matches('strong, b'))
    return textOf(element) || textOf(element.querySelector('[aria-expanded]') ?? element);
  const whole = element.parentElement?.textContent?.trim() ?? '';
  // A strong word inside a line is no heading: only one that is its whole paragraph.
  return whole === element.textContent.trim() ? toldText(whole) : '';
}

/** The words of its tab, which its id may be told of, or only its place. */
function titleOfPanel(panel: Element): string {
  const id = panel.getAttribute('aria-labelledby') ?? '';
  const tab =
    document.getElementById(id) ?? panel.parentElement?.querySelectorAll(TAB)[placeAmong(panel, PANEL)];
  return tab ? textOf(tab) : '';
}

/** The legend of radio buttons is their label, and the part of the form around them goes on. */
function isOfRadios({ localName, parentElement }: Element): boolean {
  if (localName !== 'legend' || !parentElement) return false;
  const first = parentElement.querySelector<HTMLInputElement>(CONTROLS);
  return first?.type === 'radio' && holdsOnly(parentElement, first);
}

/** Open shadow roots of elements of a page's own making, and below them. */
function shadowsOf(owns: readonly Element[]): ShadowRoot[] {
  return owns.flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot, ...shadowsOf(ownIn(shadowRoot))] : []));
}

/** Elements of a page's own making. */
function ownIn(within: Document | ShadowRoot | Element): Element[] {
  if (within.nodeType === SHADOW)
    return [...within.querySelectorAll('*')].filter(({ localName }) => localName.includes('-'));
  own ??= document.createExpression(OWN);
  const found = own.evaluate(within, SNAPSHOT);
  return Array.from({ length: found.snapshotLength }, (_, place) => found.snapshotItem(place) as Element);
}
