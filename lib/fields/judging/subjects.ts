import type { Subject } from '../field.ts';

/** Whom folded words of a heading speak of. Among the phrases found the longest decides. */
const IN_HEADING: Readonly<Partial<Record<Subject, string>>> = {
  requester:
    'nnt|nguoi nop thue|ca nhan co thu nhap|nguoi that nghiep|nguoi tham gia|nguoi yeu cau|nguoi su dung dat|chu so huu|chu xe|nguoi de nghi cap|nguoi xin|ben nhan chuyen nhuong|nguoi viet don|nguoi ke khai|to chuc, ca nhan de nghi|nguoi nop|nguoi nop ho so|nguoi nop thue|nguoi de nghi|nguoi khai|nguoi lam don|nguoi dung don|nguoi dang ky tuyen sinh|chu dau tu|chu ho kinh doanh|thong tin cong dan|thong tin cua ban|nguoi dang ky|nguoi lam ho so|nguoi lam thu tuc|nguoi thong bao|nguoi di khai|nguoi di dang ky|nguoi lao dong|nguoi nhan nuoi|nguoi nhan con nuoi|nguoi lai xe|nguoi dung ra|dung ra mai tang|nguoi to chuc',
  'record-subject':
    'npt|nguoi phu thuoc|da co ho so|cho nguoi duoi day|nguoi duoc cap|nguoi duoc thay doi|nguoi duoc cai chinh|nguoi duoc xac nhan|nguoi duoc xac dinh|nguoi duoc tro cap|nguoi de nghi huong|doi tuong de nghi huong|doi tuong huong|nguoi cao tuoi|nguoi khuyet tat|nguoi duoc cham soc|nguoi duoc cap phieu|nguoi co giay to|nguoi co ho so|nguoi co giay to ho tich|nguoi phu thuoc|nguoi luu tru|khach luu tru|nguoi den luu tru|nguoi duoc cap giay|nguoi duoc cap the|nguoi co cong|duoc cai chinh|duoc thay doi|co the bhyt|nguoi co the',
  child:
    'khai sinh|nguoi duoc khai sinh|nguoi con|hoc sinh|tre em|tre so sinh|con duoc nhan|con nuoi|nguoi duoc nhan lam con nuoi|tre em duoc nhan|duoc nhan lam con nuoi|thong tin con|thong tin ve con|thong tin tre|nguoi duoi 14 tuoi|nguoi chua thanh nien|dang ky lai khai sinh',
  mother: 'nguoi me|me de|thong tin me|thong tin ve me|me nuoi|phan me',
  father: 'nguoi cha|nguoi bo|thong tin cha|thong tin ve cha|thong tin bo|cha nuoi',
  parent:
    'nguoi cha/me|nguoi cha hoac me|duoc nhan la cha|duoc nhan la me|cha, me|cha/me|cha hoac me|cha me|me hoac cha',
  wife: 'ben nu|nguoi vo|thong tin vo|ve vo|ve ben nu|vo sap cuoi',
  husband: 'ben nam|nguoi chong|thong tin chong|ve chong|ve ben nam',
  deceased:
    'liet si|khai tu|nguoi chet|nguoi da mat|nguoi qua co|nguoi duoc mai tang|nguoi mat|nguoi da chet|nguoi tu vong|nguoi qua doi|nguoi duoc khai tu|nguoi tu tran|lan cuoi cung',
  guardian:
    'nguoi giam ho|nguoi dai dien hop phap|nguoi cu giam ho|nguoi nhan giam ho|nguoi duoc cu giam ho|nguoi dai dien, giam ho|nguoi nuoi duong|nguoi cham soc|nguoi dai dien',
  ward: 'nguoi duoc giam ho',
  'civil-record':
    'da dang ky khai tu|da dang ky khai sinh|da dang ky khai sinh, ket hon|da dang ky lai|viec ho tich|giay khai sinh|ket hon da dang ky|ghi chu ket hon|thong tin ve viec ket hon|giay to ket hon|giay to ho tich|da dang ky ho tich|giay to da dang ky|thong tin ho tich|viec ho tich da|giay chung nhan ket hon|thong tin ket hon|da dang ky ket hon|ho tich da dang ky|giay khai sinh da|ban chinh giay khai sinh|trich luc khai tu|trich luc ket hon|ban an, quyet dinh',
  land: 'thua dat|cong trinh|khu dat|tai san gan lien|nha o|giay chung nhan quyen su dung|quyen su dung dat|ve dat|bien dong|gcn da cap|dat dai|tai san gan lien voi dat|nguon goc su dung',
  business:
    'to chuc, ca nhan tra thu nhap|to chuc tra thu nhap|co so luu tru|cslt|co so|don vi cong tac|noi lam viec|don vi su dung|hkd|dkkd|nguoi su dung lao dong|doanh nghiep|cong ty|hop tac xa|ho kinh doanh|chi nhanh|co so kinh doanh|don vi thiet ke|to chuc thiet ke|don vi, ca nhan thiet ke|nganh, nghe|nganh nghe|von kinh doanh|von dieu le|thong tin don vi|tru so|tru so chinh|tinh trang thanh lap|dang ky thue|thong tin ve thue|don vi su dung lao dong|nguoi su dung lao dong|dia diem kinh doanh|thong tin to chuc|co quan chi tra|tam ngung kinh doanh|ten cong ty',
  other:
    'thanh vien|chu ho|nguoi lam chung|nguoi dai dien theo phap luat|chu so huu/nguoi dai dien|nguoi lien he|tre em di cung|nguoi di cung|uy quyen|nguoi duoc uy quyen|nguoi than|than nhan|vo (chong)|vo/chong|vo chong|vo hoac chong|chu nha|chu so huu cho o|chu so huu nha',
};
/** What a part of a form is about when it is about nobody; what it asks of a person is asked of the requester. */
const TOPICS =
  'thong tin luu tru|thong tin tam tru|co quan tiep nhan|kinh gui|noi dung dang ky|thong tin xe|dac diem xe|phuong tien|tai khoan|an tich|le phi|noi dung yeu cau|muc dich yeu cau|thong tin nhan ket qua|cach nhan|nguyen vong|noi dung de nghi|noi dung khac|thong tin khac|loi cam doan|cam doan|cam ket|thong tin nhan|co quan thuc hien|co quan dang ky|lich hen|giay to can|van ban|ve yeu cau|thu tuc|nghia vu|nhan ket qua|dich vu buu chinh|thanh phan ho so|tai lieu|tai khoan ngan hang|hinh thuc nhan tro cap|ho so nop kem';
