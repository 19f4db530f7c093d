import { byRules, type Clues, type Judgement } from './rules.ts';
import { weighing } from './weighing.ts';
import { WEIGHTS } from './weights.ts';

let weighed: ReturnType<typeof weighing> | null = null;

/** Judges a field: by the rules, and by what was learnt where they are silent or most likely wrong. */
export function judge(clues: Clues): Judgement {
  weighed ??= weighing(WEIGHTS);
  return weighed(byRules(clues));
}
