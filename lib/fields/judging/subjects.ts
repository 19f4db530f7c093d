import type { Subject } from '../field.ts';
import { entriesOf, lexiconOf, type Met, phrasesOf } from './lexicon.ts';

type Table = Readonly<Partial<Record<Subject, string>>>;

/** People as headings and labels name them. Among the phrases that stand first the longest decides. */
const PEOPLE: Table = {
  requester: `
nguoi yeu cau|nguoi nop|nguoi khai|nguoi ke khai|nguoi dang ky
nguoi de nghi|nguoi lam don|nguoi xin|nguoi thong bao
nguoi su dung dat|nsdd|nnt|ca nhan co thu nhap|nguoi lao dong|nguoi tham gia
nguoi nhan nuoi|nguoi nhan con nuoi|nguoi lai xe|nguoi dung ra|nguoi dung khai|dung ra mai tang
chu xe|chu dau tu|chu ho kinh doanh|chu su dung|chu so huu|chu ho so|khach hang
dai dien than nhan|dai dien gia dinh|dai dien ho gia dinh|nguoi dai dien ho gia dinh`,
  'record-subject': `
nguoi duoc|nguoi huong|nguoi bi|nguoi co|nguoi phu thuoc|npt|nguoi cao tuoi|nguoi khuyet tat
nguoi luu tru|nguoi den luu tru|nguoi nuoc ngoai|nguoi lao dong nuoc ngoai|nguoi de nghi huong
thuong binh|benh binh|nguoi benh|nguoi mang thai|ba me viet nam`,
  child: `
nguoi con|tre|hoc sinh|chau be|thi sinh|nguoi chua thanh nien
nguoi duoi 14 tuoi|nguoi duoc khai sinh|nguoi duoc dang ky khai sinh|nguoi duoc nhan lam con nuoi
duoc nhan lam con nuoi`,
  mother: 'nguoi me|me de|me nuoi|phan me',
  father: 'nguoi cha|nguoi bo|cha de|bo de|cha nuoi',
  parent: `
nguoi cha/me|nguoi cha hoac me|nguoi cha, me|cha/me|cha hoac me|cha me|me hoac cha
duoc nhan la cha|duoc nhan la me`,
  wife: 'ben nu|nguoi vo|vo sap cuoi',
  husband: 'ben nam|nguoi chong|chong sap cuoi',
  deceased: `
nguoi chet|nguoi da chet|nguoi mat|nguoi da mat|nguoi qua co|nguoi qua doi|nguoi tu tran|nguoi tu vong
nguoi hy sinh|nguoi de lai di san|nguoi de lai tai san|nguoi duoc mai tang|nguoi duoc khai tu
nguoi duoc dang ky khai tu|liet si`,
  guardian: `
nguoi giam ho|nguoi dai dien hop phap|nguoi cu giam ho|nguoi nhan giam ho|nguoi duoc cu giam ho|nguoi dai dien|dai dien hop phap
nguoi nuoi duong|nguoi cham soc|ben giam ho|viec giam ho giua`,
  ward: 'nguoi duoc giam ho|ben duoc giam ho',
  other: `
chu ho|chu nha|chu so huu nha|chu so huu cho o|chu so huu/nguoi dai dien|chu xe cu|chu cu|chu co so
chu nhiem|chu tri|thay doi chu|thay doi nguoi|nguoi huong dan|thanh vien|than nhan|nguoi than|nguoi thua ke|nguoi lam chung|nguoi lien he
nguoi bao lanh|nguoi di cung|tre em di cung|nguoi uy quyen|nguoi duoc uy quyen|nguoi nhan thay
nguoi nhan ho|nguoi dai dien theo phap luat|dai dien theo phap luat|dai dien phap luat|nguoi huong mai tang phi|ben ban
ong, ba|ben giao|ben chuyen nhuong|ben cho thue|nguoi du dinh ket hon|vo (chong)|vo/chong|vo chong
vo hoac chong|chong hoac vo`,
};

