import {
  type Correction,
  correctionsOf,
  finderOf,
  formsOf,
  isChoiceTarget,
  ORDERS_A_FRAME,
  READERS,
} from '../fields/index.ts';
import type { Bus, Fact, RoadView } from '../messages/index.ts';
import { atPath, type PortalProfile } from '../portal/index.ts';
import { gatherActs } from './acts.ts';
import { noteArrivals } from './arrivals.ts';
import type { Judges } from './asking.ts';
import { ANEW, CHANGED, type Form, KNOWN, PROMPT, REST, WHOLE, watchForm } from './form.ts';
import { gather, NAMING_ATTRIBUTES, nothing } from './gathered.ts';
import { hear } from './hear.ts';
import type { Seal } from './landmarks/context.ts';
import { watchInnerLandmarks, watchLandmarks } from './landmarks.ts';
import { createPulse } from './pulse.ts';

/** The watcher of one frame: the bus for the companion, and where answers of the background go. */
export interface Watching {
  bus: Bus;
  setRoad(road: RoadView | null): void;
  /** All of a reviewer's corrections, of whatever form: they hold from now on. */
  setCorrections(all: readonly Correction[]): void;
}

/** Where facts leave the frame. */
export interface Outlet {
  tell(fact: Fact, when?: 'now'): void;
  flush(): void;
  settle(): Promise<void>;
}

/** One part in this many of the main thread goes into reading what a page changes by itself, however fast it does. */
const CALM_SHARE = 200;
const ACTS = ['keydown', 'pointerdown', 'wheel'];
/** By these a field may get a value. */
const GIVES = ['input', 'change', 'click'];
const FORM_EVENTS = ['focusin', 'focusout', 'keydown', 'pointerdown', ...GIVES];
/** What may change a field's looks, visibility or state without adding or removing nodes. */
const WATCHED_ATTRIBUTES = [
  'class',
  'style',
  'hidden',
  'readonly',
  'disabled',
  'aria-invalid',
  'aria-expanded',
  ...NAMING_ATTRIBUTES,
];

/**
 * Which frame of its own origin this is in the page around it, from 1, after the number of that where it is a frame as well
 * (11: the first in the first); 0 for the page itself. What others put into that page (a chat, a captcha) may come before it
 * or after it.
 */
function frameNumber(self: Window = window): number {
  const { parent } = self;
  if (parent === self) return 0;
  let number = 10 * frameNumber(parent) + 1;
  for (let index = 0; parent[index] && parent[index] !== self; index++) {
    try {
      if (parent[index]?.location.origin === location.origin) number += 1;
    } catch {
      // Another origin's says nothing of itself.
    }
  }
  return number;
}

/**
 * Watches this document as a page of `profile` until `signal` ends it. Facts go to `outlet` in the order in which they
 * happened; nothing of a field's value ever does. `again`: it was watched before, and what begins in it now did not
 * begin with its load.
 */
