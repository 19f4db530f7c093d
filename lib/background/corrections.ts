import type { Messages } from '../messages/index.ts';
import { correctSchema } from '../messages/schema.ts';
import { loadSettings, saveCorrections } from '../storage/index.ts';

/**
 * Keeps a reviewer's corrections, and takes back others: also while recording is paused, for nothing is recorded by
 * them. Frames hear of it through the storage.
 */
export async function takeCorrections(message: unknown): Promise<Messages['correct']['response']> {
  const parsed = correctSchema.safeParse(message);
  if (!parsed.success) return { refused: 'shape' };
  if ((await loadSettings()).consentAt === null) return { refused: 'consent' };
  const corrections = await saveCorrections(parsed.data);
  return corrections ? { corrections } : { refused: 'too-many' };
}
