import { stemOf } from './labels.ts';
import type { Surroundings } from './reader.ts';

/**
 * What readers ask of the page around a field. The names are gathered in one pass when first asked for: a search of the
 * form for each radio button would make a scan quadratic.
 */
export function surround(labels: ReadonlyMap<Node, ReadonlyMap<string, Element>>): Surroundings {
  const named = new Map<Node, Map<string, Element[]>>();
  return {
    labelFor: (control) => labels.get(control.getRootNode())?.get(control.id) ?? null,
    namesakes(control) {
      const tree = control.getRootNode() as Document | ShadowRoot;
      const known = named.get(tree) ?? byStem(tree);
      named.set(tree, known);
      return known.get(stemOf(control.getAttribute('name') ?? '')) ?? [control];
    },
  };
}

function byStem(tree: Document | ShadowRoot): Map<string, Element[]> {
  const all = new Map<string, Element[]>();
  for (const it of tree.querySelectorAll('[name]:is(input:not([type=hidden]), select, textarea)')) {
    const stem = stemOf(it.getAttribute('name') ?? '');
    const some = all.get(stem);
    if (some) some.push(it);
    else all.set(stem, [it]);
  }
  return all;
}
