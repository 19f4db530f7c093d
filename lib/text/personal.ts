import { fold } from './fold.ts';

/** What a text seems to hold of a person. Numbers and addresses are certain enough to be refused outright. */
export type Personal = 'number' | 'email' | 'date' | 'name';
const CERTAIN: readonly Personal[] = ['number', 'email'];

/** A phone, an identity card, an account: so many digits as they are usually set apart are a number of somebody. */
const LONG_NUMBER = /\d(?:[ .\-_()]{0,2}\d){8,}/;
/** As many digits set apart in whatever way: ` - `, ` / `, a comma, the end of a line. */
const LOOSE_NUMBER = /\d(?:[^\p{L}\d]{0,4}\d){8,}/gu;
/** A date or a month, a time of the day, a decision's number (`61/2018/NĐ-CP`): they may stand beside other numbers. */
const ORDINARY = [
  /(?<![\d/.-])(?:\d{1,2}\s?[/.-]\s?){1,2}(?:19|20)\d\d(?![/.-]?\d)/gu,
  /(?<![\d:])\d{1,2}:\d\d(?![\d:])/gu,
  /(?<![\d/])\d{1,5}(?:\/(?:19|20)\d\d)?\/\p{L}[\p{L}-]*/gu,
];
/** A year, an amount (`10.000`), a procedure's code (`1.000656`), a small number: they may stand in a row of such. */
const SMALL = String.raw`(?:(?:19|20)\d\d|[1-9]\d{0,2}(?:\.\d{3})+|\d\.\d{6}|[1-9]\d?)`;
const LISTED = new RegExp(String.raw`^${SMALL}(?:[^\p{L}\d/]{1,4}${SMALL})*$`, 'u');
/** Sizes and counts with signs between them that stand in nobody's number: `360, 480, 720`, `1366×768`. */
const COUNTED = /^[1-9]\d{0,4}(?:\s?[,;×→]\s?[1-9]\d{0,4})+$/;
/** A dossier's number: `G22.99.08-251103-0007`, `000.00.12.H42-251103-0007`. */
const DOSSIER = /\b[a-z0-9]{1,6}(?:[.-][a-z0-9]{1,8}){2,6}-\d{2,}\b/i;
const EMAIL = /\S\s*@\s*\S/;
const DATE =
  /(?<!\d)\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:19|20)\d\d(?!\d)|ngay \d{1,2} thang \d{1,2} nam \d{4}/;

/** The family names that nearly everybody in Việt Nam bears, those of the peoples of the north-west among them. */
const FAMILY =
  ' nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly lo lu quang cam ca vi deo giang mua vang ' +
  'sung thao hang tong leo luong dinh trinh truong mai dao doan trieu ha lam cao chu to ta tang thai luu vuong bach ' +
  'kieu nghiem quach la lai luc phung hua chau khuc ';
const MIDDLE = /^(?:van|thi|duc|huu|minh|ngoc|thanh|quoc|xuan)$/;

/** What of a person a text seems to hold, each once; empty where nothing does. A name can only be guessed at. */
export function personalIn(text: string): Personal[] {
  // Signs that nobody sees must not set the digits of a number apart.
  const plain = text.normalize('NFKC').replace(/\p{Cf}+/gu, '');
  const found: Personal[] = [];
  if (hasLongNumber(plain) || DOSSIER.test(plain)) found.push('number');
  if (EMAIL.test(plain)) found.push('email');
  if (DATE.test(fold(plain))) found.push('date');
  if (hasName(plain)) found.push('name');
  return found;
}

/** Whether a text must not be kept, whatever the person says of it. */
export function isRefused(found: readonly Personal[]): boolean {
  return found.some((it) => CERTAIN.includes(it));
}

function hasLongNumber(text: string): boolean {
  if (LONG_NUMBER.test(text)) return true;
  const others = ORDINARY.reduce((rest, shape) => rest.replace(shape, 'x'), text);
  const loose = others.match(LOOSE_NUMBER) ?? [];
  return loose.some((run) => !LISTED.test(run) && !COUNTED.test(run));
}

/** A family name before another word with a capital (`Nguyễn Văn A`), or before a usual middle name in any case. */
function hasName(text: string): boolean {
  const words = text.split(/[^\p{L}\p{M}]+/u).filter(Boolean);
  return words.some((word, at) => {
    const [next, last] = [words[at + 1], words[at + 2]];
    if (next === undefined || !FAMILY.includes(` ${fold(word)} `)) return false;
    if (isCapital(word) && isCapital(next)) return true;
    return last !== undefined && MIDDLE.test(fold(next));
  });
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}
