import { CLIMB, type Surroundings } from './reader.ts';

/** What a walk over the page gathers for the readers as it goes. */
export interface Gathering extends Surroundings {
  addLabel(label: Element): void;
  /** A control or field's root, and the root of the field that it is a part of (often itself). */
  addControl(control: Element, root: Element): void;
}

/** Starts a new look at a page. */
export function surround(): Gathering {
  // Ids mean something within one shadow root or document only.
  const labels = new Map<Node, Map<string, Element>>();
  const groups = new Map<Element, Element[]>();
  /** The one field that an element holds; null where there are several. */
  const holders = new Map<Element, Element | null>();

  return {
    addLabel(label) {
      const place = label.getRootNode();
      const ids = labels.get(place) ?? new Map<string, Element>();
      labels.set(place, ids);
      const id = label.getAttribute('for') ?? '';
      if (!ids.has(id)) ids.set(id, label);
    },
    addControl(control, root) {
      if (control !== root) groups.set(root, [...(groups.get(root) ?? [root]), control]);
      let ancestor = control.parentElement;
      for (let level = 0; ancestor && level < CLIMB; level++, ancestor = ancestor.parentElement) {
        const held = holders.get(ancestor);
        if (held === undefined) holders.set(ancestor, root);
        else if (held !== root) holders.set(ancestor, null);
      }
    },
    labelFor: (control) => (control.id && labels.get(control.getRootNode())?.get(control.id)) || null,
    groupOf: (root) => groups.get(root) ?? [root],
    holdsOnly: (ancestor, root) => holders.get(ancestor) === root,
    heldBy: (ancestor) => holders.get(ancestor) ?? null,
  };
}