/** Words that name somebody only where nothing of the above stands in the heading. */
const IN_VAGUE_HEADING: Readonly<Partial<Record<Subject, string>>> = {
  'record-subject':
    'nguoi duoc|duoc cap|duoc xac dinh|duoc tro cap|duoc huong|doi tuong|nguoi huong|nguoi bi',
  requester:
    'thong tin ca nhan|thong tin chung|thong tin tai khoan|ca nhan, to chuc|ban than|giay phep lai xe',
  guardian: 'nguoi dai dien',
};
/** As {@link TOPICS}, but said of persons too. */
const VAGUE_TOPICS =
  'de nghi|yeu cau|qua trinh cu tru|hinh thuc nhan|noi nhan|che do|chinh sach|ly do|muc dich';
type Phrases = readonly (readonly [Subject, string])[];
const phrasesOf = (table: Readonly<Partial<Record<Subject, string>>>): Phrases =>
  Object.entries(table).flatMap(([subject, phrases]) =>
    phrases.split('|').map((phrase) => [subject as Subject, phrase] as const),
  );
const CLEAR = [...phrasesOf(IN_HEADING), ...phrasesOf({ other: TOPICS })];
const VAGUE = [...phrasesOf(IN_VAGUE_HEADING), ...phrasesOf({ other: VAGUE_TOPICS })];
const TOPIC_PHRASES = new Set(`${TOPICS}|${VAGUE_TOPICS}`.split('|'));

/** Whom the words of one label speak of, over what its section says: "Họ tên mẹ", "CCCD của chủ hộ". */
const IN_LABEL: readonly (readonly [Subject, RegExp])[] = [
  ['deceased', /\b(?:nguoi chet|nguoi mat|nguoi da mat|nguoi tu vong|nguoi duoc mai tang|ten liet si)\b/],
  ['ward', /\bnguoi duoc giam ho\b/],
  [
    'record-subject',
    /\bnguoi (?:duoc (?:cap|thay doi|cai chinh|xac nhan|tro cap|huong)|phu thuoc|luu tru|huong tro cap)\b|\bliet si\b/,
  ],
  [
    'other',
    /\b(?:nguoi uy quyen|nguoi nhan thay|nguoi nhan ho|nguoi lien he|nguoi lam thu tuc|nguoi bao lanh|nguoi mai tang|nguoi huong mai tang phi)\b/,
  ],
  ['requester', /\b(?:nguoi su dung dat|nsdd|nnt|ca nhan co thu nhap)\b/],
  ['business', /\b(?:co quan chi tra|don vi thiet ke|cua doanh nghiep)\b/],
  ['other', /\b(?:cha, me|me, cha|cha hoac me|me hoac cha|cua cha me)\b/],
  ['guardian', /\b(?:nguoi giam ho|dai dien hop phap)\b/],
  ['mother', /(?<!\bcha, |\bcha\/|\bcha va )\bme\b(?!\s*(?:liet si|viet nam))/],
  [
    'father',
    /\b(?:cha\b|bo\b(?! sung| phan| y te| tu phap| cong an| luat))(?<!\b(?:can|toan|noi|dong|bai|can) bo)/,
  ],
  [
    'other',
    /\b(?:chu ho|chu so huu cho o|chu so huu nha|nguoi du dinh ket hon|nguoi dai dien theo phap luat|chu nhiem|chu tri|nguoi lam chung|vo\/chong|vo hoac chong|nguoi duoc uy quyen)\b|\bvo \(chong\)/,
  ],
  [
    'requester',
    /\b(?:nguoi nop(?! thue)|nguoi yeu cau|nguoi dang ky|nguoi khai|nguoi de nghi|nguoi lam don)\b/,
  ],
  ['child', /\b(?:nguoi con|con nuoi|tre em|hoc sinh|cua con|cua tre)\b/],
  ['deceased', /\bnguoi qua co\b/],
  [
    'civil-record',
    /\b(?:da dang ky khai sinh tai|da dang ky ket hon|giay khai sinh so|noi dang ky ket hon|du dinh dang ky ket hon)\b/,
  ],
  ['wife', /\b(?:ben nu|cua vo)\b/],
  ['husband', /\b(?:ben nam|cua chong)\b/],
];

