import type { FieldFacts, FillState } from '../field.ts';

/** What earlier documents of the same submission knew of a field. */
export type Earlier = Pick<FieldFacts, 'state' | 'corrections' | 'focusCount' | 'activeMs' | 'errorsShown'>;

/** Values that a portal may bring back from a draft of its own, and that were not the portal's doing at first. */
const KEPT: readonly FillState[] = ['typed', 'chosen', 'browser', 'portal-on-lookup'];
const BY_SCRIPT: readonly FillState[] = ['portal-on-load', 'portal-on-lookup', 'portal-late'];

/**
 * A field after a reload or a return to the declaration: counts go on, and a value that the portal restored from its
 * draft stays the doing of whoever entered it first.
 */
export function carryOver<T extends FieldFacts>(field: T, earlier: Earlier | undefined): T {
  if (!earlier) return field;
  const restored = BY_SCRIPT.includes(field.state) && KEPT.includes(earlier.state);
  return {
    ...field,
    state: restored ? earlier.state : field.state,
    corrections: field.corrections + earlier.corrections,
    focusCount: field.focusCount + earlier.focusCount,
    activeMs: field.activeMs + earlier.activeMs,
    errorsShown: field.errorsShown + earlier.errorsShown,
  };
}
