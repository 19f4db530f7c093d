import { parentOf } from './tree.ts';

/**
 * The height at which marks must lie to be seen over the form and yet stay under what the page puts over it: menus,
 * dialogs, a header that sticks. That is the height of the outermost stacking context that holds the form.
 */
export function levelOf(element: Element | null): number {
  let level = 0;
  for (let node = element; node && node !== document.documentElement; node = parentOf(node)) {
    const style = getComputedStyle(node);
    const height = Number.parseInt(style.zIndex, 10);
    const parent = parentOf(node);
    const isLaidOut = parent !== null && /flex|grid/.test(getComputedStyle(parent).display);
    const orders = style.position !== 'static' || isLaidOut;
    if (orders && Number.isFinite(height)) level = height;
    else if (stacks(style)) level = 0;
  }
  // Of two boxes at one height the later one is seen, and ours is the last of the page.
  return level;
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
