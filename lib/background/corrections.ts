import type { Messages } from '../messages/index.ts';
import { correctSchema } from '../messages/schema.ts';
import { loadSettings, mayRecord, saveCorrections } from '../storage/index.ts';

/** Keeps a reviewer's corrections, and takes back others. Frames hear of it through the storage. */
export async function takeCorrections(message: unknown): Promise<Messages['correct']['response']> {
  const parsed = correctSchema.safeParse(message);
  if (!parsed.success) return { refused: 'shape' };
  if (!mayRecord(await loadSettings())) return { refused: 'consent' };
  const corrections = await saveCorrections(parsed.data);
  return corrections ? { corrections } : { refused: 'too-many' };
}
