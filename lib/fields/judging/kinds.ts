import type { Expectation, Kind, Subject } from '../field.ts';
import { lexiconOf, phrasesOf } from './lexicon.ts';

/**
 * What the words of a label mean. Folded text (lib/text): lower case, no diacritics. Among the phrases found in a
 * label the longest decides. Sources: the labelled declarations of the portals (autumn 2026), the State's own paper
 * forms, and the administrative terms before and after July 2025, when districts ended. What a number, a date or an
 * office belongs to is not told here but by the papers (papers.ts).
 */
interface KindRule {
  kind: Kind;
  mark: string | undefined;
  /** Only for fields of this subject; empty for anybody's. */
  subject: string | undefined;
  /** Overrides the expectation that kind and subject alone would give. */
  expect: Expectation | undefined;
}

/**
 * Phrases that mean a kind wherever they stand in a label; with `^` only where a label begins with them, with `=` only
 * where it says nothing else, for words too short or too common to be looked for inside others; with `@` and a subject
 * only for fields of that.
 */
const ROWS: Partial<Record<Kind, string>> = {
  'full-name': `
ho va ten|ho ten|ten ben|ho, ten|ho, chu dem|ho dem va ten|ho, dem va ten|ho chu dem|ten tai khoan|ten vo
ten chong|ten cha|ten me|ten nguoi|ten chu|ten khach hang|ten ca nhan|ten to chuc, ca nhan|chu ho
chu tai khoan|nguoi dai dien|nguoi giam ho|nguoi nhan|nguoi huong|^nguoi|^chu nhiem|^to chuc, ca nhan
ten to chuc/ca nhan|=ten|=toi la|=ten toi la|=toi ten la`,
  'family-name': 'ho nguoi|ho cua|=ho',
  'middle-name': 'chu dem|ten dem|ten lot|=dem',
  'given-name': 'chu dem va ten|ten dem va ten|ten con|ten nguoi duoc khai sinh',
  'personal-id': 'dinh danh|ddcn|cccd|can cuoc',
  'id-document-type': `
loai giay to|ten giay to tuy than|giay to tuy than|giay to phap ly|giay to nhan than|=giay to|=loai giay`,
  'id-document-number':
    'giay to nhan than/phap nhan|cmnd|chung minh nhan dan|ho chieu|giay thong hanh|so giay to|=so',
  'id-issue-date': 'ngay cap|cap ngay|ngay, thang, nam cap',
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
noi sinh song|noi cu tru|cu tru tai|hktt|ho khau|thuong tru|tam tru|noi luu tru|tru quan|tru so
noi dang ky thuong tru|noi dang ky tam tru|noi dang ky hktt|noi dang ky ho khau|noi de nghi
dia chi nhan ho so|tinh/thanh pho · phuong/xa|tinh/thanh pho · xa/phuong`,
  'residence-country': 'quoc gia',
  'residence-detail': `
so nha|dia chi (so nha|dia chi chi tiet|dia chi cu the|thon|khu pho|duong/pho|duong pho|=chi tiet`,
  phone: 'dien thoai|dtdd|sdt|so dt|di dong|=dt',
  email: 'dia chi email|dia chi thu dien tu|email|e-mail|thu dien tu|hom thu',
  'marital-status': 'tinh trang hon nhan',
  'marriage-count': 'so lan ket hon|ket hon lan',
  relationship: `
quan he|moi lien he|la cua nguoi|^la cua|^la gi|la cha me|la phu huynh|tu cach|nguoi nop la|nguoi yeu cau la
=la|=de nghi cho`,
  'business-name': `
ten cong ty|ten thuong nhan|to chuc hanh nghe|ten doanh nghiep|ten hkd|ten ho kinh doanh|ten chi nhanh
ten hop tac xa|ten van phong dai dien|ten viet tat|ten nguoi su dung lao dong|co quan chi tra thu nhap
^ten@business|^don vi@business`,
  'business-line': `
noi dung hoat dong|nganh nghe|nganh, nghe|ma nganh|ten nganh|nganh kinh doanh|linh vuc kinh doanh
pham vi kinh doanh`,
  'business-capital': 'von|gia tri tuong duong|bang so@business',
  'land-parcel': `
thua dat|thua so|so thua|to ban do|lo dat|khu dat|loai dat|dia chi dat|dia diem dat|tai duong
dia diem xay dung|dia chi thua dat|dia chi khu dat|hinh thuc su dung dat|so to@land`,
  'land-area': 'dien tich|dat o|su dung chung|su dung rieng',
  'civil-record-type':
    'loai ho tich|loai viec ho tich|loai giay to ho tich|loai giay to can|giay to ho tich can|loai viec yeu cau|=da dang ky@civil-record',
  'civil-record-number': 'so dang ky@civil-record',
  'civil-record-book': '^quyen',
  'land-certificate-number': 'so seri@land|so vao so@land|so phat hanh@land',
  'death-date': 'phut, ngay@deceased|chet@deceased',
  'death-time': 'vao luc@deceased|gio@deceased|phut@deceased',
  'death-cause': 'nguyen nhan@deceased',
  'civil-record-date':
    'ket hon ngay|ngay, thang, nam dang ky|ngay dang ky@civil-record|=ngay, thang, nam@civil-record|ngay … thang … nam …@civil-record',
  'civil-record-place': `
noi dang ky|co quan dang ky ho tich|ubnd xa noi dang ky|dang ky tai
khai sinh tai|khai tu tai|giam ho tai|con nuoi tai|ket hon tai|noi ket hon|co quan da@civil-record`,
  'death-notice': 'giay bao tu',
  'birth-notice': 'giay chung sinh',
  'registration-type': `
loai hinh kinh doanh|loai ho so|loai to khai|loai phieu|loai viec|loai thu tuc|loai bien dong|loai thay doi
loai giay phep|loai ho chieu|loai tro cap|loai giam ho|loai khai sinh|loai khai tu|thuoc doi tuong
noi dung lam thu tuc|lan dau/bo sung|de nghi co quan dang ky viec|^hinh thuc|^phuong an|^truong hop|^che do
=loai`,
  'request-content': `
thay doi|dieu chinh|khi bien dong|bo sung|^xin|dang ky tich hop|^duoc phep|de nghi|yeu cau|nguyen vong
co nhu cau|linh vuc tro giup|pham vi hanh nghe|^noi dung|=thong tin cu|=thong tin moi|^dang ky thi
^dang ky du|^danh muc|^tom tat|=tu|=thanh|=truoc|=sau`,
  reason: 'ly do|muc dich|can cu de nghi',
  copies: 'ban sao|=so luong',
  'result-method': 'nhan ket qua|tra ket qua|buu dien|chuyen phat|buu chinh|tra the|dia chi nguoi nhan',
  agency: `
kinh gui|tiep nhan|nhan ho so|co quan cap phep|de nghi co quan|uy ban nhan dan|ubnd|^cong an|noi nop
noi gui ho so|van phong dang ky|^trung tam|^phong|^soj|=don vi`,
  'residence-province': '^tinh|^ten tinh|^thanh pho',
  'residence-ward': '^xa|^phuong|^thi tran|^dac khu',
};

const DIED = '(?:chet|mat(?! (?:ho|the|giay|so|gcn|can|bang))|tu vong|tu tran|hy sinh|qua doi)';
/** What is said in many words, each as a pattern; where the words between may be any, the first group is the evidence. */
const PATTERNS: readonly (readonly [Kind, RegExp])[] = [
  [
    'death-date',
    RegExp(
      `\\b(?:ngay|thoi gian|thoi diem)(?:,? thang,? nam)? ${DIED}\\b|\\b${DIED} (?:vao )?ngay\\b|\\bda chet vao\\b(?! luc)`,
    ),
  ],
  ['death-time', RegExp(`\\b(?:gio|phut)(?:,? phut)? ${DIED}\\b|\\b${DIED} (?:vao )?(?:luc|hoi)\\b`)],
  ['death-place', RegExp(`\\b(?:noi|dia diem) ${DIED}\\b|\\b${DIED} tai\\b`)],
  ['death-cause', RegExp(`\\b(?:nguyen nhan|ly do|truong hop) (?:${DIED}|tu)\\b`)],
  [
    'insurance-number',
    /\b(?:so|ma)(?: so| the| dinh danh)* (?:bhxh|bhyt|bao hiem|bh)\b|\bthe (?:bhyt|bao hiem y te) so\b/,
  ],
  [
    'tax-code',
    /\b(?:mst|msdn|ma so (?:dang ky )?(?:thue|doanh nghiep|dn|hkd|ho kinh doanh|chi nhanh|dia diem)|so dang ky doanh nghiep)\b/,
  ],
  // "Loại thẻ đề nghị cấp": which variant is asked for, whatever the thing.
  [
    'registration-type',
    /^(loai|hinh thuc|phuong thuc|truong hop)\b(?! giay to)(?!.*\bnhan\b).*\b(?:de nghi|dang ky|yeu cau|xin|(?<!, )cap|huong|xet tuyen|giam dinh)\b/,
  ],
  // "Dân tộc đề nghị xác định lại": what is to become of a thing is no fact of it yet.
  ['request-content', /^(?!nguoi|ly do|loai).*\b(de nghi (?:xac dinh|thay doi|dieu chinh|gia han))\b/],
  [
    'result-method',
    /^(?:hinh thuc|phuong thuc|cach thuc|cach|noi|dia diem|dia chi) (?:nhan|tra)\b(?! ho so| thong bao)|^(?:dang ky )?nhan (?:qua|tai|bang(?! tien)|gplx|giay)\b/,
  ],
  ['copies', /\b(?:so (?:luong )?(?:ban|to khai|phieu|trich luc)|(?:de nghi|yeu cau|xin) cap ban sao)\b/],
  ['agency', /^(?:co quan(?!,| (?:lap|ra|dang (?!ky)))|truong(?= (?!hop).*\b(?:dang ky|xin|chuyen den)\b))/],
  [
    'agency',
    /^(?:co quan|don vi|noi) (?:tiep nhan|thu nhan|nhan(?= ho so)|giai quyet|thuc hien|thu ly|to chuc thi|(?:dang ky )?du (?:thi|tuyen))\b/,
  ],
];

/** Phrases of which kind and subject alone would not tell what is expected. */
const SPECIAL: readonly (readonly [phrases: string, kind: Kind, expect: Expectation])[] = [
  ['bang chu@business', 'business-capital', 'derived'],
  // What is asked for is the citizen's own choice; what the record is called stands in the civil-status database.
  ['ten giay to ho tich', 'civil-record-type', 'from-database'],
  ['noi du dinh dang ky ket hon', 'civil-record-place', 'none'],
  ['trong thoi gian cu tru tai|de nghi dang ky thuong tru|de nghi dang ky tam tru', 'residence', 'none'],
  // Registers hold these, and no kind of ours is meant for them.
  [
    'muc dich su dung dat|muc dich su dung@land|thoi han su dung@land|ma ho gia dinh|ma so ho gia dinh|ma don vi@business',
    'other',
    'from-database',
  ],
];

/** Things that look like a kind and are none: papers, licences and acts that no register of persons holds. */
const NOTHING = `
phong so|tinh trang|tinh chat|phuong phap|phuong thuc|ten va dia chi|ho, chu dem va ten goi khac|^giong
dia chi lien lac giong|chu ho la|nghe nghiep|chuc vu|khuyet tat|noi lam viec|co quan cong tac
nguoi cha me co quoc tich|can cu|noi dang ky kham|noi dang ky nhan|thoi gian|thoi han|cam ket|y kien
so tien|so thue|tai khoan|ngan hang|nhan thong bao|nhan tro cap|nhan tien|hinh thuc nhan tro cap
hinh thuc nhan thong bao|noi nhan tro cap|hinh thuc thanh toan|hinh thuc lam viec|hinh thuc hoc
hinh thuc chi tra|ho so|giay to chung minh|loai giay to kem|muc dich su dung dien|su dung vao muc dich
huyen|dien tich xay dung|dien tich san|dien tich nha|kinh phi`;

/** The phrases of a row without their marks, and the rules that the marks make of them. */
const rulesOf = (rows: string, kind: Kind, expect?: Expectation) =>
  phrasesOf(rows).map((marked): [string, KindRule] => {
    const [, mark, phrase = '', subject] = /^([=^]?)([^@]*)@?(.*)$/.exec(marked) ?? [];
    return [phrase, { kind, mark, subject, expect }];
  });

const lookUp = lexiconOf<KindRule>([
  ...SPECIAL.flatMap((row) => rulesOf(...row)),
  ...Object.entries(ROWS).flatMap(([kind, rows]) => rulesOf(rows, kind as Kind)),
  ...rulesOf(NOTHING, 'other', 'none'),
]);

/** These decide over longer phrases that merely stand beside them: all of a death notice is the notice. */
const OVERRIDING: ReadonlySet<Kind> = new Set<Kind>(['death-notice', 'birth-notice', 'relationship']);
/** Until when a paper holds is never the paper itself, nor what is had what is asked for. */
const UNTIL = /\b(?:het han|gia tri (?:den|tu)|dang huong)\b/;
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
    if (means.mark === '=' ? text !== phrase : means.mark && at > 0) continue;
    if (means.subject && means.subject !== subject) continue;
    const rank =
      phrase.length +
      (OVERRIDING.has(means.kind) ? 1000 : 0) +
      (means.subject ? 2 : 0) +
      (at === 0 ? HEAD_BONUS : 0);
    if (rank > bestRank) {
      best = { kind: means.kind, evidence: phrase, ...(means.expect && { expect: means.expect }) };
      bestRank = rank;
    }
  }
  return best;
}
