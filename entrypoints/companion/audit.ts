import type { AuditActions, AuditFilter, AuditModel, Found } from '../../components/companion/audit-model.ts';
import { type Correction, formsOf, nameOfKey, type Verdict } from '../../lib/fields/corrections.ts';
import type { Language } from '../../lib/i18n/index.ts';
import type { AuditAnswer, Bus, WatcherView } from '../../lib/messages/index.ts';
import { type Entry, type Heard, type Listed, listOf, rowOf } from './audit-list.ts';
import { askAudit, onCorrections, readCorrectionsNow, sendCorrections } from './audit-wire.ts';
import type { Host } from './host.ts';
import type { Spot } from './layer.ts';
import { paced } from './pace.ts';
import { reveal, scrollClear } from './reveal.ts';

/** So many rows are made at first, and with each "more". */
const AT_ONCE = 60;
/** The background is asked at most so often what other frames have stored. */
const ASK_MS = 2_000;
/** The key of a frame's field begins with the profile and the frame's number: `justice.1/2/HoTen`. */
const IN_FRAME = /^[^/]*\.\d+\//;

/** The audit of the page's form, as long as a reviewer has it open. */
export interface AuditState {
  /** What to show; the same object until something of it changed. */
  model(heard: Heard, base: Pick<AuditModel, 'language' | 'road' | 'targetMs' | 'awake'>): AuditModel;
  /** Opens it, or has its words in another language. */
  open(language: Language): void;
  close(): void;
  isOpen(): boolean;
  /** The road has got on: other frames may have told of more fields. */
  heard(view: WatcherView): void;
  /** What the page's frame goes around; null for none. */
  spot(): Spot | null;
  act: AuditActions;
}

