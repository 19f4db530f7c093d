import { type FieldFacts, withFlags } from '../../lib/fields/index.ts';
import type { Bus } from '../../lib/messages/index.ts';

/**
 * The watcher's word with the flags set on its fields, in the order of the form. Only the panel shows them there: their
 * rule need not be carried into every frame. The same array until the watcher's is another.
 */
export function flagging(bus: Bus): Bus {
  let known: { fields: readonly FieldFacts[]; flagged: readonly FieldFacts[] } | null = null;
  return {
    ...bus,
    view() {
      const view = bus.view();
      if (known?.fields !== view.fields) known = { fields: view.fields, flagged: withFlags(view.fields) };
      return { ...view, fields: known.flagged };
    },
  };
}