export function watchFrame(
  profile: PortalProfile,
  outlet: Outlet,
  signal: AbortSignal,
  { seal, judges, again }: { seal: Seal; judges: Judges; again: boolean },
): Watching {
  const selectors = finderOf(READERS);
  // A frame holds a part of the declaration and is no page of the road: it tells of fields and of acts alone.
  const frame = frameNumber();
  const framed = frame > 0;
  // Where the declaration is a frame's, what stands around it opens none.
  const declaresInFrame = !framed && profile.frames !== undefined;
  const listeners = new Set<() => void>();
  const later = new Map<string, ReturnType<typeof setTimeout>>();
  let gathered = nothing();
  /** When something last changed that was not looked at yet; null: nothing did. */
  let changedAt: number | null = null;
  /** What the next look at the fields finds is true since then. */
  let lookedAt = Date.now();
  let how: number = ANEW;
  /** How thorough the last look at the form was asked to be. */
  let begun: number = CHANGED;
  /** Something in the page changed since the form was looked at. */
  let stirred = true;
  /** When the last milestone was passed here: a login or a procedure that a page tells of is no later than its form. */
  let passedAt = 0;
  let road: RoadView | null = null;
  let allCorrections: readonly Correction[] = [];
  /** Those of this form, by the names of its fields. */
  let corrections: ReadonlyMap<string, Correction> = new Map();
  let formNumber = 0;
  let arrivals = noteArrivals();
  /** What was told of the form. */
  let formTold = false;
  let inputTold = false;
  let form = openForm();

  const formStands = () => declaresInFrame || form.stands;
  const notify = () => {
    for (const listener of listeners) listener();
  };
  const observer = new MutationObserver(onMutations);
  // Milestones must keep their time, so they are looked for often; reading fields may wait where it is dear. Not as long as
  // a new field waits to be looked at again: where fields come without end, the next ones shall put that off each time.
  const pulse = createPulse(look, [60, 100], signal);
  const formPulse = createPulse(() => lookAtForm(changedAt ?? lookedAt), [100, 1_400], signal);
  const acts = gatherActs((stretch) => outlet.tell({ type: 'active', ...stretch }), signal);
  const landmarks = (framed ? watchInnerLandmarks : watchLandmarks)({
    profile,
    seal,
    signal,
    tell(event, when) {
      // The background reads facts in order: what was acted before a moment that ends a road must stand before it.
      if (when === 'now') acts.flush();
      if (event.type === 'milestone' || event.type === 'login-seen') passedAt = event.at;
      outlet.tell(event, when);
    },
    tellForm(at) {
      how = WHOLE;
      lookAtForm(at);
    },
    formStands,
  });

  /** A declaration of this document; one that is opened again without a page load is another one. */
  function openForm(): Form {
    formNumber += 1;
    formTold = false;
    inputTold = false;
    return watchForm(
      framed ? `${profile.id}.${frame}` : profile.id,
      finderOf(READERS),
      frame * ORDERS_A_FRAME + 1,
      lookAgain,
      judges,
      (name) => corrections.get(name),
      (roots) => arrivals.firstOf(roots),
    );
  }

  const forms = () => formsOf(profile, road?.procedure ?? '');

  function correct(): void {
    const before = corrections.size;
    corrections = correctionsOf(allCorrections, forms());
    if (before || corrections.size) form.judgeAnew();
    pulse.soon();
  }

  /** Looks at the form again after so many ms. A later call for the same `reason` takes an earlier one's place. */
  function lookAgain(ms: number, reason = '', thoroughness: number = KNOWN): void {
    // However late a busy machine gets to it: what was to be looked at by then is as it was then.
    const since = ms ? Date.now() + ms : lookedAt;
    const again = () => {
      lookedAt = since;
      // What is under way goes on as it began, and what a page changes by itself meanwhile waits as ever.
      atLeast(reason === 'rest' ? begun && REST : thoroughness);
      // The look that asks for this may not have ended yet.
      queueMicrotask(readSoon);
    };
    clearTimeout(later.get(reason));
    if (ms) later.set(reason, setTimeout(again, ms));
    else again();
  }

  /** The next look at the form is to be at least so thorough. */
  function atLeast(wanted: number): void {
    how = Math.max(how, wanted);
  }

  /** Something changed: what a look finds of it is true since now, however late a busy machine lets it look. */
  function lookSoon(at: number): void {
    changedAt = at;
    pulse.soon();
  }

  function readSoon(): void {
    formPulse.soon(how ? undefined : CALM_SHARE);
  }

  function look(): void {
    if (document.readyState === 'loading') return;
    const at = changedAt ?? Date.now();
    changedAt = null;
    lookedAt = at;
    const atForm = atPath(profile.form.path);
    landmarks.look(at, atForm && formStands());
    if (!atForm) forgetForm();
    else if (formTold) readSoon();
    // The moment at which a declaration opens is a milestone: it must not wait for a look at the fields.
    else lookAtForm(at);
    notify();
  }

  /** On a page that is no declaration nothing of what comes and goes is kept, and the next one is another form. */
  function forgetForm(): void {
    gathered = nothing();
    arrivals = noteArrivals();
    how = ANEW;
    if (form.openedAt) form = openForm();
  }

  /** Reads the declaration, where one stands, and tells what is new of its fields; all are found at once where `acted`. */
  function lookAtForm(at: number, acted?: boolean): void {
    if (!atPath(profile.form.path)) return;
    begun = how;
    let came = nothing();
    if (how === REST && formTold) queueMicrotask(readSoon);
    else {
      came = gathered;
      gathered = nothing();
    }
    if (came.above) atLeast(ANEW);
    const thoroughness = how;
    how = CHANGED;
    form.look(at, came, thoroughness, acted);
    if (stirred) landmarks.lookSeldom?.(at);
    stirred = false;
    observeAll();
    const { openedAt } = form;
    if (!openedAt) return;
    if (!formTold && !declaresInFrame)
      outlet.tell(
        {
          ...{ type: 'milestone', name: 'form-opened', evidence: profile.form.id },
          at: Math.max(openedAt, passedAt),
        },
        'now',
      );
    formTold = true;
    arrivals = noteArrivals();
    const news = form.news();
    if (news.length === 0) return;
    outlet.tell({ type: 'fields', at, form: formNumber, fields: news });
    landmarks.fieldsTold(news, at);
    notify();
  }

  function onMutations(records: MutationRecord[]): void {
    const at = Date.now();
    stirred = true;
    gather(records, selectors, gathered);
    if (!formTold) arrivals.note(records, at);
    lookSoon(at);
  }

  /** The page, and its open shadow roots as far as they are known. */
  const trees = (): Node[] => [document, ...form.shadows];

  function observeAll(): void {
    for (const place of trees()) {
      // What is observed already is observed once.
      observer.observe(place, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
        attributeFilter: WATCHED_ATTRIBUTES,
      });
    }
  }

  hear(ACTS, signal, (_target, at) => acts.act(at));
  hear(FORM_EVENTS, signal, (target, at, event) => {
    // In a field that came just now a person may act before it was looked for: they must not be taken for the portal.
    if (!form.owns(target) && selectors.ownerOf(target)) {
      // Nothing tells of a tree that is attached to an element which stood there before.
      atLeast(trees().includes(target.getRootNode()) ? PROMPT : ANEW);
      onMutations(observer.takeRecords());
      lookAtForm(at, true);
    }
    form.act(event, target, at);
    atLeast(PROMPT);
    const { type } = event;
    // What a key changes around the form is told of by mutations.
    if (type === 'keydown' || type === 'input') {
      lookedAt = at;
      readSoon();
    } else lookSoon(at);
    if (!GIVES.includes(type) || !form.owns(target)) return;
    if (type === 'click' && !isChoiceTarget(target)) return;
    landmarks.filledIn?.(at);
    if (inputTold) return;
    inputTold = true;
    outlet.tell({ type: 'milestone', at, name: 'first-input', evidence: profile.form.id });
  });

  /** A page that the browser had kept aside is shown again: it is told anew, as one that was loaded. */
  function comeBack(at: number): void {
    if (!framed) outlet.tell({ type: 'page', at, portal: profile.id, hidden: document.hidden });
    landmarks.comeBack?.();
    arrivals = noteArrivals(at);
    form = openForm();
    how = ANEW;
    lookSoon(at);
    // An answer that came meanwhile was heard by nobody.
    outlet.flush();
  }

  let leaving = false;
  document.addEventListener(
    'visibilitychange',
    () => {
      // Going to another page hides this one too; that is a page load, not a person looking away.
      if (leaving) return;
      const at = Date.now();
      acts.flush();
      form.mark(at, !document.hidden);
      if (!framed) outlet.tell({ type: document.hidden ? 'hidden' : 'shown', at });
      lookSoon(at);
    },
    { signal },
  );
  window.addEventListener(
    'pagehide',
    () => {
      leaving = true;
      how = WHOLE;
      const at = Date.now();
      landmarks.left(at);
      form.leave(at);
      lookAtForm(at);
      acts.flush();
      outlet.flush();
    },
    { signal },
  );
  window.addEventListener(
    'pageshow',
    ({ persisted }) => {
      leaving = false;
      if (persisted) comeBack(Date.now());
    },
    { signal },
  );

  // While the page is being parsed there is nothing to look at, but a person may act already.
  const begin = () => {
    const at = Date.now();
    observeAll();
    arrivals = noteArrivals(at);
    lookSoon(at);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin, { signal });
  else begin();
  signal.addEventListener('abort', () => {
    observer.disconnect();
    for (const timer of later.values()) clearTimeout(timer);
  });

  const begunAt = again ? Date.now() : Math.round(Date.now() - performance.now());
  if (!framed) outlet.tell({ type: 'page', at: begunAt, portal: profile.id, hidden: document.hidden }, 'now');

  return {
    setRoad(next) {
      landmarks.setRoad?.(next);
      // Every acknowledgement tells it anew: what has not changed shall not be drawn again.
      if (JSON.stringify(next) === JSON.stringify(road)) return;
      const isOther = (road?.procedure ?? '') !== (next?.procedure ?? '');
      road = next;
      if (isOther) correct();
      notify();
    },
    setCorrections(all) {
      allCorrections = all;
      correct();
    },
    bus: {
      settle() {
        atLeast(PROMPT);
        lookAtForm(Date.now());
        acts.flush();
        return outlet.settle();
      },
      view: () => ({ road, step: landmarks.step ?? null, fields: form.facts() }),
      anchor: (key) => form.anchorOf(key),
      evidence: (key) => form.evidenceOf(key),
      forms,
      subscribe(listener, ended) {
        listeners.add(listener);
        ended.addEventListener('abort', () => listeners.delete(listener));
      },
    },
  };
}
