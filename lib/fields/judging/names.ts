import { fold } from '../../text/index.ts';
import type { Kind } from '../field.ts';

/**
 * What the tokens of a field's own name say, for fields whose label says nothing: `NgayCapDDMe`, `ddlTinhTT`. Joined
 * lower-case tokens; a name that contains the longest of them is of that kind.
 */
const KINDS_BY_NAME: Partial<Record<Kind, string>> = {
  'full-name': 'hoten|hovaten|fullname',
  'personal-id': 'sodinhdanh|socccd|soddcn|identitynumber|citizenidentity',
  'id-document-type': 'loaigiayto',
  'id-document-number': 'sogiayto|socmnd',
  'id-issue-date': 'ngaycap',
  'id-issue-place': 'noicap|coquancap',
  'birth-date': 'ngaysinh|namsinh|birthday|dateofbirth',
  'birth-place': 'noisinh|birthplace',
  gender: 'gioitinh|gender',
  ethnicity: 'dantoc|ethnic',
  nationality: 'quoctich|nationality',
  'residence-type': 'loaicutru',
  residence: 'noicutru|diachithuongtru',
  'residence-province': 'tinh|province|matinh|tinhthanh',
  'residence-ward': 'xa|phuong|phuongxa|village|ward|maxa',
  'residence-detail': 'diachichitiet|sonha|chitiet|diachi',
  phone: 'dienthoai|sdt|phone',
  email: 'email',
  relationship: 'quanhe',
  other: 'huyen|district|quanhuyen',
};
const RULES = Object.entries(KINDS_BY_NAME).flatMap(([kind, words]) =>
  words.split('|').map((word) => ({ kind: kind as Kind, word })),
);

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

/** The kind that a name speaks of; null where it speaks of none. Short words must be whole tokens. */
export function kindOfName(tokens: readonly string[]): { kind: Kind; evidence: string } | null {
  const joined = tokens.join('');
  const found = RULES.filter(({ word }) =>
    word.length > 4 ? joined.includes(word) : tokens.some((token) => token.startsWith(word)),
  );
  const best = found.toSorted((a, b) => b.word.length - a.word.length)[0];
  return best ? { kind: best.kind, evidence: best.word } : null;
}
