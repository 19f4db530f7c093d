import type { Expectation, Kind, Subject } from '../field.ts';
import { entriesOf, lexiconOf, phrasesOf } from './lexicon.ts';

/**
 * What the words of a label mean. Folded text (lib/text): lower case, no diacritics. Among the phrases found in a
 * label the longest decides. Sources: the labelled declarations of the portals (autumn 2026), the State's own paper
 * forms, and the administrative terms before and after July 2025, when districts ended. What a number, a date or an
 * office belongs to is not told here but by the papers (papers.ts).
 */
interface KindRule {
  kind: Kind;
  /** Only the whole label counts. */
  whole?: true;
  /** Only the label's beginning counts. */
  head?: true;
  /** Only for fields of one of these. */
  subjects?: readonly Subject[];
  /** Overrides the expectation that kind and subject alone would give. */
  expect?: Expectation;
}

/**
 * Phrases that mean a kind wherever they stand in a label; with `^` only where a label begins with them, with `=` only
 * where it says nothing else, for words too short or too common to be looked for inside others.
 */
const ROWS: Partial<Record<Kind, string>> = {
  'full-name': `
ho va ten|ho ten|ho, ten|ho, chu dem|ho dem va ten|ho, dem va ten|ho chu dem|ten tai khoan|ten vo
ten chong|ten cha|ten me|ten bo|ten nguoi|ten chu|ten khach hang|ten ca nhan|ten to chuc, ca nhan|chu ho
chu tai khoan|nguoi dai dien|nguoi duoc uy quyen|nguoi giam ho|nguoi thua ke|nguoi nhan|nguoi huong|^nguoi
^chu nhiem|^to chuc, ca nhan|=ten|=toi la|=ten toi la|=toi ten la
ten day du|ten ca nhan`,
  'family-name': 'ho nguoi|ho cua|=ho',
  'middle-name': 'chu dem|ten dem|ten lot|=dem',
  'given-name': 'chu dem va ten|ten dem va ten|ten goi|ten con|ten nguoi duoc khai sinh',
  'personal-id': 'dinh danh|ddcn|cccd|can cuoc',
  'id-document-type': `
loai giay to|ten giay to tuy than|giay to tuy than|giay to phap ly|giay to nhan than
giay to chung thuc ca nhan|=giay to|=loai giay`,
  'id-document-number': 'cmnd|chung minh nhan dan|ho chieu|giay thong hanh|so giay to|=so',
  'id-issue-date': 'ngay cap|cap ngay|ngay, thang, nam cap|ngay thang nam cap',
  'id-issue-place': 'noi cap|co quan cap|don vi cap|cap boi|cap tai',
  'birth-date': 'ngay sinh|sinh ngay|nam sinh|sinh nam',
  'birth-date-words': 'bang chu',
  'birth-place': 'noi sinh',
  gender: 'gioi tinh|nam/nu',
  ethnicity: 'dan toc',
  nationality: 'quoc tich',
  religion: 'ton giao',
  hometown: 'que quan|nguyen quan',
  'residence-type': 'loai cu tru',
  residence: `
dia chi|dia diem san xuat|dia diem kinh doanh|dia chi nhan thong bao thue|noi o|cho o|noi cu ngu
noi sinh song|noi cu tru|cu tru tai|noi hien dang cu tru|hktt|ho khau|thuong tru|tam tru|noi luu tru
tru quan|tru so|noi dang ky thuong tru|noi dang ky tam tru|noi dang ky hktt|noi dang ky ho khau
noi de nghi|dia chi nhan ho so|tinh/thanh pho · phuong/xa|tinh/thanh pho · xa/phuong`,
  'residence-country': 'quoc gia',
  'residence-detail': `
so nha|dia chi (so nha|dia chi chi tiet|dia chi cu the|chi tiet dia chi|thon|khu pho|duong/pho|duong pho
=chi tiet`,
  phone: 'dien thoai|dtdd|sdt|so dt|di dong|=dt|=phone',
  email: 'dia chi email|dia chi thu dien tu|email|e-mail|thu dien tu|hom thu',
  'marital-status': 'tinh trang hon nhan',
  'marriage-count': 'so lan ket hon|ket hon lan',
  relationship: `
quan he|moi lien he|la cua nguoi|la cha/me|la phu huynh|tu cach|nguoi nop la|nguoi yeu cau la|=la
=de nghi cho`,
  'business-name': `
ten cong ty|ten thuong nhan|to chuc hanh nghe|ten doanh nghiep|ten hkd|ten ho kinh doanh|ten chi nhanh
ten hop tac xa|ten htx|ten van phong dai dien|ten viet tat|ten bang tieng|ten tieng nuoc ngoai
ten nguoi su dung lao dong|co quan chi tra thu nhap`,
  'business-line': `
noi dung hoat dong|nganh nghe|nganh, nghe|ma nganh|ten nganh|nganh kinh doanh|linh vuc kinh doanh
pham vi kinh doanh`,
  'business-capital': 'von|gia tri tuong duong',
  'land-parcel': `
thua dat|thua so|so thua|to ban do|lo dat|khu dat|loai dat|dia chi dat|dia diem dat|tai duong
dia diem xay dung|dia chi thua dat|dia chi khu dat|hinh thuc su dung dat|thoi han su dung dat`,
  'land-area': 'dien tich|dat o|su dung chung|su dung rieng',
  'civil-record-type':
    'loai ho tich|loai viec ho tich|loai giay to ho tich|loai giay to can|giay to ho tich can',
  'civil-record-book': '^quyen',
  'civil-record-date': 'ket hon ngay|ngay, thang, nam dang ky|ngay vao so',
  'civil-record-place': `
noi dang ky|noi da dang ky|co quan dang ky ho tich|co quan da dang ky|co quan da cap|ubnd xa noi dang ky
da dang ky tai|duoc dang ky tai|dang ky khai sinh tai|dang ky giam ho tai|dang ky nuoi con nuoi tai
dang ky khai tu tai|ket hon tai|noi ket hon`,
  'death-notice': 'giay bao tu',
  'birth-notice': 'giay chung sinh',
  'registration-type': `
loai ho so|loai to khai|loai phieu|loai viec|loai thu tuc|loai bien dong|loai thay doi|loai giay phep
loai ho chieu|loai tro cap|loai giam ho|loai khai sinh|loai khai tu|thuoc doi tuong|noi dung lam thu tuc
lan dau/bo sung|de nghi co quan dang ky viec|^hinh thuc|^phuong an|^truong hop|^che do|=loai`,
  'request-content': `
truoc khi bien dong|sau khi bien dong|thong tin thay doi|thong tin truoc thay doi|thong tin sau thay doi
thay doi tu|thay doi thanh|^xin|dang ky tich hop|^duoc phep|de nghi|yeu cau|nguyen vong|co nhu cau
linh vuc tro giup|pham vi hanh nghe|^noi dung|^tom tat|=tu|=thanh|=truoc|=sau`,
  reason: 'ly do|muc dich|can cu de nghi',
  copies: `
ban sao|de nghi cap ban sao|yeu cau cap ban sao|so ban|so bo|so luong ban|so to khai|so luong to khai
so luong phieu|so luong trich luc|so phieu|=so luong`,
  'result-method':
    'nhan ket qua|tra ket qua|qua buu dien|chuyen phat|buu chinh|duong buu dien|dia chi buu dien|tra the|dia chi nguoi nhan',
  agency: `
kinh gui|tiep nhan|nhan ho so|co quan cap phep|de nghi co quan|co quan quan ly|co quan thue|co quan bhxh
co quan cong an|co quan dang ky xe|co quan dang ky kinh doanh|co quan dang ky cu tru|uy ban nhan dan|ubnd
cong an xa|cong an phuong|noi nop|van phong dang ky dat dai|chi nhanh van phong dang ky|truong dang ky
truong xin|^trung tam|^phong|^soj|=don vi|=co quan`,
  'residence-province': '^tinh|^ten tinh|^thanh pho',
  'residence-ward': '^xa|^phuong|^thi tran|^dac khu',
};

