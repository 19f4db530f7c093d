import { cleanLabel } from './fold.ts';

// No classes of Unicode here (`\p{L}`): compiled for the letters of all scripts, a handful of them would take a third of
// what the watcher has on the page's heap.

const setOf = (words: string) => new Set(words.split(' '));
/** The most usual family names, with their signs: without these most of them are other words as well. */
const FAMILY = setOf(
  'nguyễn nguyen trần tran lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý lò lù quàng cà vì giàng mùa vàng sùng thào tòng lường đinh trịnh trương mai đào hà cao',
);
/** Others are mostly other words, and names only before a middle name. */
const RARE = setOf(
  'đoàn tạ lâm phùng triệu tống cầm đèo lèo hạng sồng vừ lầu chu đàm nông hứa vương kiều nghiêm quách la lại',
);
const MIDDLE = setOf('văn van thị thi đức hữu ngọc quốc xuân a');
/** Words after which a name is surely one. */
const CALLS = setOf('của ông bà con là');
/** How the words end that stand before a place or school called after somebody: `xã`, `phường`, `THPT`. */
const PLACES = /(?:ã|ường|hố|ỉnh|uyện|tp|hpt|hcs|ncs)$/;
/** Words that begin like a name where a heading is written in capitals, by their first two; and places. */
const NOBODY = new Set('hồ sơ, hồ chí, lý do, lý lịch, đào tạo, mai táng, cao đẳng, hà nội'.split(', '));
const WORDS = /[^\s.,:;()/"“”]+/g;

const EMAIL = /[^\s@]+ ?@ ?[^\s@]+\.[^\s@]+/g;
const DATE =
  /(?<!\d)\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:19|20)\d\d(?!\d)|ngày \d{1,2} tháng \d{1,2} năm \d{4}/gi;
/** Six digits and more, however they are set apart, with what stands before them in a dossier's number. */
const NUMBER = /(?:[a-z\d]+[.-])*\d(?:[^a-zÀ-ỹ\d/,:;]{0,2}\d){5,}/gi;
/** A procedure's code, a hotline, years from one to another, and sums of money are nobody's. */
const NOBODYS = /^(?:\d\.\d{6}|1[89]00\D?\d{4,6}|(?:19|20)\d\d\D+(?:19|20)\d\d|\d{1,3}(?:[. ]000)+)$/;
/** More than is ever told of a text, and not all of a page. */
const LONGEST = 1_000;
/** Of the last range every second letter is a capital: few words begin with one of the others. */
const CAPITAL = '[A-ZÀ-ÝĂĐĨŨƠƯẠ-Ỹ]';
/** Most texts hold no such thing, and a page has thousands of them: a number or date has six digits, an address an at. */
const MAYBE_NUMBER = /@|(?:[\d\uff10-\uff19][^\d\uff10-\uff19]*){6}/;
const MAYBE_NAME = new RegExp(`${CAPITAL}\\S*\\s+${CAPITAL}`);
/** What the last texts came to: a look asks more than once what a label says, and forms repeat their labels. */
const lately = new Map<string, string>();
const MOST_LATELY = 100;

/**
 * A heading or label of a page as it may be told: cleaned, and without numbers, addresses and dates that may be
 * somebody's, and without names, as far as they are surely names.
 */
export function toldText(text: string): string {
  const known = lately.get(text);
  if (known !== undefined) return known;
  const numbers = MAYBE_NUMBER.test(text);
  const told = cleanLabel(numbers || MAYBE_NAME.test(text) ? impersonal(text, numbers) : text);
  if (lately.size === MOST_LATELY) lately.clear();
  if (text.length <= LONGEST) lately.set(text, told);
  return told;
}

function impersonal(text: string, numbers: boolean): string {
  // Signs that nobody sees must not set the digits of a number apart.
  const plain = text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+/g, '')
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST);
  const told = withoutNames(numbers ? withoutNumbers(plain) : plain);
  return told === plain ? text : told;
}

const withoutNumbers = (text: string) =>
  text
    .replace(EMAIL, '')
    .replace(DATE, '')
    .replace(NUMBER, (it) => (NOBODYS.test(it) ? it : ''));

interface Word {
  text: string;
  lower: string;
  at: number;
  /** Where it ends; a name goes on where but a blank follows. */
  end: number;
  isCapital: boolean;
}

/** Only what is no heading in capitals, no place and no law: a name that is not taken for one stays. */
function withoutNames(text: string): string {
  const words = [...text.matchAll(WORDS)].map(({ 0: word, index }): Word => {
    const lower = word.toLowerCase();
    return { text: word, lower, at: index, end: index + word.length, isCapital: word[0] !== lower[0] };
  });
  let told = '';
  let from = 0;
  for (let at = 0; at < words.length; at++) {
    const last = words[lastOfName(words, at)];
    const first = words[at];
    if (!last || !first) continue;
    told += text.slice(from, first.at);
    from = last.end;
    at = words.indexOf(last);
  }
  return told + text.slice(from);
}

/** Where a name ends that begins at this word; below nought where none does. */
function lastOfName(words: readonly Word[], at: number): number {
  const [word, before] = [words[at], words[at - 1]];
  if (!word?.isCapital) return -1;
  let capitals = at;
  while (words[capitals + 1]?.isCapital && words[capitals + 1]?.at === (words[capitals]?.end ?? 0) + 1)
    capitals++;
  const count = capitals - at;
  if (before?.lower === 'chào' && count > 0) return capitals;
  if (PLACES.test(before?.lower ?? '')) return -1;
  const name = words.slice(at, capitals + 1);
  const second = name[1]?.lower ?? '';
  if (NOBODY.has(`${word.lower} ${second}`)) return -1;
  const isFamily = FAMILY.has(word.lower);
  if ((isFamily || RARE.has(word.lower)) && count > 1 && MIDDLE.has(second)) return capitals;
  if (!isFamily) return -1;
  if (count > 0 && CALLS.has(before?.lower ?? '')) return capitals;
  const titles = name.findIndex(({ text, lower }) => text.slice(1) !== lower.slice(1) || text.length < 2);
  const usual = (titles < 0 ? name.length : titles) - 1;
  return usual > 1 ? at + Math.min(3, usual) : -1;
}
