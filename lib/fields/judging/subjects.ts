import type { Subject } from '../field.ts';

/** Whom folded words speak of. The first phrase found decides, so the narrower ones stand first. */
const IN_TEXT: readonly (readonly [Subject, string])[] = [
  [
    'record-subject',
    'da co ho so|cho nguoi duoi day|nguoi duoc cap|nguoi duoc thay doi|nguoi duoc cai chinh|nguoi de nghi huong|nguoi huong|nguoi cao tuoi|nguoi khuyet tat|nguoi duoc cham soc|nguoi duoc cap phieu',
  ],
  ['parent', 'nguoi cha/me|nguoi cha hoac me|duoc nhan la cha|duoc nhan la me'],
  [
    'requester',
    'nguoi tham gia|nguoi yeu cau|nguoi su dung dat|chu so huu|chu xe|nguoi de nghi cap|nguoi xin|ben nhan chuyen nhuong|nguoi viet don|nguoi ke khai|to chuc, ca nhan de nghi|nguoi nop|nguoi de nghi|nguoi khai|nguoi lam don|nguoi dang ky tuyen sinh|chu dau tu|chu ho kinh doanh|thong tin tai khoan|thong tin ca nhan|nguoi dang ky|nguoi lam ho so|nguoi thong bao',
  ],
  ['guardian', 'nguoi giam ho|nguoi dai dien hop phap|nguoi cu giam ho|nguoi nhan giam ho'],
  ['ward', 'nguoi duoc giam ho'],
  ['mother', 'nguoi me|me de|thong tin me|thong tin ve me'],
  ['father', 'nguoi cha|nguoi bo|thong tin cha|thong tin ve cha'],
  ['parent', 'cha, me|cha/me|cha hoac me'],
  [
    'deceased',
    'khai tu|nguoi chet|nguoi da mat|nguoi qua co|nguoi duoc mai tang|nguoi mat|nguoi da chet|nguoi tu vong|nguoi qua doi',
  ],
  ['child', 'khai sinh|nguoi con|hoc sinh|tre em|tre so sinh|con duoc nhan|con nuoi'],
  ['wife', 'ben nu|nguoi vo|thong tin vo|ve vo'],
  ['husband', 'ben nam|nguoi chong|thong tin chong|ve chong'],
  [
    'record-subject',
    'duoc cap|duoc xac dinh|duoc tro cap|duoc huong|duoc cai chinh|duoc thay doi|co the bhyt|nguoi co the|nguoi duoc|doi tuong',
  ],
  ['civil-record', 'giay to ho tich|da dang ky ho tich|giay to da dang ky|thong tin ho tich'],
  [
    'land',
    'thua dat|cong trinh|khu dat|tai san gan lien|nha o|giay chung nhan quyen su dung|quyen su dung dat|ve dat',
  ],
  [
    'business',
    'doanh nghiep|cong ty|hop tac xa|ho kinh doanh|chi nhanh|co so kinh doanh|don vi thiet ke|to chuc thiet ke|don vi, ca nhan thiet ke|nganh, nghe|von kinh doanh|von dieu le|thong tin don vi|tru so',
  ],
  [
    'other',
    'thanh vien|chu ho|nguoi lam chung|thong tin xe|dac diem xe|phuong tien|tai khoan|qua trinh cu tru|an tich|le phi|nguoi dai dien theo phap luat|nguoi lien he|noi dung yeu cau|muc dich yeu cau|tre em di cung|nguoi di cung|thong tin nhan ket qua|cach nhan|uy quyen|nguyen vong|noi dung de nghi|noi dung khac|thong tin khac|loi cam doan|thong tin nhan|co quan thuc hien|co quan dang ky',
  ],
];

