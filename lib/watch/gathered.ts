import { type Changes, type Finder, has, unchanged } from '../fields/index.ts';

/** What changed in a page since it was last looked at, as far as it matters to its form. */
export interface Gathered extends Changes {
  /** Field roots of which nothing but what they show may have changed. */
  changed: Set<Element>;
  /** Something that may show or hide a part of the form changed its looks. */
  above: boolean;
}

export const nothing = (): Gathered => ({ ...unchanged(), changed: new Set(), above: false });

/** What names a field or its label: pages that draw a list anew may give the same box another question by these alone. */
export const NAMING_ATTRIBUTES = ['name', 'data-name', 'formcontrolname', 'for'];

/** Adds what the mutations say of a page to what is known of it already. */
export function gather(
  records: readonly MutationRecord[],
  { roots, wanted }: Pick<Finder, 'roots' | 'wanted'>,
  into: Gathered,
): void {
  // Where many come and go they mostly do so in one place. Undefined: nothing of it matters.
  const owners = new Map<Element, Element | null | undefined>();

  for (const { target, type, addedNodes, attributeName } of records) {
    const element = target instanceof Element ? target : target.parentElement;
    if (!element) continue;
    // Pictures in buttons are redrawn with every value, and say nothing of it.
    if (!owners.has(element))
      owners.set(element, element.closest('svg') ? undefined : element.closest(roots));
    const root = owners.get(element);
    if (root === undefined) continue;
    if (root) into.changed.add(root);
    if (type === 'childList') {
      into.places.add(element);
      // Lists with hundreds of entries open inside fields.
      for (const node of addedNodes)
        if (node instanceof Element && (!root || has(node, wanted))) into.added.add(node);
    } else if (type === 'attributes') {
      if (NAMING_ATTRIBUTES.includes(attributeName ?? '')) into.places.add(element);
      into.above ||= !root && element.querySelector(roots) !== null;
    }
  }
}
