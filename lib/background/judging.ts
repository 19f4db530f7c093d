import { judgeAll } from '../fields/judging/index.ts';
import type { Messages } from '../messages/index.ts';
import { judgeSchema } from '../messages/schema.ts';

/** Judges a frame's fields by the vocabulary, which no page has to carry. Nothing of it is kept. */
export async function takeFields(message: unknown): Promise<Messages['judge']['response']> {
  const parsed = judgeSchema.safeParse(message);
  return parsed.success ? { judgements: judgeAll(parsed.data) } : { refused: 'shape' };
}
