import type { Expectation, Kind, Subject } from '../field.ts';
import type { KindOfWords } from './kinds.ts';
import { lexiconOf, phrasesOf } from './lexicon.ts';

/** What is asked about a paper: its number, its day, the office that issued it. */
type Aspect = 'number' | 'date' | 'office';

/** What the number, the day and the office of a sort of paper are, or of an entry of a register. */
interface Sort {
  kinds: Readonly<Record<Aspect, Kind>>;
  /** Where kind and subject alone would not tell. */
  expect?: Expectation;
  /** By what words it is known. */
  words: string;
}

const sort = (
  kinds: readonly [number: Kind, date: Kind, office: Kind],
  words: string,
  expect?: Expectation,
) => ({
  kinds: { number: kinds[0], date: kinds[1], office: kinds[2] },
  words,
  ...(expect && { expect }),
});

/** The sorts of papers; of several in one text the first here is meant. */
export const PAPERS = [
  'identity',
  'death-notice',
  'birth-notice',
  'record',
  'insurance',
  'land',
  'business',
  'strange',
] as const;
/** A sort of paper, by its name. */
export type Paper = (typeof PAPERS)[number];

const SORTS: Readonly<Record<Paper, Sort>> = {
  identity: sort(
    ['id-document-number', 'id-issue-date', 'id-issue-place'],
    `
cccd|cmnd|cmt|cmtnd|can cuoc|dinh danh|ddcn|chung minh nhan dan|chung minh thu|ho chieu|passport|giay thong hanh
giay to tuy than|gttt|giay to phap ly|giay to nhan than|giay to dinh danh|giay to co gia tri di lai quoc te`,
  ),
  'death-notice': sort(['death-notice', 'death-notice', 'death-notice'], 'giay bao tu'),
  'birth-notice': sort(['birth-notice', 'birth-notice', 'birth-notice'], 'giay chung sinh|gcn chung sinh'),
  record: sort(
    ['civil-record-number', 'civil-record-date', 'civil-record-place'],
    'khai sinh|ket hon|khai tu|dang ky giam ho|dang ky nuoi con nuoi|chung nhan nuoi con nuoi|giay chung tu|trich luc|giay to ho tich|gks|gcnkh|dkks|dkkh',
  ),
  insurance: sort(
    ['insurance-number', 'other', 'other'],
    'so bhxh|so bao hiem xa hoi|the bhyt|the bao hiem y te',
    'from-database',
  ),
  land: sort(
    ['land-certificate-number', 'other', 'other'],
    `
gcn qsdd|gcnqsdd|gcn qsd dat|gcn quyen su dung|gcn quyen so huu nha|chung nhan qsdd|chung nhan qsd dat
chung nhan quyen su dung dat|chung nhan quyen so huu nha|vao so cap gcn|phat hanh gcn|so do|so hong`,
    'from-database',
  ),
  business: sort(
    ['other', 'other', 'other'],
    `
dang ky kinh doanh|dang ky doanh nghiep|dang ky ho kinh doanh|dang ky hop tac xa|dang ky hoat dong chi nhanh|dkkd
dkdn|dkhkd|cndkkd|cndkdn|cndkhkd|gcndkkd|gcndkdn|giay phep kinh doanh|gpkd`,
    'from-database',
  ),
  // Licences, diplomas, decisions: no register that the audit counts holds them.
  strange: sort(
    ['other', 'other', 'other'],
    `
giay phep|gplx|bang lai|chung chi|van bang|bang|quyet dinh|hop dong|uy quyen|giay xac nhan|giay chung nhan|gcn
giay chung nhan du dieu kien|giay chung nhan an toan|giay chung nhan co so|giay chung nhan kiem|giay chung nhan hop
giay chung nhan datj|giay chung nhan chat luong|giay chung nhan thuc hanh|giay chung nhan dao tao|giay chung nhan dau tu
giay chung nhan dang ky dau tu|giay chung nhan ve sinh|giay chung nhan tham duyet|giay chung nhan xuat xu
giay chung nhan bao hiem|giay chung nhan dang ky nhan hieu|giay chung nhan dang ky phuong tien|giay chung nhan dang ky tau
giay chung nhan thuong binh|giay chung nhan suc khoe|giay chung nhan nghi viec|gcn du dieu kien|gcn an toan
giay to can|giay to chung minh|so the|hoa don|chung tu|bien ban|cong van|ho so|dang ky xe|chung nhan dang ky
chung nhan dau tu|dang ky dau tu|nghi quyet|ban an|giay gioi thieu|giay moi|giay kham suc khoe|giay ra vien
giay hen|bien lai|bien nhan|to trinh|thong bao|ket luan|vi bang|van ban|thi thuc|visa|the tam tru|the thuong tru
the hanh nghe|the hoi vien|the luat su|the huong dan vien|the nha bao|the thuong binh|phu hieu|bien so|cchn|gpxd
gplh|gpld|gpkt|so hoc ba|hoc ba|so ho khau|so tam tru|so kham benh|so tiet kiem|tem kiem dinh|dang kiem
kiem dinh|phieu|don dang ky|don xin|to khai|chung thu|chung nhan|lenh`,
    'none',
  ),
};
const lookUp = lexiconOf(
  PAPERS.flatMap((it, order) => phrasesOf(SORTS[it].words).map((phrase) => [phrase, { it, order }] as const)),
);