const DIED = '(?:chet|mat(?! (?:ho|the|giay|so|gcn|can|bang))|tu vong|tu tran|hy sinh|qua doi)';
/** What is said in many words, each as a pattern; where the words between may be any, the first group is the evidence. */
const PATTERNS: readonly (readonly [Kind, RegExp])[] = [
  [
    'death-date',
    RegExp(
      `\\b(?:ngay|thoi gian|thoi diem)(?:,? thang,? nam)? ${DIED}\\b|\\b${DIED} (?:vao )?ngay\\b|\\bda chet vao\\b`,
    ),
  ],
  ['death-time', RegExp(`\\b(?:gio|phut)(?:,? phut)? ${DIED}\\b|\\b${DIED} luc\\b|\\bvao luc\\b`)],
  ['death-place', RegExp(`\\b(?:noi|dia diem) ${DIED}\\b|\\b${DIED} tai\\b`)],
  ['death-cause', RegExp(`\\b(?:nguyen nhan|ly do|truong hop) (?:${DIED}|tu)\\b`)],
  [
    'insurance-number',
    /\b(?:so|ma)(?: so| the| dinh danh)* (?:bhxh|bhyt|bao hiem|bh)\b|\bthe (?:bhyt|bao hiem y te) so\b/,
  ],
  [
    'tax-code',
    /\b(?:mst|msdn|ma so (?:dang ky )?(?:thue|doanh nghiep|dn|hkd|ho kinh doanh|chi nhanh)|so dang ky doanh nghiep)\b/,
  ],
  // "Loại thẻ đề nghị cấp": which variant is asked for, whatever the thing.
  [
    'registration-type',
    /^(loai|hinh thuc|phuong thuc|truong hop)\b(?! giay to)(?!.*\bnhan\b).*\b(?:de nghi|dang ky|yeu cau|xin|(?<!, )cap|huong|xet tuyen|giam dinh)\b/,
  ],
  [
    'result-method',
    /^(?:hinh thuc|phuong thuc|cach thuc|cach|noi|dia diem|dia chi) (?:nhan|tra)\b(?! ho so)|^(?:dang ky )?nhan (?:qua|tai|bang(?! tien)|gplx|giay)\b/,
  ],
  [
    'agency',
    /^(?:co quan|don vi|noi) (?:tiep nhan|thu nhan|nhan(?= ho so)|giai quyet|thuc hien|thu ly|to chuc thi|(?:dang ky )?du (?:thi|tuyen))\b/,
  ],
];

