import type { FieldFacts } from '../../lib/fields/index.ts';

const sorted = new WeakMap<readonly FieldFacts[], readonly FieldFacts[]>();

/** The fields in page order: the watcher tells last what came last. A list is sorted once, however often it is asked. */
export function inOrder(fields: readonly FieldFacts[]): readonly FieldFacts[] {
  const known = sorted.get(fields) ?? fields.toSorted((one, other) => one.order - other.order);
  sorted.set(fields, known);
  return known;
}
