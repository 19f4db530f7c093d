import { parentOf } from './tree.ts';

/**
 * The height at which a mark must lie to be seen over its field and yet stay under what the page puts over that: menus,
 * dialogs, a header that sticks. That is the height of the outermost stacking context that holds it. `known` keeps what
 * was found of elements: fields have most of those around them in common.
 */
export function levelOf(element: Element, known: Map<Element, number | null>): number {
  // Of two boxes at one height the later one is seen, and ours is the last of the page.
  return outermost(element, known) ?? 0;
}

/** null where nothing around it stacks. */
function outermost(element: Element | null, known: Map<Element, number | null>): number | null {
  if (!element || element === document.documentElement) return null;
  const before = known.get(element);
  if (before !== undefined) return before;
  const level = outermost(parentOf(element), known) ?? ownLevel(element);
  known.set(element, level);
  return level;
}

function ownLevel(element: Element): number | null {
  const style = getComputedStyle(element);
  const height = Number.parseInt(style.zIndex, 10);
  const parent = parentOf(element);
  const isLaidOut = parent !== null && /flex|grid/.test(getComputedStyle(parent).display);
  if (Number.isFinite(height) && (isLaidOut || style.position !== 'static')) return height;
  return stacks(style) ? 0 : null;
}

/** The common ways of a stacking context without a height of its own. */
function stacks(style: CSSStyleDeclaration): boolean {
  return (
    style.position === 'fixed' ||
    style.position === 'sticky' ||
    style.opacity !== '1' ||
    style.transform !== 'none' ||
    style.filter !== 'none' ||
    style.isolation === 'isolate' ||
    /layout|paint|strict|content/.test(style.contain)
  );
}
