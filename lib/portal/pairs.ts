import { isShown } from './match.ts';
import type { Pair } from './progress.ts';

/** What may hold a label, and nothing else than its words. */
const LABELS = 'dt, th, td, label, span, strong, b, p, div, li';
/** A label is no longer than this. */
const MOST = 40;

/**
 * The label–value pairs that a look-up page shows, in page order: `dt`/`dd`, cells side by side, cells under their
 * column's head, and "Label: value" in one line. `isLabel` says which words are labels at all.
 */
export function pairsOf(page: ParentNode, isLabel: (text: string) => boolean): Pair[] {
  const pairs: Pair[] = [];
  for (const element of page.querySelectorAll<HTMLElement>(LABELS)) {
    const text = element.textContent.trim();
    const [, label = '', rest = ''] = /^([^:\n]{1,40}):?\s*(.*)$/s.exec(text) ?? [];
    if (text.length > MOST + 60 || !isShown(element)) continue;
    if (isLabel(text)) {
      const column = columnOf(element);
      if (column) continue;
      const value = element.nextElementSibling?.textContent ?? ownTextAfter(element);
      if (value.trim()) pairs.push([text, value.trim()]);
    } else if (element.childElementCount === 0 && text.includes(':') && rest && isLabel(label)) {
      pairs.push([label, rest]);
    } else {
      const head = element instanceof HTMLTableCellElement ? headOf(element) : '';
      if (head && isLabel(head)) pairs.push([head, text, element.parentElement]);
    }
  }
  return pairs;
}

/** Whether this is the head of a column with cells below it. */
function columnOf(element: Element): boolean {
  return (
    element.matches('thead th, thead td, tr:first-child > th') &&
    element.closest('tr')?.querySelector('td') === null
  );
}

/** The head of the column that a cell stands in; empty where the table has none. */
function headOf(cell: HTMLTableCellElement): string {
  const first = cell.closest('table')?.rows[0];
  if (!first || first === cell.parentElement || first.querySelector('td')) return '';
  return first.cells[cell.cellIndex]?.textContent?.trim() ?? '';
}

/** The text that follows an inline label in the same line. */
function ownTextAfter(element: Element): string {
  const next = element.nextSibling;
  return next instanceof Text ? next.data.replace(/^\s*:/, '') : '';
}
