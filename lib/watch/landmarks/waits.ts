import type { FieldFacts } from '../../fields/index.ts';
import { busyAt, clickedRule, here } from '../../portal/index.ts';
import { hear } from '../hear.ts';
import { type Context, failedSince, formShowsError, navigation, toastsOf } from './context.ts';

/**
 * What a person did, or the page's coming, and the portal turning at once after it belong together within this time; so
 * do the end of a look-up and the reading of what it filled.
 */
const STARTS_WITHIN_MS = 1_500;
/** Who has waited longer than this has gone on to something else, and no end would be true. */
const GIVE_UP_MS = 120_000;

/** The stretches in which the person waits for the portal to load, to show the next step, to look something up. */
export interface Waits {
  /** `elsewhere`: another wait (an upload, a submit) is under way and explains what turns. */
  look(at: number, step: string | null, elsewhere: boolean): void;
  clicked(target: Element, at: number, step: string | null): void;
  /** Fields of which something new was told: the portal may have filled some after their keys were entered. */
  fieldsTold(fields: readonly FieldFacts[], at: number): void;
  left(at: number): void;
}

export function watchWaits(context: Context): Waits {
  const { profile, tell, signal } = context;
  let going: { at: number; step: string | null; place: string; toasts: ReadonlyMap<Element, string> } | null =
    null;
  // Nought while there is none.
  let lastActAt = 0;
  let loadedAt = 0;
  let wasBusy = true;
  let asking = 0;
  let answeredAt = 0;
  /** Keys of the fields that a look-up filled: each is waited for once. */
  const lookedUp = new Set<string>();

  function tellLoad(): void {
    const loaded = navigation()?.domContentLoadedEventStart ?? 0;
    const from = Math.round(performance.timeOrigin);
    if (!loaded) return;
    loadedAt = Math.round(from + loaded);
    tell({ type: 'wait', from, to: loadedAt, what: 'load', failed: false });
  }
  tellLoad();
  if (!loadedAt) document.addEventListener('DOMContentLoaded', tellLoad, { once: true, signal });

  function stepDone(at: number, failed = false): void {
    if (going) tell({ type: 'wait', from: going.at, to: at, what: 'step', failed });
    going = null;
  }

  function lookAtStep(at: number, step: string | null): void {
    if (!going) return;
    if (at - going.at > GIVE_UP_MS) {
      going = null;
      return;
    }
    if (here() !== going.place || (step !== null && step !== going.step)) stepDone(at);
    else if (formShowsError(profile) || failedSince(profile, going.toasts)) stepDone(at, true);
  }

  const follows = (at: number, since: number) => at - since < STARTS_WITHIN_MS;
  /** Whether a look-up is waited for or could begin now: else what turns is not looked at, which is dear. */
  const isWatched = (at: number) => asking > 0 || follows(at, lastActAt) || follows(at, loadedAt);

  function lookAtBusy(at: number, elsewhere: boolean): void {
    if (!isWatched(at)) return;
    const busy = busyAt(profile, document);
    // What a page looks up by itself as it comes, as after a reload, is waited for from when it turns.
    if (busy && !wasBusy && !asking && !elsewhere) asking = follows(at, lastActAt) ? lastActAt : at;
    wasBusy = busy;
    if (busy || !asking) return;
    if (at - asking < GIVE_UP_MS) tell({ type: 'wait', from: asking, to: at, what: 'lookup', failed: false });
    asking = 0;
    answeredAt = at;
  }

  // The person finished with a field, or chose something.
  hear(['change', 'focusout'], signal, (_target, at) => {
    // What turned before has nothing to do with it.
    if (!isWatched(at)) wasBusy = busyAt(profile, document);
    lastActAt = at;
  });

  return {
    look(at, step, elsewhere) {
      lookAtStep(at, step);
      lookAtBusy(at, elsewhere);
    },
    clicked(target, at, step) {
      if (clickedRule([...(profile.next ?? []), ...(profile.back ?? [])], target))
        going = { at, step, place: here(), toasts: toastsOf(profile) };
    },
    fieldsTold(fields, at) {
      const before = lookedUp.size;
      for (const { key, state } of fields) if (state === 'portal-on-lookup') lookedUp.add(key);
      // Where the portal shows that it looks up, that tells both ends better.
      if (lookedUp.size === before || asking || !lastActAt || follows(at, answeredAt)) return;
      tell({ type: 'wait', from: lastActAt, to: at, what: 'lookup', failed: false });
    },
    left: stepDone,
  };
}
