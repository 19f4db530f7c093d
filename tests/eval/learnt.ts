import { readFile } from 'node:fs/promises';
import type { Asked, Judgement } from '../../lib/fields/index.ts';
import { type Judging, judging, Learnt } from '../../lib/fields/judging/index.ts';
import { learntFile } from '../../scripts/learning/file.ts';
import { askedAbout, type Shown } from './asked.ts';
import type { Probed } from './score.ts';

export async function readLearnt(): Promise<Learnt> {
  const { buffer, byteOffset, byteLength } = await readFile(learntFile);
  return new Learnt(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
}

/** Judges as the background does. */
export const judgeAll = judging(await readLearnt());

/** What is made of the fields that a frame asks about. */
export function probedOf(asked: Asked, judge: Judging = judgeAll): Probed[] {
  return judge(asked).map(({ kind, subject, expectation }, place) => {
    const { name = '', label = '' } = asked.fields[place] ?? {};
    return { name, label, kind, subject, expectation };
  });
}

/** Judges one field that stands alone. */
export function judge(shown: Shown): Judgement {
  const [judgement] = judgeAll(askedAbout([shown]));
  if (!judgement) throw new Error('nothing was judged');
  return judgement;
}
