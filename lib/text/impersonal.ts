import { cleanLabel } from './fold.ts';

/** The most usual family names, as they are written: without their signs most of them are other words as well. */
const FAMILY =
  'Nguy[ễe]n|Tr[ầa]n|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Lò|Lù|Quàng|Cà|Vì|Giàng|Mùa|Vàng|Sùng|Thào|Tòng|Lường|Đinh|Trịnh|Trương|Mai|Đào|Hà|Cao';
const MIDDLE = 'V[ăa]n|Th[ịi]|Đức|Hữu|Ngọc|Quốc|Xuân|A';
/** How the words end that stand before a place or school called after somebody: `xã`, `phường`, `THPT`. */
const PLACES = 'ã|ường|hố|ỉnh|uyện|TP\\.?|HPT|HCS|NCS';
const eitherCase = (words: string) => `(?:${words}|${words.toUpperCase()})`;
/** Prizes and unions have this name as well as places. */
const START = `(?<!\\p{L})(?<!${eitherCase(PLACES)} )(?!${eitherCase('Hồ Chí Minh')})`;
const CAPITAL = ' \\p{Lu}\\p{L}*';

/** Only what is no heading in capitals, no place and no law: a name that is not taken for one stays. */
const NAME = new RegExp(
  [
    `${START}${eitherCase(FAMILY)} ${eitherCase(MIDDLE)}(?:${CAPITAL})+`,
    `${START}(?:${FAMILY})(?: \\p{Lu}\\p{Ll}+){2,3}(?!\\p{L})`,
    `(?<=(?:của|[Ôô]ng|[Bb]à|tôi là|[Cc]on):?) ${eitherCase(FAMILY)}(?:${CAPITAL})+`,
    `(?<=[Cc]hào,?)(?:${CAPITAL}){2,}`,
  ].join('|'),
  'gu',
);
const EMAIL = /[^\s@]+ ?@ ?[^\s@]+\.[^\s@]+/g;
const DATE =
  /(?<!\d)\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:19|20)\d\d(?!\d)|ngày \d{1,2} tháng \d{1,2} năm \d{4}/gi;
/** Six digits and more, however they are set apart, with what stands before them in a dossier's number. */
const NUMBER = /(?:[a-z\d]+[.-])*\d(?:[^\p{L}\d/,:;]{0,2}\d){5,}/giu;
/** A procedure's code, a hotline, years from one to another, and sums of money are nobody's. */
const NOBODYS = /^(?:\d\.\d{6}|1[89]00\D?\d{4,6}|(?:19|20)\d\d\D+(?:19|20)\d\d|\d{1,3}(?:[. ]000)+)$/;
/** More than is ever told of a text, and not all of a page. */
const LONGEST = 1_000;
/** Most texts hold no such thing, and a page has thousands of them. */
const MAYBE = /@|\p{Nd}\D{0,2}\p{Nd}|(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]*\s+\p{Lu}/u;

/**
 * A heading or label of a page as it may be told: cleaned, and without numbers, addresses and dates that may be
 * somebody's, and without names, as far as they are surely names.
 */
export function toldText(text: string): string {
  return cleanLabel(MAYBE.test(text) ? impersonal(text) : text);
}

function impersonal(text: string): string {
  // Signs that nobody sees must not set the digits of a number apart.
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}+/gu, '')
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST);
  const cut = plain
    .replace(EMAIL, '')
    .replace(DATE, '')
    .replace(NUMBER, (it) => (NOBODYS.test(it) ? it : ''))
    .replace(NAME, '');
  return cut === plain ? text : cut;
}
