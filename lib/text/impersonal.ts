import { cleanLabel } from './fold.ts';

/** Family names, as they are written: without their signs most of them are other words as well. */
const FAMILY =
  'Nguy[ễe]n|Tr[ầa]n|L[êe]|Ph[ạa]m|Ho[àa]ng|Hu[ỳy]nh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Lò|Lù|Lừ|Quàng|Cầm|Cà|Vì|Đèo|Giàng|Mùa|Vàng|Vừ|Sùng|Thào|Tòng|Lèo|Lường|Đinh|Trịnh|Trương|Mai|Đào|Triệu|Hà|Lâm|Cao|Chu|Tô|Tạ|Thái|Vương|Bạch|Kiều|Nghiêm|Quách|Lã|Lục|Phùng|Hứa|Châu|Khúc';
const MIDDLE = 'V[ăa]n|Th[ịi]|Đức|Hữu|Ngọc|Quốc|Xuân|Đình|A';
/** What often stands before a name. */
const BEFORE = 'của|chào|mừng|[Ôô]ng|[Bb]à|anh|chị|tôi là|tên là|[Cc]on';
/** What the places and schools are that are called after somebody. */
const PLACES =
  '[Pp]hố|[Tt]ỉnh|[Xx]ã|[Pp]hường|[Hh]uyện|[Qq]uận|[Đđ]ường|[Tt]rường|[Vv]iện|[Tt]hôn|TP\\.?|THPT|THCS|TNCS';
const CAPITAL = '\\p{Lu}\\p{L}*';
const eitherCase = (words: string) => `(?:${words}|${words.toUpperCase()})`;

/** Where a name may begin: not inside a word, and not in the name of a place. */
const START = `(?<!\\p{L})(?<!${eitherCase(PLACES)} )`;

/** Only what is no heading in capitals, no place and no law: a name that is not taken for one stays. */
const NAME = new RegExp(
  [
    `${START}${eitherCase(FAMILY)} ${eitherCase(MIDDLE)}(?: ${CAPITAL}){1,3}`,
    `(?<=(?<!\\p{L})(?:${BEFORE}):? )${eitherCase(FAMILY)}(?: ${CAPITAL}){1,4}`,
    `(?<=[Cc]hào:?,? )${CAPITAL}(?: ${CAPITAL}){1,4}`,
    `${START}(?:${FAMILY})(?: \\p{Lu}\\p{Ll}+){2,3}(?!\\p{L})`,
  ].join('|'),
  'gu',
);
const EMAIL = /[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+/g;
const DATE =
  /(?<!\d)\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:19|20)\d\d(?!\d)|ng[àa]y \d{1,2} th[áa]ng \d{1,2} n[ăa]m \d{4}/gi;
/** A dossier's number: `000.00.12.H42-251103-0007`. */
const DOSSIER = /(?<![a-z0-9])[a-z0-9]{1,6}(?:[.-][a-z0-9]{1,8}){2,6}-\d{2,}/gi;
const NUMBER = /\d(?:[^\p{L}\d/,:;]{0,2}\d){5,}/gu;
/** A procedure's code, years from one to another, and sums of money are nobody's. */
const NOBODYS = /^(?:\d\.\d{6}|(?:19|20)\d\d\D+(?:19|20)\d\d|\d{1,3}(?:[. ]000)+)$/;
/** Most texts hold no such thing, and a page has thousands of them. */
const MAYBE = /@|\p{Nd}\D{0,2}\p{Nd}\D{0,2}\p{Nd}|\p{Lu}[\p{L}\p{M}]*\s+\p{Lu}/u;

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
    .replace(/\s+/g, ' ');
  const cut = plain
    .replace(EMAIL, '')
    .replace(DATE, '')
    .replace(DOSSIER, '')
    .replace(NUMBER, (it) => (NOBODYS.test(it) ? it : ''))
    .replace(NAME, '');
  return cut === plain ? text : cut;
}