/** What else a heading may be about: records, land, businesses, and persons whom a single word names. */
const IN_HEADING: Table = {
  requester: `
nguoi|chu|ben nhan chuyen nhuong|ben mua|giay phep lai xe|to chuc, ca nhan de nghi|ca nhan|cong dan|ban than
toi`,
  'record-subject':
    'nhan khau|thay cho|da co ho so|cho nguoi duoi day|duoc cai chinh|duoc thay doi|co the bhyt|doi tuong',
  child: 'khai sinh|con',
  mother: 'me',
  father: 'cha|bo',
  parent: 'cha, me',
  wife: 'vo',
  husband: 'chong',
  deceased: 'khai tu|lan cuoi cung',
  other: 'uy quyen',
  'civil-record': `
da dang ky|giay khai sinh|giay to ket hon|giay to ho tich|thong tin ho tich
viec ho tich|viec ket hon|thong tin ket hon|da dang ky ket hon
ghi chu ket hon|trich luc
ban an, quyet dinh`,
  land: `
thua dat|khu dat|tai san the chap|tai san bao dam|noi dung bien dong|cong trinh|nha o|tai san gan lien|quyen su dung dat|bien dong|gcn da cap|dat dai
ve dat|nguon goc su dung`,
  business: `
doanh nghiep|cong ty|hop tac xa|ho kinh doanh|hkd|dkkd|co so|cslt|chi nhanh|don vi|nha thau
dai ly thue|nguoi su dung lao dong|noi lam viec|tru so|nganh|von
tinh trang thanh lap|dang ky thue|thong tin ve thue|dia diem kinh doanh|co quan chi tra
to chuc, ca nhan tra thu nhap|to chuc tra thu nhap|to chuc thiet ke`,
};
/** What a part of a form is about when it is about nobody; what it asks of a person is asked of the requester. */
const TOPICS = `
noi dung|cach|ket qua|lich hen|le phi|cam doan|cam ket|loi cam|ho so|thanh phan|tai lieu|van ban
tai khoan|kinh gui|nguyen vong|xe|phuong tien|dac diem|giay to can|nghia vu|thu tuc|dich vu
co so giao duc|co so dao tao|co quan tiep nhan|co quan thuc hien|co quan giai quyet|co quan dang ky|don vi tiep nhan|don vi thuc hien
an tich|xac nhan cua|y kien|thuoc doi tuong|thuc trang|hien trang|ve yeu cau|nhan ket qua|hinh thuc nhan`;

/** Words that name somebody only where nothing of the above stands in the heading. */
const IN_VAGUE_HEADING: Table = {
  'record-subject': 'duoc xac dinh|duoc tro cap|duoc huong',
  business: 'to chuc',
};
const VAGUE_TOPICS = 'de nghi|yeu cau|hinh thuc|phuong thuc|noi nhan|che do|chinh sach|ly do|muc dich';

/** Whom the words of one label speak of besides: "Họ tên mẹ", "Số ĐDCN của chồng". */
const IN_LABEL: Table = {
  mother: 'me',
  father: 'cha|ten bo|cua bo|ve bo',
  wife: 'ten vo|cua vo',
  husband: 'ten chong|cua chong',
  child: 'ten con|cua con|cua tre',
  business: 'co quan chi tra|don vi thiet ke|cua doanh nghiep|don vi ban',
  'civil-record': 'da dang ky khai sinh tai|giay khai sinh so|noi dang ky ket hon|du dinh dang ky ket hon',
  other: `
cha, me|me, cha|cha hoac me|me hoac cha|cha me|cha/me|nguoi dai dien|nguoi lam thu tuc|ten vo (chong)|cua vo (chong)
ten vo/chong|cua vo/chong|ten vo hoac chong|cua vo hoac chong`,
};

const TOPIC = { subject: 'other', topic: true } as const;
type Meaning = { subject: Subject; topic?: true };
const meaningsOf = (table: Table) =>
  entriesOf(table).map(([phrase, subject]): [string, Meaning] => [phrase, { subject }]);
const topicsOf = (rows: string) => phrasesOf(rows).map((phrase): [string, Meaning] => [phrase, TOPIC]);

const inHeading = lexiconOf([...meaningsOf(PEOPLE), ...meaningsOf(IN_HEADING), ...topicsOf(TOPICS)]);
const inVagueHeading = lexiconOf([...meaningsOf(IN_VAGUE_HEADING), ...topicsOf(VAGUE_TOPICS)]);
const inLabel = lexiconOf([...meaningsOf(IN_LABEL), ...meaningsOf(PEOPLE)]);

/** Whom the tokens of a field's own name speak of. */
const IN_NAME: readonly (readonly [Subject, RegExp])[] = [
  ['mother', /^(?:mother\w*|(?:\w*(?:ten|sinh|ns|cccd|dd|dt|nghe))?me)$/],
  ['father', /^(?:father\w*|(?:\w*(?:ten|sinh|ns|cccd|dd|dt|nghe))?(?:cha|bo))$/],
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
  topic?: true;
  /** The heading names what we do not know; the requester has been named before it, or not. */
  unknown?: { besides: boolean };
}

/** A heading of this kind is the form's own title and names nobody. */
const FORM_TITLE = /^(?:don(?! vi)|to khai|giay de nghi|phieu|ban khai|mau so|dang ky)\b/;
/** What a heading says before it comes to whom it is about. */
const OPENING =
  /^(?:(?:[ivx]+|[a-z]|\d+(?:\.\d+)*)[.):]\s*|(?:phan|muc|buoc) (?:[ivx]+|\d+|[a-z])[.:)]*\s*|\d[\d -]*$|(?:thong tin|phan|ke khai|khai bao|khai|dang ky|bo sung|ve|chung|chi tiet|ca nhan$|danh cho)(?:\s+|$))*/;

/** What a heading is about: its words without numbers and "thông tin về". */
export const gistOf = (heading: string) => heading.replace(OPENING, '');

/**
 * Whom the headings above a field speak of, the nearest first. One that names nobody but asks after a person ("Nơi cư
 * trú") goes on with the heading before; any other opens a part of the form that is about nobody.
 */
