import {
  answersTo,
  attempt,
  type Changes,
  type Discovery,
  digestOf,
  type FieldFacts,
  type Finder,
  focused,
  type Hand,
  handActed,
  isChoiceTarget,
  isVisible,
  left,
  lookedUp,
  nameOfKey,
  ON_LOOKUP_MS,
  type Parts,
  read,
  type Subject,
  type Verdict,
} from '../fields/index.ts';
import type { FieldEvidence } from '../messages/index.ts';
import { alike } from './alike.ts';
import { createAsking, type Judges } from './asking.ts';
import { CHOOSES, chooses, Entry, factsOf, handIn, isOfGroup } from './entry.ts';
import type { Gathered } from './gathered.ts';
import { createVisit } from './visit.ts';

/**
 * How much of the form to look at, the least first: what changed by itself, which may wait; what an earlier look left to
 * be read, and nothing that changed since; what changed, promptly; every known field again, in slices; all of the page
 * anew, in slices; all of it at once.
 */
export const CHANGED = 0;
export const REST = 1;
export const PROMPT = 2;
export const KNOWN = 3;
export const ANEW = 4;
export const WHOLE = 5;

/** The declaration of one document, as it lives. All times are epoch ms. */
export interface Form {
  /** Takes in what has changed, and reads. A field that was `acted` in is found now, whatever stands before it. */
  look(at: number, gathered: Gathered, how: number, acted?: boolean): void;
  /** A trusted event of the person. */
  act(event: Event, target: Element, at: number): void;
  /** The tab went out of sight, or came back after it was `away`. */
  mark(at: number, away: boolean): void;
  /** The person has left the field they were in, if any. */
  leave(at: number): void;
  /** All fields, without flags; the same array until something of them changes. */
  facts(): readonly FieldFacts[];
  /** The fields of which something new is to be told since the last call. */
  news(): FieldFacts[];
  /** Where a field stands now, null when it is not on the page. */
  anchorOf(key: string): (Parts & { root: Element }) | null;
  /** What words led to a field's judgement; null for a field that was not read. */
  evidenceOf(key: string): FieldEvidence | null;
  /** Other corrections hold than before. */
  judgeAnew(): void;
  /** Whether an element belongs to a field of the form, or is there to choose for one. */
  owns(target: Element): boolean;
  /** Open shadow roots of the page, to be observed besides the page itself. */
  readonly shadows: readonly ShadowRoot[];
  /** When it was first on the page; null as long as it has no field. */
  readonly openedAt: number | null;
  /** Whether any of its fields is still on the page. */
  readonly stands: boolean;
}

/** A portal that fills fields by its model leaves no trace in the page: a new field is looked at again after so long. */
const ON_LOAD_LOOKS_MS = [1_500, 3_000, 4_900];
/** What a choice makes the portal do elsewhere in the form is there after so long. */
const AFTER_CHOICE_MS = 1_200;
/** What was typed the page may write in a form of its own ("0912…" as "+84 912…") within so long: it stays the person's. */
const TIDIED_MS = 900;
/** What a page took out of a field, it may bring back within so long. */
const BACK_MS = 3_000;
/** Questions that came within so long of each other came together. */
const TOGETHER_MS = 1_000;
/** Where more than so many questions go within so long of their coming, only what has stood for as long is asked about. */
const MANY = 10;
const STOOD_MS = 1_500;
/** A slice of finding, and one of reading after it, may each take this long before the page gets its turn again. */
const SLICE_MS = 4;
const NEVER = Number.POSITIVE_INFINITY;

/** What the names of one column of a list have in common. */
const columnOf = (name: string) => name.replace(/\d+/g, '');

/**
 * Watches the fields of this document that `finder` finds. Keys begin with `prefix`, orders with `firstOrder`. `again` asks
 * for another look at all known fields, or at as much as it says, after so many ms, or to go on with the one that is under
 * way (`rest`). `correctionOf` is a reviewer's word on a field of this name, `cameAt` says when the first of some roots came
 * into the page, where that is known.
 */
