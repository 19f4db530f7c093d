import { conditionOf, isMet, placesOf } from './fields.ts';
import type { Declaration } from './form.ts';

/**
 * Makes conditional fields come and go on a page that has no library to do it: their nodes are taken out of the
 * document and put back. Gives what is to be called after the page's own writing; a person's doing is noticed.
 */
export function reveal(
  declaration: Declaration,
  root: HTMLElement,
  nodesOf: ReadonlyMap<string, readonly ChildNode[]>,
  get: (name: string) => string,
): () => void {
  const rules = placesOf(declaration).flatMap(({ section, field }) => {
    const condition = conditionOf(declaration, section, field);
    const nodes = nodesOf.get(field.name) ?? [];
    if (!condition || !nodes[0]) return [];
    const anchor = document.createComment('');
    nodes[0].before(anchor);
    return [{ condition, nodes, anchor }];
  });
  const update = () => {
    for (const { condition, nodes, anchor } of rules) {
      const shown = nodes[0]?.isConnected ?? false;
      if (isMet(condition, get(condition.parent.name)) === shown) continue;
      if (shown) for (const node of nodes) node.remove();
      else anchor.after(...nodes);
    }
  };
  for (const type of ['input', 'change', 'click']) root.addEventListener(type, update);
  update();
  return update;
}