export function makeAudit(bus: Bus, host: Host, changed: () => void, signal: AbortSignal): AuditState {
  let language: Language | null = null;
  let filter: AuditFilter = 'all';
  let limit = AT_ONCE;
  let chosen: { id: string; found: Found; failed: boolean } | null = null;
  let spot: Spot | null = null;
  let answer: AuditAnswer | null = null;
  let corrections: readonly Correction[] = [];
  let road: WatcherView['road'] = null;
  let listed: { by: readonly unknown[]; list: Listed } | null = null;
  let made: { by: readonly unknown[]; model: AuditModel } | null = null;

  const ask = paced(
    () => {
      if (language === null || signal.aborted) return;
      if (document.hidden) return ask();
      const asked = language;
      askAudit(asked).then((told) => {
        const isNews = JSON.stringify(told) !== JSON.stringify(answer);
        if (told && isNews && language === asked) answer = told;
        // Asked again until the list can be shown at all; from then on the road's getting on asks, of which a frame
        // tells nothing here.
        if (answer === null || largestFrame() || answer.fields.some(({ key }) => IN_FRAME.test(key))) ask();
        if (isNews) changed();
      });
    },
    ASK_MS,
    signal,
  );

  function unmark(): void {
    if (!spot) return;
    spot = null;
    changed();
  }
  // Only looked at, never stopped: what the press means to the page is the page's affair.
  const passive = { signal, capture: true, passive: true };
  window.addEventListener('pointerdown', (event) => event.target !== host.element && unmark(), passive);
  // While a correction is made, Escape leaves its form, and the field that it is of stays framed.
  const isCorrecting = () => host.container.querySelector('.correct') !== null;
  window.addEventListener('keydown', ({ key }) => key === 'Escape' && !isCorrecting() && unmark(), passive);
  onCorrections((all) => {
    corrections = all;
    if (language !== null) changed();
  }, signal);

  const entryOf = (id: string) => listed?.list.all.find((it) => it.id === id);
  /** The key by which the page and its frames know what is listed under this id. */
  const keyOf = (id: string) => entryOf(id)?.field.key ?? id;

  /** Brings a field into sight, where it can be; nothing of it is focused or touched. */
  function goTo(id: string): Found {
    const key = keyOf(id);
    // What stands on another page may have the key of something here.
    const root = entryOf(id)?.elsewhere ? null : bus.anchor(key)?.root;
    if (root) {
      if (!root.checkVisibility({ visibilityProperty: true })) return 'hidden';
      show(key, root);
      return 'here';
    }
    const frame = IN_FRAME.test(key) ? largestFrame() : null;
    if (!frame) return 'elsewhere';
    show(key, frame);
    return 'frame';
  }

  function show(key: string, element: Element): void {
    reveal(element);
    spot = { key, element };
    // Once the panel is drawn with what it says of the field: it may lie on it now.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (!signal.aborted && spot?.element === element) scrollClear(element, host);
      }),
    );
  }

  /** The forms that a correction of this field is kept under, the narrowest first. */
  function formsFor(key: string): readonly string[] {
    const own = bus.forms();
    const profile = key.slice(0, key.search(/[./]/));
    // An earlier page of the same portal looks under the same names as this one.
    if (own.some((form) => form.startsWith(`${profile}/`))) return own;
    // Of another frame's form only the procedure is known from here.
    return road?.procedure ? formsOf({ id: profile, form: { id: '' } }, road.procedure).slice(0, 1) : [];
  }

  function correctionOf(key: string): Correction | undefined {
    const field = nameOfKey(key);
    for (const form of formsFor(key)) {
      const found = corrections.find((it) => it.form === form && it.field === field);
      if (found) return found;
    }
    return undefined;
  }

  async function send(add: Correction[], remove: Correction[]): Promise<void> {
    const id = chosen?.id;
    const kept = await sendCorrections(add, remove);
    if (chosen && chosen.id === id) chosen = { ...chosen, failed: !kept };
    changed();
  }

  const act: AuditActions = {
    filter(next) {
      filter = next;
      limit = AT_ONCE;
      changed();
    },
    showMore() {
      limit += AT_ONCE;
      changed();
    },
    choose(id) {
      spot = null;
      chosen = { id, found: goTo(id), failed: false };
      changed();
    },
    correct(verdict: Verdict) {
      const key = chosen && keyOf(chosen.id);
      const form = key && formsFor(key)[0];
      if (form) void send([{ form, field: nameOfKey(key), ...verdict }], []);
    },
    undo() {
      const made = chosen && correctionOf(keyOf(chosen.id));
      if (made) void send([], [made]);
    },
  };

  return {
    act,
    isOpen: () => language !== null,
    open(now) {
      if (language === now) return;
      const wasOpen = language !== null;
      language = now;
      ask();
      if (wasOpen) return;
      readCorrectionsNow().then((all) => {
        corrections = all;
        changed();
      });
    },
    close() {
      language = null;
      chosen = spot = answer = listed = made = null;
      limit = AT_ONCE;
    },
    heard(view) {
      if (view.road === road) return;
      road = view.road;
      if (language !== null) ask();
    },
    spot() {
      if (spot && !spot.element.isConnected) {
        // Drawn anew by the page, it is known again a moment later.
        const element = bus.anchor(spot.key)?.root;
        if (!element) return null;
        spot = { ...spot, element };
      }
      return spot;
    },
    model(heard, base) {
      const from = [heard.fields, heard.flagged, answer];
      if (!listed || !same(listed.by, from))
        listed = { by: from, list: listOf(heard, answer?.fields ?? [], answer?.evidence) };
      const { list } = listed;
      const by = [list, filter, limit, chosen, answer, corrections, road, ...Object.values(base)];
      if (made && same(made.by, by)) return made.model;
      const shown = list[filter];
      const row = (one: Entry) => rowOf(one, correctionOf(one.field.key) !== undefined);
      const detail = chosen && entryOf(chosen.id);
      const model: AuditModel = {
        ...base,
        filter,
        counts: { all: list.all.length, missing: list.missing.length, again: list.again.length },
        rows: shown.slice(0, limit).map(row),
        more: Math.max(0, shown.length - limit),
        words: answer?.words ?? null,
        chosen:
          detail && chosen
            ? {
                row: row(detail),
                evidence: detail.evidenceBy(bus),
                found: chosen.found,
                scope: scopeOf(formsFor(detail.field.key)[0]),
                failed: chosen.failed,
                inFrame: chosen.found === 'frame' ? placeInFrame(detail, list.all) : null,
                waits: chosen.found === 'elsewhere' && isAhead(correctionOf(detail.field.key), detail.field),
              }
            : null,
      };
      made = { by, model };
      return model;
    },
  };
}

/** Which one of those that are seen in its frame a field is; null for one that is hidden there. */
function placeInFrame({ id, field }: Entry, all: readonly Entry[]): { at: number; of: number } | null {
  const frame = field.key.slice(0, field.key.indexOf('/') + 1);
  const seen = all.filter((it) => it.field.visible && it.field.key.startsWith(frame));
  const at = seen.findIndex((it) => it.id === id) + 1;
  return at > 0 ? { at, of: seen.length } : null;
}

/** A form's narrow name ends with the procedure's code. */
function scopeOf(form: string | undefined): 'procedure' | 'form' | null {
  if (form === undefined) return null;
  return /\/\d[\d.]+$/.test(form) ? 'procedure' : 'form';
}

/** Whether a correction says something else than what is known of the field now. */
function isAhead(made: Correction | undefined, { kind, subject, expectation }: Verdict): boolean {
  return (
    made !== undefined && (made.kind !== kind || made.subject !== subject || made.expectation !== expectation)
  );
}

function same(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((it, i) => it === other[i]);
}

/** The frame of the page that most likely holds a declaration; null where none is in sight. */
function largestFrame(): Element | null {
  let best: Element | null = null;
  let most = 0;
  for (const frame of document.querySelectorAll('iframe')) {
    const { width, height } = frame.getBoundingClientRect();
    if (width * height <= most || !frame.checkVisibility({ visibilityProperty: true })) continue;
    best = frame;
    most = width * height;
  }
  return best;
}
