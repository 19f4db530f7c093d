import {
  digestOf,
  type FieldFacts,
  type FieldReader,
  focused,
  handActed,
  type Judgement,
  judge,
  left,
  newTrack,
  ON_LOOKUP_MS,
  type Reading,
  read,
  type Subject,
  type Track,
  withFlags,
} from '../fields/index.ts';
import { IDLE_MS } from '../flow/index.ts';

/** One field of the declaration, known by the page's own name; its root is whatever node carries that name now. */
interface Entry {
  name: string;
  root: Element;
  order: number;
  track: Track;
  visible: boolean;
  /** What was last read and made of it; null until the first reading. */
  seen: { reading: Reading; judgement: Judgement } | null;
  /** What was last told of it, in short; a difference is news. */
  told: string;
}

/** How much of the form to read: only what changed, all of it in slices, or all of it at once. */
export type Thoroughness = 'changed' | 'sliced' | 'whole';

/** The declaration of one document, as it lives. All times are epoch ms. */
export interface Form {
  /** Takes in new question roots when `structure` says there may be some, and reads. */
  look(at: number, structure: boolean, changed: ReadonlySet<Element>, how: Thoroughness): void;
  /** A trusted event of the person. */
  act(event: Event, target: Element, at: number): void;
  /** The tab went out of sight, or came back. */
  pause(at: number): void;
  resume(at: number): void;
  /** All fields, flagged. */
  facts(): FieldFacts[];
  /** The fields of which something new is to be told since the last call. */
  news(): FieldFacts[];
  rootOf(key: string): Element | null;
  readonly size: number;
}

/** A slice of reading may take this long before the page gets its turn again. */
const SLICE_MS = 6;

/**
 * Watches the questions that `reader` finds. Keys begin with `prefix`; `again` asks for a whole look after so many ms.
 */