export function subjectOfHeadings(
  headings: readonly string[],
  isOfPerson: (text: string) => boolean,
): Named | null {
  let changed: Named | null = null;
  for (let nearest = headings.length - 1; nearest >= 0; nearest--) {
    const heading = headings[nearest] ?? '';
    const rest = gistOf(heading);
    const clear = rest ? clearIn(heading) : null;
    if (FORM_TITLE.test(heading) && !(clear?.topic && rest.startsWith(clear.evidence))) continue;
    if (changed) {
      if (clear && !clear.topic) return ABOUT_THINGS.has(clear.subject) ? clear : changed;
      continue;
    }
    if (!rest || (!clear && isOfPerson(rest))) continue;
    const named = clear ?? firstOf(inVagueHeading(heading));
    // The first heading of a page is its title, or names somebody with its first word.
    if (nearest === 0 && !(named && rest.startsWith(named.evidence))) return null;
    const known = isKnown(headings.slice(0, nearest));
    // What is to be changed belongs to what has been spoken of, where that is no person.
    if (named?.topic && /\bthay doi\b/.test(rest)) changed = named;
    else if (named) return besides(named, rest, known);
    else return { subject: 'other', evidence: '', topic: true, unknown: { besides: known } };
  }
  return changed;
}

/** Whom words mean where the requester has been named before: "người hưởng" is one's own name in one's own claim. */
const BESIDES: Readonly<Record<string, Subject>> = {
  nguoi: 'other',
  'ca nhan': 'other',
  'nguoi huong': 'record-subject',
};
/** Whoever files is oneself, whatever else they are: "chủ hộ đăng ký", "người đứng đầu cơ sở nộp hồ sơ". */
const FILES =
  /^(?!.*\bduoc\b(?! uy quyen)).*\b(?:nop (?:ho so|don)|lam don|viet don|ke khai|khai bao|dang ky|de nghi)$/;

function besides(named: Named, heading: string, known: boolean): Named {
  const another = BESIDES[named.evidence] ?? (named.subject === 'other' && !named.topic ? 'other' : null);
  if (!another) return named;
  // The first whom a form asks after is whoever fills it in.
  const files = FILES.test(heading) && (named.evidence === 'nguoi' || named.evidence.endsWith('uy quyen'));
  return { ...named, subject: known && !files ? another : 'requester' };
}

/** Whether headings have named the requester, or the business that the requester acts for. The first may be a title. */
function isKnown(headings: readonly string[]): boolean {
  let known = false;
  for (const [place, heading] of headings.entries()) {
    const named = clearIn(heading);
    const rest = gistOf(heading);
    if (!named || FORM_TITLE.test(heading) || (place === 0 && !rest.startsWith(named.evidence))) continue;
    const { subject } = besides(named, rest, known);
    known ||= subject === 'requester' || subject === 'business';
  }
  return known;
}

const ABOUT_THINGS: ReadonlySet<Subject> = new Set<Subject>(['business', 'land']);
const SECOND = /\bthu (?:hai|ba|2|3)\b/;
/** One person, and then that they are dead: "người lao động chết". */
const DEAD = /^(?:(?!nguoi).)*nguoi (?:(?!nguoi).)*\b(?:chet|tu tran|tu vong|hy sinh|da mat|qua doi)$/;

/** Whom a heading names without doubt. */
function clearIn(heading: string): Named | null {
  // "Cha mẹ hoặc người giám hộ (người làm đơn)": brackets may say that it is oneself.
  const [, explained = ''] = /\(([^)]*)\)/.exec(heading) ?? [];
  const oneself = firstOf(inLabel(explained));
  if (oneself?.subject === 'requester') return oneself;
  const bare = withoutBrackets(heading).trim();
  const named = firstOf(inHeading(bare));
  if (named && DEAD.test(bare)) return { ...named, subject: 'deceased' };
  return named?.subject === 'requester' && SECOND.test(heading) ? { ...named, subject: 'other' } : named;
}

/** Vietnamese puts the head first: "người cha của người được khai sinh" is the father. Of one place the longest. */
function firstOf(met: readonly Met<Meaning>[]): Named | null {
  let best: Met<Meaning> | null = null;
  for (const one of met) {
    if (!best || one.at < best.at || (one.at === best.at && one.phrase.length > best.phrase.length))
      best = one;
  }
  return best && { ...best.means, evidence: best.phrase };
}

/** What stands in brackets explains ("ghi theo quê quán của cha"); it names nobody, but for "vợ (chồng)". */
const withoutBrackets = (text: string) => text.replace(/(?<!\bvo )\([^)]*\)/g, ' ');

/** Whom a label itself speaks of, over its section; null where it leaves that to the section. */
export function subjectOfLabel(folded: string, heading: string): Named | null {
  // "Quan hệ với người mẹ" is asked of whoever the section is about.
  if (/quan he|kinh gui|ban sao|\?$|^nguoi nop la/.test(folded)) return null;
  const named = firstOf(inLabel(withoutBrackets(folded)));
  // A label that repeats its heading leaves it to the heading, which says more.
  const repeats = named?.evidence.includes(' ') && heading.includes(named.evidence);
  return repeats ? null : named;
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
