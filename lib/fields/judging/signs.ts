import type { Kind, Subject } from '../field.ts';
import type { Ruled } from './rules.ts';
import { gistOf, namedIn } from './subjects.ts';

/**
 * What can be seen of a field itself, as short signs that weights are learnt for: `l ho ten` for words of its label, `b`
 * for those in brackets, `o` for what stands before a colon, `n` for words of its own name. `^` is how they begin, `$`
 * how they end, `=` all of them.
 */
export function wordSigns({ label, tokens, before }: Ruled): string[] {
  const signs = [before ? `after ${before.kind}` : 'first'];
  const bare = wordsOf(label.bare);
  runs(signs, 'l', bare, 3);
  beginning(signs, 'l', bare);
  signs.push(`l$${bare.slice(-1)}`, `l$${bare.slice(-2).join(' ')}`, `l=${bare.join(' ')}`);
  runs(signs, 'b', wordsOf(label.inBrackets), 2);
  runs(signs, 'o', wordsOf(label.over), 2);
  runs(signs, 'n', tokens, 2);
  return signs;
}

/** Letters of a field's own name, which writes words together: `tenhoi`. */
export function letterSigns({ tokens }: Ruled): string[] {
  const letters = `^${tokens.join('')}$`;
  return Array.from({ length: Math.max(0, letters.length - 3) }, (_, at) => `c ${letters.slice(at, at + 4)}`);
}

/** What the rules make of a field, as signs of what it is. */
export function signsOfWhat({ judgement, before }: Ruled): string[] {
  const { kind, subject, expectation, evidence } = judgement;
  return [
    `rules ${kind}`,
    `rules ${kind} of ${subject}`,
    `rules ${kind} by ${evidence.label === null ? '' : 'label'} ${evidence.name === null ? '' : 'name'}`,
    `rules ${kind} from ${evidence.label}`,
    `rules ${kind} ${expectation}`,
    `before ${before?.kind} ${kind}`,
  ];
}

/** What it is and whose, and what the rules expect of that, as signs of what is expected of it. */
export function signsOfExpected(ruled: Ruled, kind: Kind, subject: Subject): string[] {
  const [alone, then] = [ruled.judgement.expectation, ruled.expectationOf(kind, subject)];
  return [
    `is ${kind}`,
    `of ${subject}`,
    `${kind} of ${subject}`,
    `rules ${alone}`,
    `rules ${alone} for ${kind}`,
    `rules then ${then}`,
    `rules then ${then} for ${kind}`,
    `rules then ${then} for ${kind} of ${subject}`,
  ];
}

/** What the rules make of a field, as signs of whose it is. */
export function signsOfWhose({ judgement, section, by, before }: Ruled): string[] {
  const { kind, subject, named } = judgement;
  const about = `${section.topic ?? '-'} ${section.unknown?.besides ?? '-'}`;
  return [
    `rules ${subject}`,
    `rules ${subject} by ${by}`,
    `rules ${subject} of ${kind}`,
    `rules ${subject} ${named}`,
    `rules ${subject} of ${kind} ${about}`,
    `section ${section.subject}`,
    `section ${section.subject} by ${by}`,
    `section ${section.subject} ${about}`,
    `section by ${section.evidence}`,
    `kind ${kind}`,
    `before ${before?.subject ?? '-'}`,
  ];
}

/** Signs that all fields of a section have in common. */
interface HeadingSigns {
  words: readonly string[];
  /** The words, and whom they name by the vocabulary. */
  named: readonly string[];
}

const known = new WeakMap<readonly string[], HeadingSigns>();

/**
 * Signs of the headings above a field: `h` for words of the nearest, `p` for those of the one before it, `q` for all
 * before, `t` for the first of all, the page's title where it has one. The same headings give the same lists.
 */
export function headingSigns(headings: readonly string[]): HeadingSigns {
  const before = known.get(headings);
  if (before) return before;
  const words = [...new Set(wordsOfHeadings(headings))];
  const signs = { words, named: [...words, ...new Set(namedByHeadings(headings))] };
  known.set(headings, signs);
  return signs;
}

function wordsOfHeadings([title = '', ...headings]: readonly string[]): string[] {
  const signs = [`depth ${headings.length}`];
  const [last = [], above = [], ...others] = headings.map((it) => wordsOf(gistOf(it))).toReversed();
  runs(signs, 'h', last, 3);
  beginning(signs, 'h', last);
  signs.push(`h=${last.join(' ')}`);
  runs(signs, 'p', above, 2);
  beginning(signs, 'p', above);
  for (const words of others) runs(signs, 'q', words, 2);
  runs(signs, 't', wordsOf(title), 2);
  return signs;
}

/** Whom the headings name one after another, by the vocabulary. */
function namedByHeadings([title = '', ...headings]: readonly string[]): string[] {
  const [last = [], ...above] = headings.map(namedIn).toReversed();
  const [first = 'nobody', second] = last;
  const leading = above.map(([it = 'nobody']) => it);
  const person = leading.find((it) => it !== 'nobody' && it !== 'topic');
  return [
    `names ${first}`,
    `names ${first} ${second}`,
    ...last.map((it) => `has ${it}`),
    `names ${first} below ${leading[0]}`,
    `names ${first} under ${namedIn(title)[0]}`,
    `names ${first} after ${person}`,
    ...new Set(leading.map((it) => `names ${first} besides ${it}`)),
  ];
}

const wordsOf = (text: string): string[] => text.match(/[a-z\d]+/g) ?? [];

/** Runs of up to so many words. */
function runs(signs: string[], of: string, words: readonly string[], most: number): void {
  for (const from of words.keys())
    for (let to = from + 1; to <= from + most && to <= words.length; to++)
      signs.push(`${of} ${words.slice(from, to).join(' ')}`);
}

function beginning(signs: string[], of: string, [first, second]: readonly string[]): void {
  signs.push(`${of}^${first}`, `${of}^${first} ${second}`);
}