export function watchForm(
  prefix: string,
  finder: Finder,
  firstOrder: number,
  again: (ms: number, reason?: string, how?: number) => void,
  judges: Judges,
  correctionOf: (name: string) => Verdict | undefined,
  cameAt: (roots: readonly Element[]) => number | null,
): Form {
  const entries = new Map<string, Entry>();
  // Found before any entry is.
  let around!: Discovery['around'];
  let shadows: Discovery['shadows'] = [];
  let facts: FieldFacts[] | null = null;
  const unread = new Set<Entry>();
  const untold = new Set<Entry>();
  /** Fields that went out of sight since the whole form was last looked at. */
  const gone = new Set<Entry>();
  const lookupKeyAt = new Map<Subject, number>();
  let firstActAt: number | null = null;
  let lastKeyAt = 0;
  /** When the look over the whole form that goes on in slices was asked for by the person's first act. */
  let sweepFrom: number | null = null;
  /** When the look began that goes through the page now. */
  let lookedFrom: number | null = null;
  let openedAt: number | null = null;
  /** Many questions went almost as soon as they came: others are asked about only once they have stood. */
  let restlessUntil = 0;
  const visit = createVisit(finder.roots);

  /** Finds the fields: each once, in page order, whichever node carries it now. */
  function find(at: number, changes: Changes, all: boolean, until: number): void {
    lookedFrom ??= at;
    const found = finder.discover(document, changes, all, until);
    if (!found || found.behind) again(0, 'rest');
    if (!found) return;
    const from = lookedFrom;
    lookedFrom = null;
    around = found.around;
    shadows = found.shadows;
    // A form that is gone as a whole was submitted or left: what it last showed stands.
    if (found.fields.length === 0) return;
    openedAt ??= cameAt(found.fields.map(({ root }) => root)) ?? from;
    followRows(found.fields);
    const names = new Set(found.fields.map(({ name }) => name));
    followValues(names);
    const chosen = found.fields[0]?.reader;
    entries.forEach((entry, name) => {
      entry.found = names.has(name);
      if (!entry.found) setVisible(entry, false);
      // What another technology draws beside the declaration was never a part of it.
      if (entry.reader !== chosen && entry.counts) {
        entry.counts = false;
        change(entry);
      }
    });
    let before: Entry | null = null;
    const known = entries.size;
    const afterOrders = ordersBefore(found.fields);
    found.fields.forEach((one, index) => {
      const { name, root } = one;
      const order = firstOrder + afterOrders + index;
      const entry: Entry = entries.get(name) ?? new Entry(at, { ...one, order, afterOrders, before });
      if (entry.order !== order) change(entry);
      entry.order = order;
      if (entry.root !== root || !entry.visible) unread.add(entry);
      entry.root = root;
      entries.set(name, entry);
      before = entry;
    });
    if (entries.size > known)
      for (const ms of ON_LOAD_LOOKS_MS) again(ms, `${ms}`, ms === ON_LOAD_LOOKS_MS.at(-1) ? ANEW : KNOWN);
  }

  /**
   * Where a row of a list goes, those after it are counted anew: a field takes its history along to its new name. What draws
   * all rows anew keeps their ids.
   */
  function followRows(fields: Discovery['fields']): void {
    let standing: Map<unknown, Entry> | undefined;
    for (const { name, root } of fields) {
      const own = entries.get(name);
      if (!own || own.root === root) continue;
      standing ??= new Map([...entries.values()].map((it) => [it.root.id || it.root, it]));
      const other = standing.get(root.id || root);
      if (other?.label !== own.label || other === own) continue;
      exchange(own, other);
    }
  }

  /**
   * Where a list is drawn by the places of its rows, the last one goes whichever the person removes, and in the others
   * stands what stood in those after them.
   */
  function followValues(names: ReadonlySet<string>): void {
    const before = [...entries.values()].filter(({ found }) => found);
    const lost = before.filter(({ name }) => !names.has(name));
    // More than a row has are a step that goes as a whole.
    if (lost.length > MANY) return;
    for (const { name, label } of lost) {
      const column = before.filter((it) => it.label === label && columnOf(it.name) === columnOf(name));
      let removed: Entry | undefined;
      column.forEach((it, place) => {
        if (removed) exchange(removed, it);
        else {
          const now = digestOf(it.reader.read(it.root, around).value ?? '');
          if (now !== it.value && now === column[place + 1]?.value) removed = it;
        }
      });
    }
  }

  /** Each goes on in the other's place. */
  function exchange(one: Entry, other: Entry): void {
    [one.name, other.name] = [other.name, one.name];
    [one.section, other.section] = [other.section, one.section];
    for (const it of [one, other]) {
      entries.set(it.name, it);
      change(it);
    }
  }

  /** A step that takes the place of another goes on with its orders; one that comes back has its own again. */
  function ordersBefore(fields: Discovery['fields']): number {
    for (const { name } of fields) {
      const entry = entries.get(name);
      if (entry) return entry.afterOrders;
    }
    const last = Math.max(firstOrder - 1, ...[...entries.values()].map(({ order }) => order));
    return last + 1 - firstOrder;
  }

  function change(entry: Entry): void {
    untold.add(entry);
    facts = null;
  }

  const asking = createAsking(
    judges,
    (entry) => answersTo(entry, around),
    ({ name }) => correctionOf(name),
    (judged) => {
      // Meanwhile the person may have entered a key, and the portal have answered.
      for (const entry of judged) if (entry.givenAt) keyEntered(entry, entry.givenAt);
      for (const entry of judged) {
        lookedUp(entry, keyAtOf(entry));
        change(entry);
      }
    },
    again,
  );

  function readEntry(entry: Entry, at: number): void {
    unread.delete(entry);
    const { root } = entry;
    if (!entry.found || !root.isConnected) return;
    const seen = attempt(() => entry.reader.read(root, around));
    if (!seen) return;
    const { label, required, locked, value, autofilled, error } = seen;
    // The same words are not kept twice.
    if (label !== entry.label) {
      entry.label = label;
      asking.add(entry);
    }
    entry.required = required;
    entry.locked = locked;
    const visible = isVisible(root);
    if (visible && !entry.visible) entry.appearedAt = at;
    setVisible(entry, visible);
    const keyAt = keyAtOf(entry);
    const digest = value === null ? undefined : digestOf(value);
    // What stood there before is not tidied, but put back.
    const mayBeTidied = entry.state === 'typed' && digest !== entry.stood.value;
    if (mayBeTidied && at - entry.givenAt < TIDIED_MS && !entry.awaited) handActed(entry, 'typed', at);
    const since = entry.awaited || keyAt ? at : (sweepFrom ?? at);
    read(entry, { value: digest, autofilled, error }, since, { firstActAt, lookupKeyAt: keyAt });
    // Another label brings another judgement, which is news in any case.
    const says = [entry.state, required, locked, entry.corrections, entry.errorsShown].join();
    if (says === entry.told) return;
    change(entry);
    // A step that comes back may be drawn empty first.
    if (entry.stood.value) again(BACK_MS, 'back');
    entry.told = alike(says);
  }

  function setVisible(entry: Entry, visible: boolean): void {
    if (entry.visible === visible) return;
    change(entry);
    entry.visible = visible;
    if (visible) entry.counts = true;
    else gone.add(entry);
  }

  /**
   * Of what went out of sight, a question that the form took back counts no more: those that it came with still stand. A
   * step of a wizard goes as a whole, and what it last showed stands.
   */
  function settleGone(at: number): void {
    if (gone.size === 0) return;
    const stoodSince = at - STOOD_MS;
    if ([...gone].filter(({ appearedAt }) => appearedAt > stoodSince).length > MANY)
      restlessUntil = at + STOOD_MS;
    let oldest = NEVER;
    for (const it of entries.values()) if (it.visible) oldest = Math.min(oldest, it.appearedAt);
    gone.forEach((entry) => {
      if (entry.visible || oldest > entry.appearedAt + TOGETHER_MS) return;
      entry.counts = false;
      change(entry);
    });
    gone.clear();
  }

  /** When a look-up key was last entered of whom a field is about; nought where none was, or nobody knows whom. */
  const keyAtOf = ({ judgement }: Entry) => (judgement && lookupKeyAt.get(judgement.subject)) ?? 0;

  /** A hand gave a field its value: whose look-up key was entered, where the field is one. */
  function keyEntered(entry: Entry, at: number): void {
    entry.givenAt = at;
    const { judgement } = entry;
    if (judgement?.expectation !== 'lookup-key') return;
    const { subject } = judgement;
    // An earlier key is no later for being judged now.
    lookupKeyAt.set(subject, Math.max(at, lookupKeyAt.get(subject) ?? 0));
    // A value that a look-up sets may leave no trace in the page: one look at the end of its time decides.
    again(ON_LOOKUP_MS - 100, subject);
  }

  /** The field that an element belongs to; several roots may make up one field, so the name decides. */
  function entryOf(target: Element): Entry | undefined {
    const control = target.closest('label')?.control;
    const owner = finder.ownerOf(target) ?? (control ? finder.ownerOf(control) : null);
    const entry = owner && entries.get(owner.name);
    if (!entry) return undefined;
    // A twin of the same name elsewhere on the page is not this field, unless it took the place of its node just now.
    const { root } = entry;
    return root === owner.root || !root.isConnected || isOfGroup(entry, owner.root) ? entry : undefined;
  }

  /** The field that an act in an element is for. */
  const actedFor = (target: Element, at: number) =>
    entryOf(target) ?? (isChoiceTarget(target) ? visit.chooser(target, at) : null);

  /** A field of another frame may have the same name. */
  const ofKey = (key: string) => (key.startsWith(`${prefix}/`) ? entries.get(nameOfKey(key)) : undefined);

  function enter(entry: Entry, at: number): void {
    if (visit.entry === entry) return;
    leave(at);
    // What a script put there before is not this visit's doing.
    readEntry(entry, at);
    focused(entry);
    visit.begin(entry, at);
  }

  function leave(at: number): void {
    const entry = visit.end(at);
    if (!entry) return;
    readEntry(entry, at);
    if (left(entry)) {
      keyEntered(entry, at);
      again(TIDIED_MS - 100, 'left');
    }
    change(entry);
    again(0);
  }

  function actIn(entry: Entry, event: Event, target: Element, at: number): void {
    const { type } = event;
    const isOpen = () => entry.reader.read(entry.root, around).value === null;
    let hand: Hand | null = null;
    // A list may be gone, or a number stepped, before the press is a click.
    const presses = type === 'pointerdown' && isChoiceTarget(target);
    if (type === 'keydown' || type === 'click' || presses) {
      if (type === 'keydown') lastKeyAt = at;
      const { key = '' } = event as KeyboardEvent;
      if (chooses(entry, target, key, isOpen)) hand = 'chosen';
      // A mask takes the key to itself, as a list of proposals takes Enter and arrows, and the page's own script writes:
      // no input is heard of.
      else if (key && CHOOSES.test(key)) hand = handIn(entry, target, true);
    } else if (type === 'input' || type === 'change') {
      const inserts = (event as InputEvent).inputType?.startsWith('insert');
      hand = handIn(entry, target, inserts || at - lastKeyAt < 1_000);
      if (!hand) return;
      keyEntered(entry, at);
    } else return;
    if (hand) handActed(entry, hand, at, hand === 'chosen' && isOpen());
    unread.add(entry);
    if (entry.awaited?.hand === 'chosen') again(AFTER_CHOICE_MS, 'choice');
    if (!firstActAt) {
      firstActAt = at;
      sweepFrom = at;
      again(0);
    }
  }

  return {
    look(at, gathered, how, acted) {
      const slice = () => (how === WHOLE ? NEVER : performance.now() + SLICE_MS);
      const all = how >= ANEW;
      if (all || lookedFrom || gathered.places.size > 0) find(at, gathered, all, acted ? NEVER : slice());
      if (how >= KNOWN) for (const entry of entries.values()) unread.add(entry);
      else
        gathered.changed.forEach((root) => {
          const entry = entryOf(root);
          if (entry) unread.add(entry);
        });
      if (lookedFrom) return;
      // On a page that never rests each look begins with finding: reading has a slice of its own.
      const until = slice();
      for (const entry of unread) {
        readEntry(entry, at);
        if (performance.now() > until) break;
      }
      if (unread.size > 0) {
        again(0, 'rest');
        return;
      }
      sweepFrom = null;
      settleGone(at);
      // All are asked about together: what a field is, those after it tell as well.
      if (at < restlessUntil) {
        again(STOOD_MS, 'rest');
        asking.ask(at - STOOD_MS);
      } else asking.ask();
    },
    act(event, target, at) {
      const entry = actedFor(target, at);
      if (event.type === 'focusin') {
        if (entry) enter(entry, at);
        else if (!visit.isServedBy(target)) leave(at);
      } else if (event.type === 'focusout') {
        // With the whole window out of focus the person has not left the field, nor with a list's own search box.
        const nowhere = document.hasFocus() && !(event as FocusEvent).relatedTarget;
        // A page that draws the field anew takes the focus from the person, and gives it back at once.
        const isBack = () => visit.entry === entryOf(document.activeElement as Element);
        if (nowhere && entry === visit.entry) setTimeout(() => isBack() || leave(at));
      } else if (entry) actIn(entry, event, target, at);
      visit.mark(at);
    },
    mark: visit.mark,
    leave,
    facts() {
      facts ??= [...entries.values()].flatMap((entry) => factsOf(prefix, entry, entry.visible));
      return facts;
    },
    news() {
      const news = [...untold].flatMap((entry) => factsOf(prefix, entry, entry.counts));
      untold.clear();
      return news;
    },
    anchorOf(key) {
      const entry = ofKey(key);
      if (!entry?.root.isConnected) return null;
      return { root: entry.root, ...entry.reader.partsOf(entry.root, around) };
    },
    evidenceOf(key) {
      const entry = ofKey(key);
      return entry?.judgement ? { words: entry.judgement.evidence, trail: entry.section.trail } : null;
    },
    judgeAnew() {
      // A judgement asks the one before it: all of them may change.
      for (const entry of entries.values()) if (entry.label !== null) asking.add(entry);
      asking.ask();
    },
    owns: (target) => Boolean(actedFor(target, Date.now())),
    get shadows() {
      return shadows;
    },
    get openedAt() {
      return openedAt;
    },
    get stands() {
      return [...entries.values()].some(({ root }) => root.isConnected);
    },
  };
}
