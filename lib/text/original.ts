import { fold } from './fold.ts';

/** The words of `text` that fold to `phrase`, as they are written there; null where it does not hold them. */
export function originalOf(text: string, phrase: string): string | null {
  const words = text.normalize('NFC').split(/\s+/).filter(Boolean);
  const wanted = phrase.split(' ').length;
  for (let from = 0; from + wanted <= words.length; from++) {
    const run = words.slice(from, from + wanted).join(' ');
    // Commas and brackets belong to the sentence, not to the phrase.
    const bare = run.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '');
    if (bare && fold(bare) === phrase) return bare;
  }
  return null;
}
