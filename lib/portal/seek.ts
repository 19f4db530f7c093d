import { fold } from '../text/index.ts';
import { atPath, blockUnder, CLICKABLE, controlMeets, DISABLED, isShown, type Searched } from './match.ts';
import type { ControlRule } from './rules.ts';

/** What tells a control that someone is to be led to. */
export interface Sought extends Pick<ControlRule, 'path' | 'selector' | 'text'> {
  /** Only in the block under the heading that begins with this folded text. */
  under?: string;
  /** Only as long as nothing stands in it. */
  empty?: boolean;
}

/** What was found: the one control that fits and can be used, or why there is none. */
export type Sighting = { state: 'sole'; element: Element } | { state: 'disabled' | 'several' };

/**
 * Looks for the control of the first rule with a visible fit; null where nothing fits. Of several that fit none is
 * taken: to lead a person to a wrong button is worse than to none.
 */
export function seek(rules: readonly Sought[], page: Searched): Sighting | null {
  for (const rule of rules) {
    if (!atPath(rule.path)) continue;
    const within = rule.under === undefined ? page : blockUnder(rule.under, page);
    if (!within) continue;
    const fits = [...within.querySelectorAll(rule.selector ?? CLICKABLE)].filter(
      (it) => controlMeets(rule, it) && isEmptyAsAsked(rule, it) && isShown(it) && hasSize(it),
    );
    // A button within a link, or the like, is one control.
    const [first, ...others] = fits.filter((it) => !fits.some((other) => other !== it && other.contains(it)));
    if (!first) continue;
    if (others.length > 0) return { state: 'several' };
    return first.matches(DISABLED) ? { state: 'disabled' } : { state: 'sole', element: first };
  }
  return null;
}

/** Whether something stands in it is asked, never what. */
function isEmptyAsAsked({ empty = false }: Sought, element: Element): boolean {
  return !empty || !('value' in element) || element.value === '';
}

function hasSize(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0;
}

/** The names of the papers that the page's own table under « Thành phần hồ sơ » asks for, each once, as written. */
export function papersOn(page: ParentNode): string[] {
  const names: string[] = [];
  for (const table of page.querySelectorAll('table')) {
    const heads = [...(table.rows[0]?.cells ?? [])].map((cell) => fold(cell.textContent));
    const column = heads.indexOf('ten giay to');
    if (column < 0 || !isShown(table)) continue;
    for (const row of [...table.rows].slice(1)) {
      const name = row.cells[column]?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
      if (name && !names.includes(name)) names.push(name);
    }
  }
  return names;
}