/** Rules that need more than a phrase. */
const SPECIAL: readonly [string, KindRule][] = [
  ['ten', { kind: 'business-name', head: true, subjects: ['business'] }],
  ['don vi', { kind: 'business-name', head: true, subjects: ['business'] }],
  ['bang so', { kind: 'business-capital', subjects: ['business'] }],
  ['so seri', { kind: 'land-certificate-number', subjects: ['land'] }],
  ['so vao so', { kind: 'land-certificate-number', subjects: ['land'] }],
  ['so phat hanh', { kind: 'land-certificate-number', subjects: ['land'] }],
  ['bang chu', { kind: 'business-capital', subjects: ['business'], expect: 'derived' }],
  ['phut, ngay', { kind: 'death-date', subjects: ['deceased'] }],
  ['chet', { kind: 'death-date', subjects: ['deceased'] }],
  ['da chet vao luc', { kind: 'death-time', subjects: ['deceased'] }],
  ['gio', { kind: 'death-time', subjects: ['deceased'] }],
  ['phut', { kind: 'death-time', subjects: ['deceased'] }],
  ['co quan da', { kind: 'civil-record-place', subjects: ['civil-record'] }],
  ['so dang ky', { kind: 'civil-record-number', subjects: ['civil-record'] }],
  ['ngay dang ky', { kind: 'civil-record-date', subjects: ['civil-record'] }],
  ['ngay, thang, nam', { kind: 'civil-record-date', whole: true, subjects: ['civil-record'] }],
  ['ngay … thang … nam …', { kind: 'civil-record-date', subjects: ['civil-record'] }],
  // What is asked for is the citizen's own choice; what the record is called stands in the civil-status database.
  ['da dang ky', { kind: 'civil-record-type', whole: true, subjects: ['civil-record'] }],
  ['loai viec yeu cau', { kind: 'civil-record-type' }],
  ['ten giay to ho tich', { kind: 'civil-record-type', expect: 'from-database' }],
  ['noi du dinh dang ky ket hon', { kind: 'civil-record-place', expect: 'none' }],
  ['trong thoi gian cu tru tai', { kind: 'residence', expect: 'none' }],
  ['de nghi dang ky thuong tru', { kind: 'residence', expect: 'none' }],
  ['de nghi dang ky tam tru', { kind: 'residence', expect: 'none' }],
  // Registers hold these, and no kind of ours is meant for them.
  ['muc dich su dung dat', { kind: 'other', expect: 'from-database' }],
  ['muc dich su dung', { kind: 'other', subjects: ['land'], expect: 'from-database' }],
  ['thoi han su dung', { kind: 'other', subjects: ['land'], expect: 'from-database' }],
  ['so to', { kind: 'land-parcel', subjects: ['land'] }],
  ['ma ho gia dinh', { kind: 'other', expect: 'from-database' }],
  ['ma so ho gia dinh', { kind: 'other', expect: 'from-database' }],
  ['ma don vi', { kind: 'other', subjects: ['business'], expect: 'from-database' }],
];

