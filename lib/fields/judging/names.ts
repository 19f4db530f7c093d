import { fold } from '../../text/index.ts';
import { type KindOfWords, kindOfWords } from './kinds.ts';

/** `citizenNDK_HoVaTen`, `ctl00_C_UcChuHo_TxtHoTen`, `NguoiYeuCau.HoTen` as lower-case tokens, prefixes of controls off. */
export function tokensOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^a-z\dÀ-ỹ]+/i)
    .map(fold)
    .filter(
      (token) =>
        token && !/^(?:ctl\d+|c|txt|ddl|rbl|rdb?|chk|cbo|uc\w{0,2}|citizen|data|form|\d+)$/.test(token),
    );
}

/** The kind that a name speaks of, by its tokens as words (`NgayCapDDMe`); null where they are none. */
export function kindOfName(tokens: readonly string[]): KindOfWords | null {
  // Whose field it is stands before what it is: `nycTinh`.
  for (const [from] of tokens.entries()) {
    const spoken = kindOfWords(tokens.slice(from).join(' '), 'requester');
    if (spoken) return spoken;
  }
  return null;
}
