import { stemOf } from './labels.ts';
import type { Surroundings } from './reader.ts';

/**
 * What readers ask of the page around a field. The names are gathered in one pass when first asked for: a search of the
 * form for each radio button would make a scan quadratic.
 */
export function surround(labels: ReadonlyMap<Node, ReadonlyMap<string, Element>>): Surroundings {
  const named = new Map<Node, Map<string, Element[]>>();
  const hasShadows = labels.size > 1;
  const [ofPage] = labels.values();
  return {
    hasShadows,
    labelFor: (control) => (hasShadows ? labels.get(control.getRootNode()) : ofPage)?.get(control.id) ?? null,
    namesakes(control) {
      const tree = control.getRootNode() as Document | ShadowRoot;
      const known = named.get(tree) ?? byStem(tree);
      named.set(tree, known);
      return known.get(stemOf(control.getAttribute('name') ?? '')) ?? [control];
    },
  };
}

/** Controls that share a stem with others. */
function byStem(tree: Document | ShadowRoot): Map<string, Element[]> {
  const first = new Map<string, Element>();
  const all = new Map<string, Element[]>();
  tree
    .querySelectorAll<HTMLInputElement>('[name]:is(input:not([type=hidden]), select, textarea)')
    .forEach((it) => {
      const stem = stemOf(it.name);
      const one = first.get(stem);
      if (!one) first.set(stem, it);
      else if (!all.get(stem)?.push(it)) all.set(stem, [one, it]);
    });
  return all;
}
