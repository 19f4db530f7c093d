import { identityOf, nameOfKey, profileOfKey } from '../corrections.ts';
import { type FieldFacts, type FillState, ORDERS_A_FRAME } from '../field.ts';

/** What earlier documents of the same submission knew of a field. */
export type Earlier = Pick<
  FieldFacts,
  'label' | 'section' | 'order' | 'state' | 'corrections' | 'focusCount' | 'activeMs' | 'errorsShown'
>;

/** Values that a portal may bring back from a draft of its own, and that were not the portal's doing at first. */
const KEPT: readonly FillState[] = ['typed', 'chosen', 'browser', 'portal-on-lookup'];
/** How such a value comes back. A look-up answers to a key that was entered just now, and brings no draft. */
const BROUGHT_BACK: readonly FillState[] = ['portal-on-load', 'portal-late'];

/**
 * The key under which a field goes on that its own document calls `field.key`, by what `earlier` documents knew: sections
 * are counted anew in each, and two pages may give different fields one name.
 */
export function keyAmong(earlier: Readonly<Record<string, Earlier>>, field: FieldFacts): string {
  const { key, label } = field;
  const own = earlier[key];
  // A label may come later than its field.
  if (own && (own.label === label || !own.label || !label)) return key;
  const identity = identityOf(field);
  const same = ([it, { label: other, section }]: [string, Earlier]) =>
    other === label && identityOf({ key: it, label, section }) === identity;
  const known = Object.entries(earlier).find(same);
  if (known) return known[0];
  let free = key;
  for (let section = 1; earlier[free]; section++) free = `${profileOfKey(key)}/${section}/${nameOfKey(key)}`;
  return free;
}

/**
 * A field after a reload or a return to the declaration, by what `earlier` documents knew under the same keys: counts go
 * on, and a value that the portal restored from its draft stays the doing of whoever entered it first. One that none of
 * them had comes after theirs: it stands on a later page.
 */
export function carryOver<T extends FieldFacts>(field: T, earlier: Readonly<Record<string, Earlier>>): T {
  const own = earlier[field.key];
  if (!own) return { ...field, order: field.order + ordersOf(Object.values(earlier), frameOf(field)) };
  const restored = BROUGHT_BACK.includes(field.state) && KEPT.includes(own.state);
  return {
    ...field,
    order: own.order,
    state: restored ? own.state : field.state,
    corrections: field.corrections + own.corrections,
    focusCount: field.focusCount + own.focusCount,
    activeMs: field.activeMs + own.activeMs,
    errorsShown: field.errorsShown + own.errorsShown,
  };
}

const frameOf = ({ order }: { order: number }) => Math.floor(order / ORDERS_A_FRAME);

/** So many orders of a frame are taken. */
function ordersOf(fields: readonly Earlier[], frame: number): number {
  const orders = fields.filter((it) => frameOf(it) === frame).map(({ order }) => order % ORDERS_A_FRAME);
  return Math.max(0, ...orders);
}
