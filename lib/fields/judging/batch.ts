import { corrected } from '../corrections.ts';
import type { Asked } from './asked.ts';
import { judge } from './judge.ts';
import type { Judgement } from './rules.ts';

/** Judges fields one after the other, as each may go on with the one before it. */
export function judgeAll({ trails, fields }: Asked): Judgement[] {
  const judged: Judgement[] = [];
  for (const { label, name, trail, before, correction } of fields) {
    const earlier = typeof before === 'number' ? (judged[before] ?? null) : before;
    judged.push(corrected(judge({ label, name, trail: trails[trail] ?? [], before: earlier }), correction));
  }
  return judged;
}
