import type { Expectation, Kind, Subject } from '../field.ts';
import type { KindOfWords } from './kinds.ts';
import { lexiconOf, phrasesOf } from './lexicon.ts';

/** What is asked about a paper: its number, its day, the office that issued it. */
type Aspect = 'number' | 'date' | 'office';

/** A sort of paper, or an entry of a register: what its number, its day and its office are. */
export interface Paper {
  kinds: Readonly<Record<Aspect, Kind>>;
  /** Where kind and subject alone would not tell. */
  expect?: Expectation;
}

const paper = (number: Kind, date: Kind, office: Kind, expect?: Expectation): Paper => ({
  kinds: { number, date, office },
  ...(expect && { expect }),
});
const IDENTITY = paper('id-document-number', 'id-issue-date', 'id-issue-place');
const RECORD = paper('civil-record-number', 'civil-record-date', 'civil-record-place');
const LAND = paper('land-certificate-number', 'other', 'other', 'from-database');
const BUSINESS = paper('other', 'other', 'other', 'from-database');
/** Licences, diplomas, decisions: no register that the audit counts holds them. */
const STRANGE = paper('other', 'other', 'other', 'none');

/** By what words a paper is known; of several sorts in one text the first here is meant. */
const PAPERS: readonly (readonly [Paper, string])[] = [
  [
    IDENTITY,
    `
cccd|cmnd|can cuoc|dinh danh|ddcn|chung minh nhan dan|ho chieu|giay thong hanh|giay to tuy than
giay to phap ly|giay to nhan than`,
  ],
  [paper('death-notice', 'death-notice', 'death-notice'), 'giay bao tu'],
  [paper('birth-notice', 'birth-notice', 'birth-notice'), 'giay chung sinh'],
  [
    RECORD,
    'khai sinh|ket hon|khai tu|dang ky giam ho|dang ky nuoi con nuoi|giay chung tu|trich luc|giay to ho tich',
  ],
  [paper('insurance-number', 'other', 'other', 'from-database'), 'so bhxh|the bhyt|the bao hiem y te'],
  [
    LAND,
    `
gcn qsdd|chung nhan quyen su dung dat|vao so cap gcn|phat hanh gcn|so do|so hong`,
  ],
  [
    BUSINESS,
    `
dang ky kinh doanh|dang ky doanh nghiep|dang ky ho kinh doanh|dkkd|giay phep kinh doanh`,
  ],
  [
    STRANGE,
    `
giay phep|gplx|chung chi|van bang|bang|quyet dinh|hop dong|uy quyen|giay xac nhan|giay chung nhan|gcn
giay to can|so the|hoa don|chung tu|bien ban|cong van|ho so|dang ky xe`,
  ],
];
const lookUp = lexiconOf(
  PAPERS.flatMap(([it, rows], order) => phrasesOf(rows).map((phrase) => [phrase, { it, order }] as const)),
);

/** What a certificate is about where its own words do not say, and whose dates stand in such a section. */
const OF_SUBJECT: Partial<Record<Subject, Paper>> = {
  land: LAND,
  business: BUSINESS,
  'civil-record': RECORD,
};

const ASPECTS: readonly (readonly [Aspect, RegExp])[] = [
  [
    'date',
    /^(?!.*(?<!khai )\bsinh\b)(?:cap )?ngay\b(?! (?:hen|du kien|trao|nhan|nop|het|bat dau|lam|ke khai))|\bngay cap$|^cap lan dau\b/,
  ],
  [
    'office',
    /^(?:noi|co quan|don vi|ten co quan)(?: da)? (?:cap|ky|dang ky (?=khai|ket hon))\b|^do\b|^cap (?:boi|tai)\b|^tai(?: ubnd| uy ban| co quan|$)/,
  ],
  [
    'number',
    /^(?:so|ma)\b(?! (?:luong|ban|bo|to|quyen|lan|con|nguoi|tien|thang))|(?<!\b(?:(?<!giam )ho|(?<!uy )quyen) )\bso$/,
  ],
];
/** Labels that say nothing of their paper but the aspect: they go on with the paper named last. */
const BARE =
  /^(?:so|so hieu|quyen so|so dang ky|(?:cap (?:lan dau )?)?ngay(?: cap(?: lan dau)?| ky| dang ky)?(?: the| giay)?|ngay, thang, nam (?:cap|dang ky)|(?:noi|co quan) cap(?: the| giay| phep)?|(?:tai|do)(?: co quan| ubnd| uy ban nhan dan)?|cap (?:boi|tai)|do(?: co quan| ubnd| uy ban nhan dan)?(?: cap)?)$/;
/** What may stand between the aspect and a paper: "Số hiệu văn bằng", but "Số điện thoại người nộp hồ sơ". */
const BETWEEN =
  /^(?:(?:so|hieu|ky|ma|ngay|thang|nam|noi|co|quan|don|vi|da|cap|lap|vao|cua|ghi|tren|giay|theo)[ ,/]*)*$/;
const ANY_ID = /\b(?:so )?(?:cccd|can cuoc|ddcn|dinh danh|tcc|phap nhan)\b/;

/** The sort of paper that a text names. */
export function paperIn(text: string, subject: Subject): Paper | null {
  return named(text, subject)?.paper ?? null;
}

function named(text: string, subject: Subject): { paper: Paper; evidence: string } | null {
  const met = lookUp(text).filter(({ at, means }) => means.it !== STRANGE || BETWEEN.test(text.slice(0, at)));
  const [best] = met.toSorted((a, b) => a.means.order - b.means.order || b.phrase.length - a.phrase.length);
  if (!best) return null;
  const certificate = /^(?:giay chung nhan|gcn|quyet dinh)$/.test(best.phrase)
    ? OF_SUBJECT[subject]
    : undefined;
  return { paper: certificate ?? best.means.it, evidence: best.phrase };
}

/** The sort of paper whose number, date or office a kind is. */
export function paperOfKind(kind: Kind): Paper | null {
  if (kind === 'other') return null;
  const of = kind.startsWith('civil-record') ? RECORD : kind === 'personal-id' ? IDENTITY : null;
  return of ?? PAPERS.find(([{ kinds }]) => Object.values(kinds).includes(kind))?.[0] ?? null;
}

/**
 * What a label asks of a paper: of the one it names, or of `last`, the one named last. Null where it asks nothing of
 * a paper.
 */
export function kindOfPaper(text: string, subject: Subject, last: Paper | null): KindOfWords | null {
  const aspect = ASPECTS.find(([, words]) => words.test(text))?.[0];
  if (!aspect) return null;
  const its = named(text, subject);
  // After the parcel's own papers "Giấy chứng nhận" is of the land, whatever else is called so.
  const ofLand = last === LAND && its?.paper === STRANGE && /\bgcn|giay chung nhan\b/.test(its.evidence);
  const meant = ofLand ? LAND : (its?.paper ?? (BARE.test(text) ? (last ?? OF_SUBJECT[subject]) : null));
  if (!meant) return null;
  const id =
    meant === IDENTITY && aspect === 'number' && !/\b(?:cu|bhxh)\b/.test(text) && ANY_ID.exec(text)?.[0];
  const evidence = id || its?.evidence || text;
  const kind = id ? 'personal-id' : meant.kinds[aspect];
  return { kind, evidence, ...(meant.expect && { expect: meant.expect }) };
}
