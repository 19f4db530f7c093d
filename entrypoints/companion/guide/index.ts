import type {
  Fold,
  GuideActions,
  GuideModel,
  MissingItem,
  Pointing,
  PrepareModel,
} from '../../../components/companion/guide-model.ts';
import type { PanelModel } from '../../../components/companion/model.ts';
import type { FieldFacts } from '../../../lib/fields/index.ts';
import {
  type Advice,
  adviceFor,
  type GuidePack,
  isOpenMethod,
  packOf,
  preparationFor,
} from '../../../lib/guide/index.ts';
import type { Bus, WatcherView } from '../../../lib/messages/index.ts';
import { here, type PortalProfile, papersOn, type Searched } from '../../../lib/portal/index.ts';
import type { CompanionSettings, Settings } from '../../../lib/storage/settings.ts';
import type { Host } from '../host.ts';
import { inOrder } from '../order.ts';
import { whenIdle } from '../pace.ts';
import { onLoadedGuide } from '../settings.ts';
import { makeErrors } from './errors.ts';
import { makeFrameFields } from './frame-fields.ts';
import { METHOD_ID, missingOf, rowId } from './missing.ts';
import { makePointer, type Pointer, type Target } from './pointer.ts';
import { makeSettling } from './settling.ts';
import { BLIND, lookAt, type Sight } from './sight.ts';
import { makeVoice } from './voice.ts';

/** So many missing things are named; the rest are counted. */
const NAMED = 5;
/** Pages on which a person still gets ready. */
const BEFORE = ['national/home', 'national/search', 'national/procedure'];

/** The guidance on this page: what is missing, where the next control is, what to prepare. */
export interface Guide {
  model(view: WatcherView, settings: Settings): GuideModel;
  /** Something happened on the page: look at it when it is idle. Nothing is looked at for a collapsed panel. */
  look(open: boolean): void;
  /** The page's control that the guidance speaks of now; null where it speaks of none, or none is found for sure. */
  next(): Element | null;
  /** What the declaration has where it is a frame of another host; null where the page's own fields are the form. */
  framed(): Pick<PanelModel, 'fields' | 'flagged'> | null;
  pointer: Pointer;
  act: GuideActions;
}

export interface GuideWiring {
  bus: Bus;
  host: Host;
  page: Searched;
  profile: PortalProfile;
  changed(): void;
  moved(): void;
  /** Changes the companion's settings and keeps them. */
  save(change: Partial<CompanionSettings>): void;
  settings(): Settings;
  safely(work: () => void): () => void;
}

