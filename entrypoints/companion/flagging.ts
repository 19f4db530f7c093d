import { type FieldFacts, withFlags } from '../../lib/fields/index.ts';
import type { Bus } from '../../lib/messages/index.ts';

/**
 * The watcher's word with the flags set on its fields, in the order of the form. Only the panel shows them there: their
 * rule need not be carried into every frame. The same array until the watcher's is another.
 */
export function flagging(bus: Bus): Bus {
  let known: { fields: readonly FieldFacts[]; flagged: readonly FieldFacts[] } | null = null;
  const leftIn = makeLeft();
  return {
    ...bus,
    view() {
      const view = bus.view();
      if (known?.fields !== view.fields) known = { fields: view.fields, flagged: flagged(view.fields) };
      return { ...view, fields: known.flagged };
    },
  };

  function flagged(fields: readonly FieldFacts[]): readonly FieldFacts[] {
    const left = leftIn(fields);
    if (left.size === 0) return withFlags(fields);
    const counted = fields.map((field) => (left.has(field.key) ? { ...field, visible: true } : field));
    return withFlags(counted).map((field) => (left.has(field.key) ? { ...field, visible: false } : field));
  }
}

/**
 * Tells which fields out of sight still count as asked: those of a step that went as a whole. Where others that were in
 * sight with it still are, the form took the question back. The watcher's reports say the same to the background.
 */
function makeLeft(): (fields: readonly FieldFacts[]) => ReadonlySet<string> {
  let shown: ReadonlySet<string> = new Set();
  let left: ReadonlySet<string> = new Set();
  return (fields) => {
    const now = new Set(fields.filter(({ visible }) => visible).map(({ key }) => key));
    const asWhole = [...shown].every((key) => !now.has(key));
    const there = new Set(fields.map(({ key }) => key));
    const stood = asWhole ? [...left, ...shown] : [...left];
    left = new Set(stood.filter((key) => there.has(key) && !now.has(key)));
    shown = now;
    return left;
  };
}
