import type { Seen } from './learnt.ts';
import type { Ruled } from './rules.ts';
import { gistOf, namedIn } from './subjects.ts';

/** Signs whose words stand in a label, in a heading, in a field's own name. */
export const LABEL = /^[lbo][ ^$=]/;
export const HEADING = /^[hpqt][ ^=]/;
export const NAME = /^n /;

/** What can be seen of a field, as short signs that weights are learnt for. */
export function signsOf(ruled: Ruled): Seen {
  return {
    own: [
      ...wordSigns(ruled),
      ...letterSigns(ruled),
      ...answerSigns(ruled),
      ...signsOfWhat(ruled),
      ...signsOfWhose(ruled),
    ],
    shared: headingSigns(ruled.headings),
  };
}

/**
 * `l ho ten` for words of its label, `b` for those in brackets, `o` for what stands before a colon, `n` for words of its
 * own name. `^` is how they begin, `$` how they end, `=` all of them; `no l` where there are none.
 */
function wordSigns({ label, tokens, before }: Ruled): string[] {
  const signs = [before ? `after ${before.kind}` : 'first'];
  const bare = wordsOf(label.bare);
  runs(signs, 'l', bare, 3);
  beginning(signs, 'l', bare);
  ending(signs, 'l', bare);
  runs(signs, 'b', wordsOf(label.inBrackets), 2);
  runs(signs, 'o', wordsOf(label.over), 2);
  runs(signs, 'n', tokens, 2);
  return signs;
}

/** Letters of a field's own name, which writes words together: `tenhoi`. */
function letterSigns({ tokens }: Ruled): string[] {
  const letters = `^${tokens.join('')}$`;
  return Array.from({ length: Math.max(0, letters.length - 3) }, (_, at) => `c ${letters.slice(at, at + 4)}`);
}

/** How a field is answered, as far as it is known. */
function answerSigns({ widget, offer, judgement: { kind } }: Ruled): string[] {
  if (!widget) return [];
  const offers = offer && [`offers ${offer}`, `offers ${offer} ${kind}`];
  return [`by ${widget}`, `by ${widget} ${kind}`, ...(offers ?? [])];
}

/** What the rules make of a field, as signs of what it is. */
function signsOfWhat({ judgement, before }: Ruled): string[] {
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

/** What the rules make of a field, as signs of whose it is. */
function signsOfWhose({ judgement, section, by, before }: Ruled): string[] {
  const { kind, subject, named } = judgement;
  const about = `${section.topic ?? '-'} ${section.unknown?.besides ?? '-'}`;
  return [
    `whose rules ${subject}`,
    `whose rules ${subject} by ${by}`,
    `whose rules ${subject} of ${kind}`,
    `whose rules ${subject} ${named}`,
    `whose rules ${subject} of ${kind} ${about}`,
    `whose section ${section.subject}`,
    `whose section ${section.subject} by ${by}`,
    `whose section ${section.subject} ${about}`,
    `whose section by ${section.evidence}`,
    `whose ${kind}`,
    `whose before ${before?.subject ?? '-'}`,
  ];
}

const known = new WeakMap<readonly string[], readonly string[]>();

/**
 * Signs of the headings above a field, and whom they name by the vocabulary: `h` for words of the nearest, `p` for those
 * of the one before it, `q` for all before, `t` for the first of all, the page's title where it has one. A single one may
 * be either. The same headings give the same list.
 */
function headingSigns(headings: readonly string[]): readonly string[] {
  const before = known.get(headings);
  if (before) return before;
  const signs = [...new Set([...wordsOfHeadings(headings), ...namedByHeadings(headings)])];
  known.set(headings, signs);
  return signs;
}

function wordsOfHeadings(all: readonly string[]): string[] {
  const [title = '', ...headings] = all;
  const signs = [`depth ${headings.length}`];
  const [last = [], above = [], ...others] = below(all).map((it) => wordsOf(gistOf(it)));
  runs(signs, 'h', last, 3);
  beginning(signs, 'h', last);
  if (last.length > 0) signs.push(`h=${last.join(' ')}`);
  runs(signs, 'p', above, 2);
  beginning(signs, 'p', above);
  for (const words of others) runs(signs, 'q', words, 2);
  runs(signs, 't', wordsOf(title), 2);
  return signs;
}

/** Whom the headings name one after another, by the vocabulary. */
function namedByHeadings(all: readonly string[]): string[] {
  const [title = ''] = all;
  const [last = [], ...above] = below(all).map(namedIn);
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

/** The headings below the title, the nearest first. */
const below = (all: readonly string[]) => (all.length > 1 ? all.slice(1) : all).toReversed();

const wordsOf = (text: string): string[] => text.match(/[a-z\d]+/g) ?? [];

/** Runs of up to so many words. */
function runs(signs: string[], of: string, words: readonly string[], most: number): void {
  for (const from of words.keys())
    for (let to = from + 1; to <= from + most && to <= words.length; to++)
      signs.push(`${of} ${words.slice(from, to).join(' ')}`);
}

function beginning(signs: string[], of: string, words: readonly string[]): void {
  if (words.length === 0) signs.push(`no ${of}`);
  else signs.push(`${of}^${words[0]}`);
  if (words.length > 1) signs.push(`${of}^${words[0]} ${words[1]}`);
}

function ending(signs: string[], of: string, words: readonly string[]): void {
  if (words.length === 0) return;
  signs.push(`${of}$${words.at(-1)}`, `${of}=${words.join(' ')}`);
  if (words.length > 1) signs.push(`${of}$${words.slice(-2).join(' ')}`);
}