/** Things that look like a kind and are none: papers, licences and acts that no register of persons holds. */
const NOTHING = `
phong so|tinh trang|tinh chat|phuong phap|phuong tien|phuong thuc|ten goi khac|ten va dia chi
ho, chu dem va ten goi khac|giong dia chi|giong ho khau|dia chi lien lac giong|chu ho la|nghe nghiep
noi lam viec|co quan cong tac|don vi cong tac|chuc vu|chuc danh|nguoi cha, me co quoc tich|khuyet tat
can cu|noi dang ky kham|noi dang ky kcb|noi dang ky nhan|thoi gian|thoi han|tu ngay|den ngay|ngay lam don
ngay de nghi|nguoi ky|noi lam don|cam doan|cam ket|y kien|ghi no|so loai|so hieu|so tien|so thue|tai khoan
ngan hang|nguon von|nhan thong bao|nhan tro cap|nhan tien|hinh thuc nhan tien|hinh thuc nhan tro cap
hinh thuc nhan thong bao|noi nhan tro cap|hinh thuc thanh toan|hinh thuc lam viec|hinh thuc hach toan
hinh thuc hoc|hinh thuc chi tra|hinh thuc hoan|ho so|giay to chung minh|giay to lam can cu|tai lieu
loai giay to can|ten giay to|muc dich su dung dien|muc dich su dung nuoc|su dung vao muc dich
nguon goc su dung dat|huyen|dien tich xay dung|dien tich san|dien tich binh quan|dien tich nha|kinh phi
so luong lao dong`;

/** A phrase of a row without its mark, and the rule that the mark makes of it. */
function ruleOf(marked: string, kind: Kind): [string, KindRule] {
  if (marked.startsWith('^')) return [marked.slice(1), { kind, head: true }];
  if (marked.startsWith('=')) return [marked.slice(1), { kind, whole: true }];
  return [marked, { kind }];
}

const lookUp = lexiconOf<KindRule>([
  ...SPECIAL,
  ...entriesOf(ROWS).map(([phrase, kind]) => ruleOf(phrase, kind)),
  ...phrasesOf(NOTHING).map((phrase) => [phrase, { kind: 'other', expect: 'none' }] as const),
]);

/** These decide over longer phrases that merely stand beside them: all of a death notice is the notice. */
const OVERRIDING: ReadonlySet<Kind> = new Set<Kind>(['death-notice', 'birth-notice', 'relationship']);
/** Until when a paper holds is never the paper itself, nor what is had what is asked for. */
const UNTIL = /\b(?:het han|gia tri den|dang huong)\b/;
/** Vietnamese puts the head first: "lý do tạm trú" is a reason, no residence. */
const HEAD_BONUS = 20;

/** A kind and the words of a label that mean it. */
export interface KindOfWords {
  kind: Kind;
  evidence: string;
  expect?: Expectation;
}

/** What the words of a folded label mean for somebody's field; null where they are not in the vocabulary. */
export function kindOfWords(text: string, subject: Subject): KindOfWords | null {
  if (UNTIL.test(text)) return { kind: 'other', evidence: UNTIL.exec(text)?.[0] ?? '', expect: 'none' };
  let best: KindOfWords | null = null;
  let bestRank = 0;
  for (const [kind, pattern] of PATTERNS) {
    const found = pattern.exec(text);
    // A phrase of the same length says more.
    const rank = found ? found[0].length + (found.index === 0 ? HEAD_BONUS : 0) - 1 : 0;
    if (found && rank > bestRank) [best, bestRank] = [{ kind, evidence: found[1] ?? found[0] }, rank];
  }
  for (const { at, phrase, means } of lookUp(text)) {
    if (means.whole ? text !== phrase : means.head && at > 0) continue;
    if (means.subjects && !means.subjects.includes(subject)) continue;
    const rank =
      phrase.length +
      (OVERRIDING.has(means.kind) ? 1000 : 0) +
      (means.subjects ? 2 : 0) +
      (at === 0 ? HEAD_BONUS : 0);
    if (rank > bestRank) {
      best = { kind: means.kind, evidence: phrase, ...(means.expect && { expect: means.expect }) };
      bestRank = rank;
    }
  }
  return best;
}
