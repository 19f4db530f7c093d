import type { Judgement } from '../../lib/fields/index.ts';
import { judgeAll } from '../../lib/fields/judging/index.ts';

/** What stands about a field, and under which headings; fields of one section have one and the same list of them. */
export interface Shown {
  label: string;
  name: string;
  trail: readonly string[];
}

/** Has the fields of a form judged in page order, as the background does for a watcher. */
export function judgeInOrder(shown: readonly Shown[]): Judgement[] {
  const trails = [...new Set(shown.map(({ trail }) => trail))];
  return judgeAll({
    trails,
    fields: shown.map(({ label, name, trail }, place) => ({
      label,
      name,
      trail: trails.indexOf(trail),
      before: shown[place - 1]?.trail === trail ? place - 1 : null,
    })),
  });
}
