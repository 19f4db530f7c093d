import { TICKS } from './controls.ts';
import { CONTROLS, listOf, stemOf } from './labels.ts';
import type { Surroundings } from './reader.ts';

/**
 * What readers ask of the page around a field. The names are gathered in one pass when first asked for: a search of the
 * form for each radio button would make a scan quadratic.
 */
export function surround(labels: ReadonlyMap<Node, ReadonlyMap<string, Element>>): Surroundings {
  // Of what is ticked the whole name matters.
  const ticks = namesIn(TICKS, listOf);
  const others = namesIn(CONTROLS, stemOf);
  const hasShadows = labels.size > 1;
  const [ofPage] = labels.values();
  return {
    hasShadows,
    labelFor: (control) => (hasShadows ? labels.get(control.getRootNode()) : ofPage)?.get(control.id),
    namesakes: (control) => (control.matches(TICKS) ? ticks : others)(control),
  };
}

/** Finds the controls of a selector that share the `part` of their names that matters with one of them, in its tree. */
function namesIn(selector: string, part: (name: string) => string) {
  const known = new Map<Node, Map<string, HTMLInputElement[]>>();
  const partOf = (it: Element) => part(it.getAttribute('name') ?? '');
  return (control: Element): readonly HTMLInputElement[] => {
    const tree = control.getRootNode() as Document | ShadowRoot;
    const shared = known.get(tree) ?? new Map<string, HTMLInputElement[]>();
    if (!known.has(tree)) {
      known.set(tree, shared);
      const first = new Map<string, HTMLInputElement>();
      tree.querySelectorAll<HTMLInputElement>(selector).forEach((it) => {
        const name = partOf(it);
        const one = first.get(name);
        if (!one) first.set(name, it);
        else if (!shared.get(name)?.push(it)) shared.set(name, [one, it]);
      });
    }
    return shared.get(partOf(control)) ?? [control as HTMLInputElement];
  };
}
