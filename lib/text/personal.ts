import { fold } from './fold.ts';

/** What a text seems to hold of a person. Numbers and addresses are certain enough to be refused outright. */
export type Personal = 'number' | 'email' | 'date' | 'name';
const CERTAIN: readonly Personal[] = ['number', 'email'];

/** A phone, an identity card, an account: so many digits are a number of somebody, however they are set apart. */
const LONG_NUMBER = /\d(?:[ .\-_()]{0,2}\d){8,}/;
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
const MIDDLE = /^(?:van|thi|duc|huu|minh|ngoc|thanh|quoc|xuan|a)$/;

/** What of a person a text seems to hold, each once; empty where nothing does. A name can only be guessed at. */
export function personalIn(text: string): Personal[] {
  // Signs that nobody sees must not set the digits of a number apart.
  const plain = text.normalize('NFKC').replace(/\p{Cf}+/gu, '');
  const found: Personal[] = [];
  if (LONG_NUMBER.test(plain) || DOSSIER.test(plain)) found.push('number');
  if (EMAIL.test(plain)) found.push('email');
  if (DATE.test(fold(plain))) found.push('date');
  if (hasName(plain)) found.push('name');
  return found;
}

/** Whether a text must not be kept, whatever the person says of it. */
export function isRefused(found: readonly Personal[]): boolean {
  return found.some((it) => CERTAIN.includes(it));
}

/** A family name before another word with a capital (`Nguyễn Văn A`), or before a usual middle name in any case. */
function hasName(text: string): boolean {
  const words = text.split(/[^\p{L}\p{M}]+/u).filter(Boolean);
  return words.some((word, at) => {
    const [next, last] = [words[at + 1], words[at + 2]];
    if (next === undefined || !FAMILY.includes(` ${fold(word)} `)) return false;
    if (isCapital(word) && isCapital(next)) return true;
    return last !== undefined && MIDDLE.test(fold(next)) && next.length > 1;
  });
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word.normalize('NFC'));
}