/** Whom the words of one label speak of, over what its section says: "Họ tên mẹ", "CCCD của chủ hộ". */
const IN_LABEL: readonly (readonly [Subject, RegExp])[] = [
  ['deceased', /\b(?:nguoi chet|nguoi mat|nguoi da mat|nguoi tu vong|nguoi duoc mai tang)\b/],
  ['ward', /\bnguoi duoc giam ho\b/],
  ['record-subject', /\bnguoi duoc (?:cap|thay doi|cai chinh|xac nhan|tro cap|huong)\b/],
  ['other', /\b(?:chu tai khoan|nguoi uy quyen|nguoi nhan thay|nguoi lien he|ngan hang)\b/],
  ['business', /\b(?:co quan chi tra|don vi thiet ke|cua doanh nghiep)\b/],
  ['other', /\b(?:cha, me|me, cha|cha hoac me|me hoac cha|cua cha me)\b/],
  ['guardian', /\bnguoi giam ho\b/],
  ['mother', /\b(?:nguoi )?me\b/],
  ['father', /\b(?:nguoi )?(?:cha|bo)\b/],
  [
    'other',
    /\b(?:chu ho|nguoi du dinh ket hon|chu nhiem|chu tri|nguoi dai dien|nguoi lam chung|vo\/chong|vo hoac chong|vo \(chong\)|nguoi duoc uy quyen)\b/,
  ],
  ['requester', /\b(?:nguoi nop|nguoi yeu cau|nguoi dang ky|nguoi khai)\b/],
  [
    'civil-record',
    /\b(?:da dang ky khai sinh tai|da dang ky ket hon|giay khai sinh so|noi dang ky ket hon|du dinh dang ky ket hon)\b/,
  ],
  ['wife', /\b(?:ben nu|cua vo)\b/],
  ['husband', /\b(?:ben nam|cua chong)\b/],
];

/** Whom the tokens of a field's own name speak of. */
const IN_NAME: readonly (readonly [Subject, RegExp])[] = [
  ['mother', /^(?:me|mother|mother\w*)$/],
  ['father', /^(?:cha|bo|father|father\w*)$/],
  ['guardian', /^(?:guardian|giamho|ngh)$/],
  ['requester', /^(?:nyc|nguoiyeucau|requester|nguoinop|registrant|applicant)$/],
  ['wife', /^(?:vo|wife|bennu|nu)$/],
  ['husband', /^(?:chong|husband|bennam)$/],
  ['other', /^(?:chuho|nkh)$/],
];

const first = <Key>(table: readonly (readonly [Subject, Key])[], meets: (key: Key) => boolean) =>
  table.find(([, key]) => meets(key));

/** A person (or thing) and the words that named it. */
export interface Named {
  subject: Subject;
  evidence: string;
}

/** Whom a heading speaks of; null where it names nobody. */
export function subjectOfHeading(folded: string): Named | null {
  if (/^thong tin de nghi$/.test(folded)) return { subject: 'other', evidence: folded };
  for (const [subject, phrases] of IN_TEXT) {
    const evidence = phrases.split('|').find((phrase) => folded.includes(phrase));
    if (evidence) return { subject, evidence };
  }
  return null;
}

/** Whom a label itself speaks of, over its section; null where it leaves that to the section. */
export function subjectOfLabel(folded: string): Named | null {
  // "Quan hệ với người mẹ" is asked of whoever the section is about.
  if (/quan he|kinh gui|ban sao|\?$/.test(folded)) return null;
  // What stands in brackets explains ("ghi theo quê quán của cha"); it names nobody.
  const words = folded.replace(/\([^)]*\)/g, ' ');
  const found = first(IN_LABEL, (pattern) => pattern.test(words));
  return found ? { subject: found[0], evidence: found[1].exec(words)?.[0] ?? '' } : null;
}

/** Whom the tokens of a name speak of; null where they name nobody. */
export function subjectOfName(tokens: readonly string[]): Named | null {
  for (const [subject, pattern] of IN_NAME) {
    const evidence = tokens.find((token) => pattern.test(token));
    if (evidence) return { subject, evidence };
  }
  return null;
}
