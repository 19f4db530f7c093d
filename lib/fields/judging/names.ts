import { fold } from '../../text/index.ts';
import type { Kind } from '../field.ts';
import { type KindOfWords, kindOfWords } from './kinds.ts';
import { entriesOf } from './lexicon.ts';

/**
 * What names say in one word or in English, where tokens are no Vietnamese words of the vocabulary. A name that contains
 * the longest of them is of that kind.
 */
const IN_ONE_WORD: Partial<Record<Kind, string>> = {
  'full-name': 'hoten|hovaten|fullname',
  'personal-id': 'sodinhdanh|socccd|identity',
  'id-document-number': 'sogiayto|socmnd',
  'id-issue-date': 'ngaycap',
  'id-issue-place': 'noicap|coquancap',
  'birth-date': 'ngaysinh|namsinh|birthday|dateofbirth',
  'birth-place': 'noisinh|birthplace',
  gender: 'gioitinh|gender',
  ethnicity: 'dantoc|ethnic',
  nationality: 'quoctich|nationality',
  residence: 'noicutru|diachi|address',
  'residence-province': 'province|matinh',
  'residence-ward': 'village|ward|maxa',
  'residence-detail': 'diachichitiet|sonha',
  phone: 'phone',
  relationship: 'quanhe',
  other: 'district',
};
const WORDS = entriesOf(IN_ONE_WORD).toSorted(([a], [b]) => b.length - a.length);

/** `citizenNDK_HoVaTen`, `ctl00_C_UcChuHo_TxtHoTen`, `NguoiYeuCau.HoTen` as lower-case tokens, prefixes of controls off. */
export function tokensOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^\p{L}\d]+/u)
    .map(fold)
    .filter(
      (token) =>
        token && !/^(?:ctl\d+|c|txt|ddl|rbl|rdb?|chk|cbo|uc\w{0,2}|citizen|data|form|\d+)$/.test(token),
    );
}

/** The kind that a name speaks of, by its tokens as words (`NgayCapDDMe`) or by what they hold; null where by neither. */
export function kindOfName(tokens: readonly string[]): KindOfWords | null {
  // Whose field it is stands before what it is: `nycTinh`.
  for (const [from] of tokens.entries()) {
    const spoken = kindOfWords(tokens.slice(from).join(' '), 'requester');
    if (spoken) return spoken;
  }
  const joined = tokens.join('');
  const found = WORDS.find(([word]) => joined.includes(word));
  return found ? { kind: found[1], evidence: found[0] } : null;
}
