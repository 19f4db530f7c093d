import { type Offer, offerOf } from '../judging/offers.ts';
import { TICKS, widgetOf } from './controls.ts';
import type { FieldReader, Surroundings, Widget } from './reader.ts';

/** So many choices tell what the rest are. */
const ENOUGH = 6;
const OPTIONS = `option, .choices__item--choice, .input-field-select-options > *, ${TICKS}`;

/** How a field is answered, and what it offers to choose from, as far as that stands on the page now. */
export function answersTo(
  { root, reader }: { root: Element; reader: FieldReader },
  around: Surroundings,
): { widget: Widget; offer?: Offer | undefined } {
  const widget = widgetOf(root);
  if (widget !== 'choice') return { widget };
  return { widget, offer: offeredIn(reader.controlsOf?.(root, around) ?? [root], around) };
}

function offeredIn(controls: readonly Element[], around: Surroundings): Offer | undefined {
  const options = controls.flatMap((it) => (it.matches(OPTIONS) ? [it] : [...it.querySelectorAll(OPTIONS)]));
  // The words of a lone box are its label.
  if (options.length < 2) return undefined;
  return offerOf(options.slice(0, ENOUGH).map((it) => wordsOf(it, around)));
}

function wordsOf(option: Element, around: Surroundings): string {
  const words = option.matches(TICKS) ? (option.closest('label') ?? around.labelFor(option)) : option;
  return words?.textContent ?? '';
}