/** Whom the tokens of a field's own name speak of. */
const IN_NAME: readonly (readonly [Subject, RegExp])[] = [
  ['mother', /^(?:me|mother\w*|(?:hoten|ten|ns|ngaysinh|namsinh|cccd|sodd|dt|sdt|nghe)me)$/],
  ['father', /^(?:cha|bo|father\w*|(?:hoten|ten|ns|ngaysinh|namsinh|cccd|sodd|dt|sdt|nghe)(?:cha|bo))$/],
  ['guardian', /^(?:guardian\w*|giamho|gtngh|tinhngh|xangh|ngh)$/],
  ['ward', /^ndgh$/],
  ['requester', /^(?:nyc|nguoiyeucau|requester|nguoinop|registrant|applicant|declarant)$/],
  ['wife', /^(?:vo|wife|bennu|nu)$/],
  ['husband', /^(?:chong|husband|bennam)$/],
  ['other', /^(?:chuho|nkh|vochong|landlord|householder|representative|daidien)$/],
];

/** A person (or thing) and the words that named it. */
export interface Named {
  subject: Subject;
  evidence: string;
  /** The words name what a part of the form is about, and no person. */
  topic?: boolean;
}

/** A heading of this kind is the form's own title and names nobody. */
const FORM_TITLE = /^(?:don|to khai|giay de nghi|phieu|ban khai|mau so|dang ky)\b/;

/** Whom a heading speaks of; null where it names nobody. */
export function subjectOfHeading(folded: string): Named | null {
  if (/^thong tin de nghi$/.test(folded)) return { subject: 'other', evidence: folded, topic: true };
  if (FORM_TITLE.test(folded)) return null;
  return earliestOf(CLEAR, folded) ?? earliestOf(VAGUE, folded);
}

/** Vietnamese puts the head first: "người cha của người được khai sinh" is the father. Of one place the longest. */
function earliestOf(phrases: Phrases, text: string): Named | null {
  let best: { at: number; subject: Subject; evidence: string } | null = null;
  for (const [subject, evidence] of phrases) {
    const at = placeOf(text, evidence);
    if (at < 0) continue;
    if (!best || at < best.at || (at === best.at && evidence.length > best.evidence.length))
      best = { at, subject, evidence };
  }
  return best && { subject: best.subject, evidence: best.evidence, topic: TOPIC_PHRASES.has(best.evidence) };
}

/** Where a phrase stands in a text as whole words, -1 where it does not; "khai từ khi" is no "khai tử". */
function placeOf(text: string, phrase: string): number {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const after = text.slice(at + phrase.length);
    const whole = !/[\p{L}\d]$/u.test(text.slice(0, at)) && !/^[\p{L}\d]/u.test(after);
    if (whole && !(phrase === 'khai tu' && /^ (?:khi|nam|thang|ngay)\b/.test(after))) return at;
  }
  return -1;
}

/** Whom a label itself speaks of, over its section; null where it leaves that to the section. */
export function subjectOfLabel(folded: string): Named | null {
  // "Quan hệ với người mẹ" is asked of whoever the section is about.
  if (/quan he|kinh gui|ban sao|\?$|^nguoi nop la/.test(folded)) return null;
  // What stands in brackets explains ("ghi theo quê quán của cha"); it names nobody, but for "vợ (chồng)".
  const words = folded.replace(/(?<!\bvo )\([^)]*\)/g, ' ');
  for (const [subject, pattern] of IN_LABEL) {
    const evidence = pattern.exec(words)?.[0];
    if (evidence) return { subject, evidence };
  }
  return null;
}

/** Whom the tokens of a name speak of; null where they name nobody. */
export function subjectOfName(tokens: readonly string[]): Named | null {
  // "voChong" asks of the wife or the husband, whichever it is.
  if (tokens.includes('vo') && tokens.includes('chong')) return { subject: 'other', evidence: 'vochong' };
  for (const [subject, pattern] of IN_NAME) {
    const evidence = tokens.find((token) => pattern.test(token));
    if (evidence) return { subject, evidence };
  }
  return null;
}
