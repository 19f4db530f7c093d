import type { FillState } from '../field.ts';

/** How a person's hand put a value in. */
export type Hand = 'typed' | 'chosen';

/** What a reader saw of a field at one moment. */
export interface Seen {
  /**
   * Digest of the shown value, null when nothing is shown, undefined while a list is open over it. Never the value: see
   * {@link digestOf}.
   */
  value: string | null | undefined;
  /** The browser itself says that it filled this control (`:autofill`). */
  autofilled: boolean;
  /** The form complains about the field. */
  error: boolean;
}

/** What stood in a field that nothing has stood in yet: all share it. */
const NOTHING = { value: null, state: 'empty' } as const;

/** The living history of one field in one document, from when it appeared; times are epoch ms. */
export class Track {
  // Set by the constructor alone: tracks then share the numbers, which are too large to be kept without a box.
  appearedAt: number;
  /** When the value was first read as it is. */
  valueAt: number;
  state: FillState = 'empty';
  value: string | null = null;
  error = false;
  /** An act whose effect on the value has not been read yet; `open`: in a list that was open over the value. */
  awaited: { hand: Hand; at: number; open: boolean } | null = null;
  /** Whether a person's hand ever changed the value. */
  handled = false;
  /** Whether the person ever left the field after changing the value. */
  wasLeft = false;
  changedSinceFocus = false;
  /** What stood in it before they changed it in this visit, or before a script took it away, and whose it was. */
  stood: Pick<Track, 'value' | 'state'> = NOTHING;
  corrections = 0;
  focusCount = 0;
  activeMs = 0;
  errorsShown = 0;

  constructor(at: number) {
    this.appearedAt = at;
    this.valueAt = at;
  }
}

/** What the rest of the form knows that decides between the portal's ways of filling. */
export interface Circumstances {
  /** When a person first acted in the form; null while nobody has. */
  firstActAt: number | null;
  /** When the last look-up key of the field's subject was entered; long ago when none was. */
  lookupKeyAt: number;
}

/** A choice made by click may reach the value only after the library has rendered: so long it is waited for, at least. */
const CHOICE_EFFECT_MS = 1_000;
/** design.md, Fill state: within this time of its appearing, a script's value counts as there on load. */
const ON_LOAD_MS = 5_000;
/** design.md, Fill state: within this time of the last key, a script's value counts as looked up. */
export const ON_LOOKUP_MS = 10_000;

/** A trusted act that may change the value: its effect is judged at the next reading. */
export function handActed(track: Track, hand: Hand, at: number, open = false): void {
  track.awaited = { hand, at, open };
}

/**
 * Takes in a reading. A value that changed after an awaited act of a hand is the hand's; one that changed without is a
 * script's. DOM events alone cannot tell: a value set by the page's model fires none (form-tech-facts, fact 1).
 */
export function read(track: Track, seen: Seen, at: number, { firstActAt, lookupKeyAt }: Circumstances): void {
  if (seen.error && !track.error) track.errorsShown += 1;
  track.error = seen.error;

  const { awaited } = track;
  if (seen.value === undefined) {
    // What is chosen in an open list shows once that closes; what opened it has had its effect.
    if (!awaited?.open) track.awaited = null;
    return;
  }
  if (seen.value === track.value) {
    if (awaited?.open) handActed(track, awaited.hand, at);
    // What is typed stands in its box at once: a key that changed nothing has had its effect.
    else if (awaited?.hand !== 'chosen' || at - awaited.at > CHOICE_EFFECT_MS) track.awaited = null;
    return;
  }
  const hand = awaited?.hand;
  const { value, state } = track;
  if (hand ? !track.changedSinceFocus : seen.value === null) track.stood = { value, state };
  track.value = seen.value;
  track.valueAt = at;
  track.awaited = null;
  if (hand) {
    track.handled = true;
    track.changedSinceFocus = true;
  }
  if (seen.value === null) track.state = 'empty';
  else if (!hand && seen.value === track.stood.value) track.state = track.stood.state;
  else if (seen.autofilled) track.state = 'browser';
  else track.state = hand ?? (isOnLoad(track, firstActAt) ? 'portal-on-load' : 'portal-late');
  lookedUp(track, lookupKeyAt);
}

function isOnLoad({ handled, appearedAt, valueAt }: Track, firstActAt: number | null): boolean {
  return !handled && (firstActAt === null || valueAt <= firstActAt || valueAt - appearedAt <= ON_LOAD_MS);
}

/**
 * A script's value is a look-up's where one was asked for shortly before, also where that turns out only now. It also makes
 * fields appear, and those it fills at once.
 */
export function lookedUp(track: Track, lookupKeyAt: number): void {
  const took = track.valueAt - lookupKeyAt;
  const isScripts = !track.handled && track.state.startsWith('portal');
  if (isScripts && took >= 0 && took <= ON_LOOKUP_MS) track.state = 'portal-on-lookup';
}

/** The person came into the field. */
export function focused(track: Track): void {
  track.focusCount += 1;
  track.changedSinceFocus = false;
}

/**
 * The person left the field. It counts as a correction when they had left it with a value before and now changed
 * that value; rewriting within one visit, as Vietnamese input methods do at every key, does not. Answers whether they had
 * changed it.
 */
export function left(track: Track): boolean {
  if (!track.changedSinceFocus) return false;
  const { value, state } = track.stood;
  // A letter that is taken back at once leaves the value to whom it was.
  if (value === track.value) track.state = state;
  else if (track.wasLeft && value !== null) track.corrections += 1;
  track.wasLeft = true;
  track.changedSinceFocus = false;
  return true;
}
