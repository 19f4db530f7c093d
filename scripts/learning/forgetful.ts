/**
 * The vocabulary of the judgement, some phrases of which can be forgotten: stands in for `lexicon.ts` while weights are
 * learnt. The rules were written after the forms that are learnt from, and make hardly a mistake there; forms that they
 * have not seen are like those whose words they do not know.
 */
import { lexiconOf as faithful, type Met } from '../../lib/fields/judging/lexicon.ts';

export { entriesOf, type Met, phrasesOf } from '../../lib/fields/judging/lexicon.ts';

let forgotten: ReadonlySet<string> = new Set();
let met = new Set<string>();

export function lexiconOf<Meaning>(
  entries: readonly (readonly [string, Meaning])[],
): (text: string) => Met<Meaning>[] {
  const lookUp = faithful(entries);
  return (text) =>
    lookUp(text).filter(({ phrase }) => {
      if (forgotten.has(phrase)) return false;
      met.add(phrase);
      return true;
    });
}

/** What comes out of `work` where these phrases are not known, and those that it met. */
export function forgetting<Result>(phrases: ReadonlySet<string>, work: () => Result) {
  forgotten = phrases;
  met = new Set();
  const result = work();
  forgotten = new Set();
  return { result, met };
}