export function makeGuide(wiring: GuideWiring, signal: AbortSignal): Guide {
  const { bus, host, page, profile, changed, safely } = wiring;
  let pack = packOf(profile.id);
  const errors = makeErrors(page, profile);
  const voice = makeVoice(changed, signal);
  const framed = makeFrameFields(profile.id, told, signal);
  const pointer = makePointer(host, changed, wiring.moved, safely, signal);
  const isSettling = makeSettling(changed, signal);
  const ticked = new Set<string>();
  const skipped = new Set<string>();
  const unfolded = new Set<Fold>();
  let sight: Sight = BLIND;
  let place = '';
  let papers: readonly string[] = [];
  let open = false;
  let filed = false;
  const lookSoon = whenIdle(safely(look), signal);

  /** What went wrong on the way to a dossier that was filed is over; what the portal reports after that is not. */
  function dropErrorsOnceFiled(): void {
    const was = filed;
    filed = bus.view().road?.outcome === 'submitted';
    if (!filed || was || errors.list().length === 0) return;
    errors.close();
    changed();
  }

  function told(): void {
    dropWhatIsDone();
    changed();
  }

  /**
   * What was filled by a look-up, or in a frame whose clicks are not heard here, need not be pointed at any more; nor a
   * button of which something else is said by now: on some pages the one that goes on turns into the submit.
   */
  function dropWhatIsDone(): void {
    const target = pointer.target();
    if (!target) return;
    const view = bus.view();
    const stands = target.item
      ? missingOf(fieldsOf(view), sight, skipped).some(({ id }) => id === target.key)
      : adviceOf(view).where === target.key;
    if (!stands) pointer.away();
  }

  function look(): void {
    const { step } = bus.view();
    if (here() !== place) {
      // What was passed over on one page is asked for again on the next.
      skipped.clear();
      pointer.away();
      place = here();
    }
    const next = lookAt(page, profile, pack, step);
    framed.follow(next.facts.controls.frame !== undefined, wiring.settings().language);
    if (step !== null && BEFORE.includes(step)) papers = papersOn(document);
    const before = sight;
    sight = next;
    dropWhatIsDone();
    if (same(before, next)) return;
    changed();
    const advice = adviceOf(bus.view());
    if (advice.fleeting && pointer.wasUsed()) pointAt(targetOf(advice, []));
  }

  /** Where the declaration is a frame, its fields are the form: what else the page asks is no part of it. */
  const isFramed = () => sight.facts.controls.frame !== undefined;
  const fieldsOf = (view: WatcherView): readonly FieldFacts[] =>
    inOrder(isFramed() ? framed.fields() : view.fields);

  function adviceOf(view: WatcherView): Advice {
    const { facts } = sight;
    const fields = fieldsOf(view).filter(({ key }) => !skipped.has(key));
    const method = !skipped.has(METHOD_ID);
    const rows = sight.rows.filter((row) => !skipped.has(rowId(row))).length;
    return adviceFor(pack, {
      road: view.road,
      step: view.step,
      fields: method ? fields : fields.filter(({ kind }) => kind !== 'result-method'),
      page: { ...facts, rows, method: method && facts.method, settling: isSettling(fieldsOf(view).length) },
    });
  }

  function pointAt(target: Target | null): void {
    if (target) pointer.at(target);
    else pointer.away();
    changed();
  }

  /** What a rule's `where` leads to; null where it is not to be found for sure. */
  function targetOf({ where }: Advice, missing: readonly MissingItem[]): Target | null {
    if (where === null) return null;
    const item = missing.find(({ kind }) => kind === where);
    if (item) return targetFor(item);
    const find = () => lookAt(page, profile, pack, bus.view().step).controls.get(where) ?? null;
    return sight.controls.has(where) ? { key: where, item: null, inFrame: false, find } : null;
  }

  function targetFor(item: MissingItem): Target | null {
    const frame = sight.controls.get('frame');
    const found = elementOf(item, sight);
    const inFrame = !found && item.kind === 'field' && frame !== undefined;
    if (!found && !inFrame) return null;
    const find = () => {
      const now = lookAt(page, profile, pack, bus.view().step);
      return inFrame ? (now.controls.get('frame') ?? null) : elementOf(item, now);
    };
    return { key: item.id, item, inFrame, find };
  }

  function elementOf({ id, kind }: MissingItem, seen: Sight): Element | null {
    if (kind === 'row') return seen.rows.find((row) => rowId(row) === id)?.control ?? null;
    if (kind === 'method' && seen.method) return seen.method;
    const view = bus.view();
    const key = kind === 'method' ? view.fields.find(isOpenMethod)?.key : id;
    const anchor = key === undefined ? null : bus.anchor(key);
    const element = anchor && (anchor.control ?? anchor.root);
    return element && seen.shows(element) ? element : null;
  }

  function prepareOf({ road, step }: WatcherView): PrepareModel | null {
    if (step === null || !BEFORE.includes(step) || road?.declared) return null;
    const isChosen = step === 'national/procedure';
    const { have, traps } = preparationFor(isChosen ? (road?.procedure ?? '') : null);
    return { have, traps, papers: isChosen ? papers : [], ticked: [...ticked] };
  }

  function guideBy(loaded: GuidePack | null): void {
    pack = loaded ?? packOf(profile.id);
    pointer.away();
    if (open) look();
    changed();
  }
  onLoadedGuide(profile.id, (loaded) => safely(() => guideBy(loaded))(), signal);

  return {
    pointer,
    framed: () => (open && isFramed() ? { fields: framed.fields().length, flagged: framed.flagged() } : null),
    next() {
      const { where } = adviceOf(bus.view());
      return where === null ? null : (sight.controls.get(where) ?? null);
    },
    look(isOpen) {
      if (errors.look()) changed();
      dropErrorsOnceFiled();
      if (open !== isOpen && !isOpen) pointer.away();
      open = isOpen;
      if (open) lookSoon();
      else framed.follow(false, wiring.settings().language);
    },
    model(view, { language, companion }) {
      const missing = missingOf(fieldsOf(view), sight, skipped);
      const advice = adviceOf(view);
      const target = targetOf(advice, missing);
      return {
        advice,
        show: advice.where === null || advice.fleeting ? 'none' : target ? 'yes' : 'no',
        pointing: pointingOf(pointer.target()),
        skippable: missing.some(({ kind }) => kind === advice.where),
        missing: missing.slice(0, NAMED),
        missingCount: missing.length,
        errors: errors.list(),
        prepare: prepareOf(view),
        unfolded: [...unfolded],
        large: companion.large,
        framed: isFramed(),
        speaks: voice.has(language),
      };
    },
    act: {
      show(id) {
        const view = bus.view();
        sight = lookAt(page, profile, pack, view.step);
        const missing = missingOf(fieldsOf(view), sight, skipped);
        const item = missing.find((it) => it.id === id);
        const target = id === undefined ? targetOf(adviceOf(view), missing) : item ? targetFor(item) : null;
        pointAt(target);
      },
      skip() {
        const view = bus.view();
        const { where } = adviceOf(view);
        const item = missingOf(fieldsOf(view), sight, skipped).find(({ kind }) => kind === where);
        if (item) skipped.add(item.id);
        pointer.away();
        changed();
      },
      tick(item) {
        if (!ticked.delete(item)) ticked.add(item);
        changed();
      },
      fold(part) {
        if (!unfolded.delete(part)) unfolded.add(part);
        changed();
        // The panel has another height now, and may lie on what is pointed at.
        pointer.clear();
      },
      closeErrors() {
        errors.close();
        changed();
      },
      enlarge: (large) => wiring.save({ large }),
      speak: (text) => voice.say(text, wiring.settings().language),
    },
  };
}

function pointingOf(target: Target | null): Pointing | null {
  return target && { item: target.item, inFrame: target.inFrame };
}

function same(one: Sight, other: Sight): boolean {
  const told = ({ facts, rows }: Sight) => JSON.stringify([facts, rows.map(({ label }) => label)]);
  return told(one) === told(other);
}
