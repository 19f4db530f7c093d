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
const WORDS = /([^\s.,:;()/"“”]+)/;

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
const MAYBE = new RegExp(`@|(?:[\\d\uff10-\uff19][^\\d\uff10-\uff19]*){6}|${CAPITAL}\\S*\\s+${CAPITAL}`);
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
  const told = cleanLabel(MAYBE.test(text) ? impersonal(text) : text);
  if (lately.size === MOST_LATELY) lately.clear();
  if (text.length <= LONGEST) lately.set(text, told);
  return told;
}

function impersonal(text: string): string {
  // Signs that nobody sees must not set the digits of a number apart.
  const plain = text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+/g, '')
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST);
  const told = withoutNames(withoutNumbers(plain));
  return told === plain ? text : told;
}

const withoutNumbers = (text: string) =>
  text
    .replace(EMAIL, '')
    .replace(DATE, '')
    .replace(NUMBER, (it) => (NOBODYS.test(it) ? it : ''));

/** Only what is no heading in capitals, no place and no law: a name that is not taken for one stays. */
function withoutNames(text: string): string {
  // Every second part is a word.
  const parts = text.split(WORDS);
  for (let at = 1; at < parts.length; at += 2) parts.fill('', at, endOfName(parts, at));
  return parts.join('');
}

/** Which part comes after the name that begins at this one; nought where none does. One sign may part its words. */
function endOfName(parts: readonly string[], at: number): number {
  const lower = (place: number) => (parts[place] ?? '').toLowerCase();
  const isCapital = (place: number) => parts[place]?.[0] !== lower(place)[0];
  if (!isCapital(at)) return 0;
  let end = at + 1;
  while (parts[end]?.length === 1 && isCapital(end + 1)) end += 2;
  const [before, first, second] = [lower(at - 2), lower(at), end > at + 1 ? lower(at + 2) : ''];
  if (before === 'chào' && second) return end;
  if (PLACES.test(before) || NOBODY.has(`${first} ${second}`)) return 0;
  const isFamily = FAMILY.has(first);
  if ((isFamily || RARE.has(first)) && end > at + 3 && MIDDLE.has(second)) return end;
  if (!isFamily) return 0;
  if (second && CALLS.has(before)) return end;
  // Of three words or four, none of which is in capitals.
  let usual = at;
  while (usual < Math.min(end, at + 8) && isUsual(parts[usual] ?? '')) usual += 2;
  return usual > at + 4 ? usual - 1 : 0;
}

const isUsual = (word: string) => word.length > 1 && word.slice(1) === word.slice(1).toLowerCase();
