/** A phrase that was met in a text, and what it means. */
export interface Met<Meaning> {
  at: number;
  phrase: string;
  means: Meaning;
}

/**
 * The phrases of some rows: parted by `|`, or by the end of a line. Rows stand at the margin: a blank would be part of
 * the phrase.
 */
export function phrasesOf(rows: string): string[] {
  return rows.trim().split(/[|\n]/);
}

/** Each phrase of a table with the heading it stands under. */
export function entriesOf<Heading extends string>(
  table: Readonly<Partial<Record<Heading, string>>>,
): [string, Heading][] {
  return Object.entries(table).flatMap(([heading, rows]) =>
    phrasesOf(rows as string).map((phrase): [string, Heading] => [phrase, heading as Heading]),
  );
}

/**
 * Looks for phrases in folded texts, as whole words. They are kept by their first word: a text is looked up word by
 * word, whatever the vocabulary's size.
 */
export function lexiconOf<Meaning>(
  entries: readonly (readonly [string, Meaning])[],
): (text: string) => Met<Meaning>[] {
  const byFirstWord = new Map<string, (readonly [string, Meaning])[]>();
  for (const entry of entries) {
    const word = /^[a-z\d]+/.exec(entry[0])?.[0] ?? '';
    const some = byFirstWord.get(word);
    if (some) some.push(entry);
    else byFirstWord.set(word, [entry]);
  }
  return (text) => {
    const met: Met<Meaning>[] = [];
    for (const { index: at, 0: word } of text.matchAll(/[a-z\d]+/g)) {
      for (const [phrase, means] of byFirstWord.get(word) ?? []) {
        const after = text.charAt(at + phrase.length);
        if (text.startsWith(phrase, at) && !/[a-z\d]/.test(after)) met.push({ at, phrase, means });
      }
    }
    return met;
  };
}
