/** Whether an expression that compiles costs a page so little that it may be asked of all that stands there. */
export function isCheap(source: string): boolean {
  return !runsAway(source) && waysOf(source) <= MOST_WAYS;
}

/** What matters of an expression: brackets with what is said of them, repetitions, choices; signs that stand for themselves. */
const TOKENS =
  /\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<\w+>))?|\)(?:[*+]|\{\d+,?\d*\})?|[*+?|]|\{\d+,?\d*\}/gs;
/** One separator and a run of letters or digits, of which it is none: there is one way to read a row of these. */
const SEPARATED =
  /^(?:\\[.-]|[-/ ,]|\[[-./ ,]+\])(?:\\[dw]|\[(?:A-Z|a-z|0-9|\\d)+\])(?:[*+?]|\{\d+,?\d*\})?$/;

/** Whether a repeated group repeats or chooses within, at any depth (`(a+)+`, `(a|aa)+`): it can take a page's whole time. */
function runsAway(source: string): boolean {
  const groups: { from: number; varies: boolean }[] = [{ from: 0, varies: false }];
  for (const { 0: token, index } of source.matchAll(TOKENS)) {
    const group = groups.at(-1);
    if (token.startsWith('(')) groups.push({ from: index + token.length, varies: false });
    else if (token.startsWith(')')) {
      const inner = groups.pop();
      const outer = groups.at(-1);
      const repeated = token.length > 1;
      if (repeated && inner?.varies && !SEPARATED.test(source.slice(inner.from, index))) return true;
      if (outer && (repeated || inner?.varies)) outer.varies = true;
    } else if (group && !/^[\\[]/.test(token)) group.varies = true;
  }
  return false;
}

/** In so many ways an expression may try to read one text: it is asked at every place of a page. */
const MOST_WAYS = 4_096;
/** A run of letters ends with its word; one that takes blanks as well goes on over the whole page. */
const WAYS_OF_WORD = 16;
const WAYS_OF_PAGE = 512;

/** The parts of an expression one after the other, each with how often it may stand. */
const PARTS =
  /(\((?:\?(?:[:=!]|<[=!]|<\w+>))?|\)|\||\\.|\[(?:\\.|[^\]\\])*\]|[^()|])(?:([*+?])|\{(\d+)(,?)(\d*)\})?\??/gs;

interface Part {
  sign: string;
  least: number;
  most: number;
}

function partsOf(source: string): Part[] {
  return [...source.matchAll(PARTS)].map(([, sign = '', times, least, open, most]) => {
    if (times)
      return { sign, least: times === '+' ? 1 : 0, most: times === '?' ? 1 : Number.POSITIVE_INFINITY };
    if (!least) return { sign, least: 1, most: 1 };
    return { sign, least: Number(least), most: Number(open ? most || Number.POSITIVE_INFINITY : least) };
  });
}

/** In how many ways one text may be read by an expression whose repeated groups do not vary within. */
function waysOf(source: string): number {
  const parts = partsOf(source);
  const levels = [{ before: 0, ways: 1 }];
  for (const [at, part] of parts.entries()) {
    const level = levels.at(-1);
    if (!level) break;
    if (part.sign.startsWith('(')) levels.push({ before: 0, ways: 1 });
    else if (part.sign === '|') Object.assign(level, { before: level.before + level.ways, ways: 1 });
    else if (part.sign === ')') {
      levels.pop();
      const outer = levels.at(-1);
      const inner = level.before + level.ways;
      if (outer) outer.ways *= part.most > 1 ? runOf(part) : inner + 1 - part.least;
    } else if (part.most > part.least && !isEndedBy(part, parts.slice(at + 1))) level.ways *= runOf(part);
  }
  return levels.reduce((sum, { before, ways }) => sum + before + ways, 0);
}

function runOf({ sign, least, most }: Part): number {
  if (most < Number.POSITIVE_INFINITY) return most - least + 1;
  return takes(sign, 'a') && takes(sign, ' ') ? WAYS_OF_PAGE : WAYS_OF_WORD;
}

/** Whether what follows tells by itself where a run ends, since no letter could belong to both. */
function isEndedBy({ sign }: Part, following: readonly Part[]): boolean {
  const next = following.find((it) => !/^(?:\)|\\b|\\B|\^)$/.test(it.sign) || it.most !== it.least);
  if (!next) return true;
  if (next.least === 0 || /^[()|]/.test(next.sign)) return false;
  return !LETTERS.some((it) => takes(sign, it) && takes(next.sign, it));
}

const LETTERS = Array.from({ length: 126 }, (_, code) => String.fromCharCode(code + 1));

function takes(sign: string, letter: string): boolean {
  return sign !== ')' && new RegExp(`^${sign}$`).test(letter);
}