/** What a certificate is about where its own words do not say, and whose dates stand in such a section. */
const OF_SUBJECT: Partial<Record<Subject, Paper>> = {
  land: 'land',
  business: 'business',
  'civil-record': 'record',
};

const ASPECTS: readonly (readonly [Aspect, RegExp])[] = [
  [
    'date',
    /^(?!.*(?<!khai )\bsinh\b)(?:cap )?ngay\b(?! (?:hen|du kien|trao|nhan|nop|het|bat dau|lam|ke khai|mat|bi|tra|gia han|xuat canh|nhap canh))|\bngay cap$|^cap lan dau\b(?!\/|,| hoac)/,
  ],
  [
    'office',
    /^(?:noi|co quan|don vi|ten co quan)(?: da)? (?:cap|ky|ban hanh|dang ky (?=khai|ket hon))\b|^do\b|^cap (?:boi|tai)\b|^tai(?: ubnd| uy ban| co quan|$)/,
  ],
  [
    'number',
    /^(?:so|ma)\b(?! (?:luong|ban(?! an)|bo|to|quyen|lan|con|nguoi|tien|thang|so (?:dang ky|dkkd|kinh doanh)))|(?<!\b(?:(?<!giam )ho|(?<!uy )quyen) )\bso$/,
  ],
];
/** Labels that say nothing of their paper but the aspect: they go on with the paper named last. */
const BARE =
  /^(?:so|so hieu|quyen so|so dang ky|(?:cap (?:lan dau )?)?ngay(?: cap(?: lan dau)?| ky| dang ky)?(?: the| giay)?|ngay(?: cap)?(?:,|\/| va) noi cap|ngay, thang, nam (?:cap|dang ky)|(?:noi|co quan) (?:cap|ky|ban hanh)(?: the| giay| phep)?|(?:tai|do)(?: co quan| ubnd| uy ban nhan dan)?|cap (?:boi|tai)|do(?: co quan| ubnd| uy ban nhan dan)?(?: cap)?)$/;
/** What may stand between the aspect and a paper: "Số hiệu văn bằng", but "Số điện thoại người nộp hồ sơ". */
const BETWEEN =
  /^(?:(?:so|hieu|ky|ma|ngay|thang|nam|noi|co|quan|don|vi|da|cap|lap|vao|cua|ghi|tren|giay|theo)[ ,/]*)*$/;
const ANY_ID = /\b(?:so )?(?:cccd|can cuoc|ddcn|dinh danh|tcc|phap nhan)\b/;

/** The sort of paper that a text names, after the one named last. */
export function paperIn(text: string, subject: Subject, last: Paper | null = null): Paper | null {
  return named(text, subject, last)?.paper ?? null;
}

function named(
  text: string,
  subject: Subject,
  last: Paper | null,
): { paper: Paper; evidence: string } | null {
  const met = lookUp(text).filter(
    ({ at, phrase, means }) =>
      means.it !== 'strange' || BETWEEN.test(text.slice(0, at)) || text.slice(at) === `${phrase} so`,
  );
  const [best] = met.toSorted((a, b) => a.means.order - b.means.order || b.phrase.length - a.phrase.length);
  if (!best) return null;
  const certificate = /^(?:giay chung nhan|gcn|quyet dinh|ban an)$/.test(best.phrase)
    ? OF_SUBJECT[subject]
    : undefined;
  // After the parcel's own papers "Giấy chứng nhận" is of the land, whatever else is called so.
  const ofLand =
    last === 'land' && best.means.it === 'strange' && /\bgcn|giay chung nhan\b/.test(best.phrase);
  return { paper: ofLand ? 'land' : (certificate ?? best.means.it), evidence: best.phrase };
}

/** The sort of paper whose number, date or office a kind is. */
export function paperOfKind(kind: Kind): Paper | null {
  if (kind === 'other') return null;
  if (kind.startsWith('civil-record')) return 'record';
  if (kind === 'personal-id') return 'identity';
  return PAPERS.find((it) => Object.values(SORTS[it].kinds).includes(kind)) ?? null;
}

/**
 * What a label asks of a paper: of the one it names, or of `last`, the one named last. Null where it asks nothing of
 * a paper.
 */
export function kindOfPaper(text: string, subject: Subject, last: Paper | null): KindOfWords | null {
  const aspect = ASPECTS.find(([, words]) => words.test(text))?.[0];
  if (!aspect) return null;
  const its = named(text, subject, last);
  const meant = its?.paper ?? (BARE.test(text) ? (last ?? OF_SUBJECT[subject]) : null);
  if (!meant) return null;
  const id =
    meant === 'identity' && aspect === 'number' && !/\b(?:cu|bhxh)\b/.test(text) && ANY_ID.exec(text)?.[0];
  const evidence = id || its?.evidence || text;
  const { kinds, expect } = SORTS[meant];
  return { kind: id ? 'personal-id' : kinds[aspect], evidence, ...(expect && { expect }) };
}