export function watchForm(prefix: string, reader: FieldReader, again: (ms: number) => void): Form {
  const entries = new Map<string, Entry>();
  const byRoot = new WeakMap<Element, Entry>();
  const unread = new Set<Entry>();
  const untold = new Set<Entry>();
  const lookupKeyAt = new Map<Subject, number>();
  let firstActAt: number | null = null;
  let lastKeyAt = 0;
  let current: { entry: Entry; markedAt: number } | null = null;

  /** Finds the roots anew: a question once, in page order, whichever node carries it now. */
  function find(at: number): void {
    const found = new Map<string, Element>();
    for (const root of document.querySelectorAll(reader.roots)) {
      const name = reader.nameOf(root);
      if (name === null) continue;
      const twin = found.get(name);
      // A mobile layout repeats questions in the page: the one that can be seen is meant.
      if (!twin || (!isVisible(twin) && isVisible(root))) found.set(name, root);
    }
    // A form that is gone as a whole was submitted or left: what it last showed stands.
    if (found.size === 0) return;
    for (const [name, entry] of entries) if (!found.has(name)) setVisible(entry, false);
    let order = 0;
    for (const [name, root] of found) {
      order += 1;
      const entry = entries.get(name) ?? {
        name,
        root,
        order,
        track: newTrack(at),
        visible: false,
        seen: null,
        told: '',
      };
      if (entry.order !== order) untold.add(entry);
      entry.order = order;
      if (entry.root !== root || !entry.seen) unread.add(entry);
      entry.root = root;
      entries.set(name, entry);
      byRoot.set(root, entry);
    }
  }

  function readEntry(entry: Entry, at: number): void {
    unread.delete(entry);
    const { root, track } = entry;
    if (!root.isConnected) return;
    const reading = reader.read(root);
    const judgement = entry.seen?.judgement ?? judge(reading.label, reading.section);
    entry.seen = { reading, judgement };
    const visible = isVisible(root);
    if (visible && !entry.visible) track.appearedAt = at;
    setVisible(entry, visible);
    const value = reading.value === null ? track.value : digestOf(reading.value);
    const { autofilled, error } = reading;
    const keyAt = lookupKeyAt.get(judgement.subject) ?? null;
    read(track, { value, autofilled, error }, at, { firstActAt, lookupKeyAt: keyAt });
    const { label, section, required, locked } = reading;
    const told = [track.state, label, section, required, locked, track.corrections, track.errorsShown].join();
    if (told !== entry.told) untold.add(entry);
    entry.told = told;
  }

  function setVisible(entry: Entry, visible: boolean): void {
    if (entry.visible !== visible) untold.add(entry);
    entry.visible = visible;
  }

  const isLookupKey = (entry: Entry) => entry.seen?.judgement.expectation === 'lookup-key';

  function keyEntered(entry: Entry, at: number): void {
    if (!entry.seen) return;
    lookupKeyAt.set(entry.seen.judgement.subject, at);
    // A value that a look-up sets may leave no trace in the page: one look at the end of its time decides.
    again(ON_LOOKUP_MS - 100);
  }

  function markTime(at: number): void {
    if (!current) return;
    const gap = at - current.markedAt;
    if (gap > 0 && gap < IDLE_MS) current.entry.track.activeMs += gap;
    current.markedAt = at;
  }

  function enter(entry: Entry, at: number): void {
    if (current?.entry === entry) return;
    leave(at);
    focused(entry.track);
    current = { entry, markedAt: at };
  }

  function leave(at: number): void {
    if (!current) return;
    const { entry } = current;
    markTime(at);
    current = null;
    readEntry(entry, at);
    const changed = entry.track.changedSinceFocus;
    left(entry.track);
    untold.add(entry);
    if (changed && isLookupKey(entry)) keyEntered(entry, at);
    again(0);
  }

  function actIn(entry: Entry, event: Event, target: Element, at: number): void {
    const widget = reader.widgetOf(entry.root);
    if (event.type === 'keydown') {
      lastKeyAt = at;
      const chooses = ['Enter', 'Tab', ' '].includes((event as KeyboardEvent).key);
      if (widget === 'choice' && chooses) handActed(entry.track, 'chosen', at);
    } else if (event.type === 'click') {
      if (reader.isChoice(target)) handActed(entry.track, 'chosen', at);
    } else if (event.type === 'input' || event.type === 'change') {
      // What is typed into a list's search box is not its value.
      if (widget === 'choice' && !reader.isChoice(target)) return;
      const byKeys = widget === 'text' || (widget === 'date' && at - lastKeyAt < 1_000);
      handActed(entry.track, byKeys ? 'typed' : 'chosen', at);
      if (isLookupKey(entry)) keyEntered(entry, at);
    } else return;
    unread.add(entry);
    firstActAt ??= at;
  }

  return {
    look(at, structure, changed, how) {
      if (structure || how !== 'changed') find(at);
      for (const root of changed) {
        const entry = byRoot.get(root);
        if (entry?.root === root) unread.add(entry);
      }
      if (how !== 'changed') for (const entry of entries.values()) unread.add(entry);
      const until = performance.now() + SLICE_MS;
      for (const entry of unread) {
        readEntry(entry, at);
        if (how !== 'whole' && performance.now() > until) break;
      }
      if (unread.size > 0) again(0);
    },
    act(event, target, at) {
      const root = reader.ownerOf(target);
      // A calendar or list drawn at the end of the page belongs to the field one is in.
      const entry = root ? byRoot.get(root) : reader.isChoice(target) ? current?.entry : undefined;
      if (event.type === 'focusin' && entry) enter(entry, at);
      else if (event.type === 'focusout') {
        // With the whole window out of focus the person has not left the field.
        if (document.hasFocus() && (event as FocusEvent).relatedTarget === null) leave(at);
      } else if (entry) actIn(entry, event, target, at);
      markTime(at);
    },
    pause: markTime,
    resume(at) {
      if (current) current.markedAt = at;
    },
    facts: () => withFlags([...entries.values()].flatMap((entry) => factsOf(prefix, entry))),
    news() {
      const news = [...untold].flatMap((entry) => factsOf(prefix, entry));
      untold.clear();
      return news;
    },
    rootOf(key) {
      const root = entries.get(key.slice(key.lastIndexOf('/') + 1))?.root;
      return root?.isConnected ? root : null;
    },
    get size() {
      return entries.size;
    },
  };
}

function factsOf(prefix: string, { name, order, track, visible, seen }: Entry): FieldFacts[] {
  if (!seen) return [];
  const { reading, judgement } = seen;
  return [
    {
      key: `${prefix}/${reading.sectionIndex}/${name}`,
      order,
      label: reading.label,
      section: reading.section,
      kind: judgement.kind,
      subject: judgement.subject,
      expectation: judgement.expectation,
      state: track.state,
      locked: reading.locked,
      required: reading.required,
      visible,
      corrections: track.corrections,
      focusCount: track.focusCount,
      activeMs: Math.round(track.activeMs),
      errorsShown: track.errorsShown,
      flags: [],
    },
  ];
}

function isVisible(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}
