import type { Subject } from '../field.ts';
import { entriesOf, lexiconOf, type Met, phrasesOf } from './lexicon.ts';

type Table = Readonly<Partial<Record<Subject, string>>>;

/** People as headings and labels name them. Among the phrases that stand first the longest decides. */
const PEOPLE: Table = {
  requester: `
nguoi yeu cau|nguoi nop|nguoi khai|nguoi ke khai|nguoi dang ky|nguoi de nghi|nguoi lam don|nguoi lap
nguoi viet don|nguoi thuc hien|ben yeu cau|ben de nghi|nguoi trinh bao|nguoi xin|nguoi thong bao
nguoi su dung dat|nsdd|nnt|ca nhan co thu nhap|nguoi tham gia|nguoi nhan nuoi|nguoi nhan con nuoi
nguoi dung khai|chu xe|chu dau tu|chu ho kinh doanh|chu su dung|chu so huu|chu ho so|khach hang|nguoi lai xe
nguoi khieu nai|nguoi to cao|nguoi to giac|nguoi phan anh|nguoi kien nghi|nguoi gop y|nguoi co yeu cau
nguoi co nhu cau|nguoi so huu|nguoi du tuyen|nguoi du thi|nguoi xin phep|duong don|chu don|chu phuong tien
chu tau|chu tau ca|chu rung|chu vat nuoi|chu trang trai|chu nguon thai|chu du an|chu cong trinh|chu doanh nghiep
chu hang|chu lo hang|chu co so nuoi|chu bang|chu van bang|nguoi dung ra|dung ra mai tang|dai dien than nhan|dai dien gia dinh|dai dien ho gia dinh
nguoi dai dien ho gia dinh|nguoi dai dien gia dinh`,
  'record-subject': `
nguoi duoc|nguoi co|nguoi bi|nan nhan|nguoi phu thuoc|npt|than nhan de nghi huong|than nhan huong|nguoi luu tru
nguoi den luu tru|nguoi nuoc ngoai|nguoi lao dong nuoc ngoai`,
  child: `
nguoi con|tre|hoc sinh|nguoi chua thanh nien|nguoi duoi 14 tuoi|nguoi duoc nhan lam con nuoi
duoc nhan lam con nuoi`,
  mother: 'nguoi me|me|san phu',
  father: 'nguoi cha|cha',
  parent: 'nguoi cha me|cha me|me cha',
  wife: 'ben nu|nguoi vo',
  husband: 'ben nam|nguoi chong',
  deceased: `
nguoi chet|nguoi da chet|nguoi mat|nguoi da mat|nguoi qua doi|nguoi tu tran|nguoi tu vong|nguoi hy sinh
nguoi de lai|liet si|liet sy|nguoi qua co|nguoi da khuat`,
  guardian: `
nguoi giam ho|nguoi do dau|nguoi dai dien hop phap|nguoi dai dien|dai dien hop phap|nguoi nuoi duong|nguoi cham soc
ben giam ho`,
  ward: 'nguoi duoc giam ho|ben duoc giam ho',
  other: `
chu ho|chu nha|chu so huu nha|chu so huu cho o|chu so huu/nguoi dai dien|chu xe cu|chu cu|chu co so
chu nhiem|chu tri|thay doi chu|thay doi nguoi|nguoi huong dan|thanh vien|than nhan|nguoi than|nguoi thua ke
nguoi bi to cao|nguoi bi khieu nai|nguoi bi kien|nguoi bi phan anh|nguoi lam chung|nguoi phien dich
nguoi duoc cu di|nguoi duoc cu den|nguoi duoc phan cong|nguoi duoc gioi thieu
nguoi co nha|nguoi co dat|nguoi co tai san|nguoi co xe|nguoi phoi ngau|nguoi gioi thieu|nguoi dong so huu|dong tac gia|ben uy quyen|ben duoc uy quyen|ben nhan uy quyen
ben tang cho|ben cho thue|ben thue|ben vay|sang lap vien|dai dien ban|dai dien nhom|dai dien hoi|dai dien co so
ben gop von|nguoi lien he|nguoi di cung|nguoi uy quyen|nguoi duoc uy quyen|nguoi nhan thay|dai dien theo phap luat
dai dien phap luat|nguoi huong mai tang phi|ben ban|ong, ba|ben giao|ben chuyen nhuong|nguoi du dinh ket hon
vo chong|chong vo`,
};

/** Parts that whoever fills the form in may well play themselves, until another has been named as its requester. */
const ROLES: Table = {
  'record-subject': `
nguoi huong|nguoi co cong|nguoi cao tuoi|nguoi khuyet tat|nguoi lao dong|nguoi de nghi huong|thuong binh
benh binh|doi tuong|nguoi benh|benh nhan|nguoi hanh nghe|nguoi tam tru|thuyen vien|hoc vien|sinh vien|hoc sinh, sinh vien`,
  child: 'thi sinh',
  parent: 'phu huynh',
  other: `
nguoi|ca nhan|ho gia dinh|ngu dan|nong dan|giam doc|ke toan truong|luat su|co dong|nghe si|van dong vien|huan luyen vien
giao vien|giang vien|bac si|duoc si|ky su|chuyen gia|can bo|nhan vien|ky thuat vien
thuyen truong|may truong|hieu truong|truong doan|truong nhom|truong ban|dai bieu|hoi vien|tin do
chuc sac|chuc viec|cong chung vien|dau gia vien|kiem toan vien|quan tai vien|nguoi mau`,
};

/** What else a heading may be about: records, land, businesses, and persons whom a single word names. */
const IN_HEADING: Table = {
  requester: `
chu|ben nhan chuyen nhuong|ben mua|giay phep lai xe|to chuc, ca nhan de nghi|cong dan|ban than`,
  'record-subject': 'nhan khau|thay cho|da co ho so|co the bhyt',
  child: 'khai sinh|con|be|cua em',
  wife: 'vo',
  husband: 'chong',
  deceased: 'khai tu|lan cuoi cung|chet|tu vong|su kien chet|su kien tu vong|noi mat|ngay mat|thoi gian mat',
  other: 'uy quyen',
  'civil-record': `
da dang ky|giay khai sinh|giay to ket hon|giay to ho tich|viec ho tich|viec ket hon|thong tin ket hon
ghi chu ket hon|ban an, quyet dinh|khai sinh da|khai sinh truoc day|khai tu truoc day|viec khai sinh
noi dung khai sinh|viec khai tu|viec ly hon|viec nhan cha|viec nhan me|viec nhan con|viec cai chinh
giay chung nhan ket hon|giay dang ky ket hon|thong tin dang ky ket hon|su kien ho tich
dang ky ket hon truoc day|ket hon da|viec nuoi con nuoi`,
  land: `
tai san the chap|da dang ky the chap|cong trinh|nha o|tai san gan lien|bien dong|gcn da cap
nguon goc su dung|dat|bat dong san|can nha`,
  business: `
kinh doanh|doanh nghiep|cong ty|thuong nhan|dia diem ban|hop tac xa|cua hang|phap nhan|hkd|co so|cslt
chi nhanh|van phong dai dien|noi dung hoat dong|don vi|dai ly thue|nguoi su dung lao dong|noi lam viec
tru so|lao dong|kho|nganh|von|tinh trang thanh lap|dang ky thue|co quan chi tra
to chuc, ca nhan tra thu nhap|nha dau tu|nha thau|nha may|nha truong|nha thuoc|quay thuoc|nha hang|nha nghi
nha xuat ban|khach san|to hop tac|htx|phong kham|trang trai|xuong|xuong san xuat|xi nghiep|tap doan|hiep hoi
to chuc tin dung|to chuc ton giao|trung tam|truong mam non|co so mam non|nhom tre|lop mau giao
van phong cong chung|van phong luat su|to chuc khoa hoc|thu vien|bao tang|cau lac bo|benh vien|quy tu thien|quy xa hoi
hoi quan chung|ben cho vay|ngan hang cho vay|du an/co so|du an dau tu/co so|to chuc cho vay
co quan bao chi|ben nhan the chap|ben nhan bao dam`,
};
/** What a part of a form is about when it is about nobody; what it asks of a person is asked of the requester. */
const TOPICS = `
noi dung|cach|ly do|thanh toan|chi tra|ngan hang|lich hen|le phi|cam doan|cam ket|ho so|thanh phan|tai lieu
van ban|tai khoan|kinh gui|nguyen vong|xe|phuong tien|dac diem|giay to can|nghia vu|thu tuc|dich vu
co so giao duc|co so dao tao|co so ha tang|co so phap ly|co so du lieu|co so ly luan|co quan tiep nhan|co quan thuc hien|co quan giai quyet|co quan dang ky
don vi tiep nhan|bien ban|hop dong|an tich|xac nhan cua|y kien|thuoc doi tuong|thuc trang|hien trang
tinh trang nha|tai san cho thue|thong tin tai san|thong tin ve tai san|thong tin thuoc|thong tin ve thuoc|thong tin giong
thong tin chung chi|thong tin van bang|giay to bi mat|doi tuong uu tien|dien uu tien|don vi do|don vi tinh|phong chongj|phong chay|du an|san pham|hang hoa|lo hang|matj hang|thiet bi|may moc|tau|thuyen
thong so|bien phap|ke hoach|phuong an|chuong trinh|su kien|le hoi|hoi thao|hoi nghi|trien lam|khoa hoc|khoa dao tao
lop hoc|vu viec|vu an|su viec|chuyen di|hanh trinh|lich trinh|tuyen duong|nguon thai|chat thai|nuoc thai|khi thai
vat nuoi|dong vat|thuc vat|thuy san|cay trong|giong cay|giong vat nuoi|con giong|con dau|con tau|con vat|con duong|hoa chat|phan bon|vac xin
long bej|quang cao|tac pham|an pham|xuat ban pham|bao chi|phim|khoan vay|vay von|giao dich|hoa don|tai nan|tep
file|dinh kem|ghi chu|chu ky|cuoc thi|ky thi|de tai|nhiem vu|sang che|sang kien|kieu dang|nhan hieu|phan mem
ten mien|cong trinh khai thac|cong trinh cap nuoc|cong trinh thuy loi|cong trinh xa|cong trinh khoa hoc
cong trinh nghien cuu|cong trinh quang cao|trung tam tiep nhan|trung tam phuc vu|trung tam dich vu viec lam|truong dang|truong cu|truong chuyen|truong xin|truong tiep nhan|truong den|viec thanh lap|gop von|chuyen nhuong von|website|khoang san|nguon nuoc|gieng|xet nghiem|kiem nghiem|mau thu|thi cong`;

/** Words that name somebody only where nothing of the above stands in the heading. */
const IN_VAGUE_HEADING: Table = {
  'record-subject': 'duoc xac dinh|duoc tro cap|duoc huong',
  business: 'to chuc',
  'civil-record': 'trich luc',
};
const VAGUE_TOPICS = 'de nghi|yeu cau|hinh thuc|phuong thuc|noi nhan|che do|chinh sach|muc dich|ket qua';

/** Whom the words of one label speak of besides: "Họ tên mẹ", "Số ĐDCN của chồng". */
const IN_LABEL: Table = {
  wife: 'ten vo|cua vo',
  husband: 'ten chong|cua chong',
  child: 'ten con|cua con',
  business: `
ten don vi|dia chi don vi|ten cong ty|dia chi cong ty|ten doanh nghiep|dia chi doanh nghiep|ten co so|dia chi co so
ten cua hang|dia chi cua hang|dia chi nha thuoc|dia chi phong kham|dia chi chi nhanh|dia chi hop tac xa
dia chi ho kinh doanh|dia chi kinh doanh|to chuc hanh nghe|co quan chi tra|don vi thiet ke
cua doanh nghiep|tru so moi|don vi ban`,
  'civil-record':
    'da dang ky khai sinh|da dang ky ket hon|da dang ky giam ho|giay khai sinh so|noi dang ky ket hon|du dinh dang ky ket hon',
  other: `
nguoi dai dien|nguoi lam thu tuc|ten vo chong|cua vo chong|thuyen truong|may truong|chu nhiem|ke toan truong
hieu truong|giam doc|tong giam doc|chu tich|truong ban|truong nhom|truong doan|chi huy truong|ten lai xe|nguoi dung dau
nguoi quan ly|nguoi phu trach|nguoi chiu trach nhiem`,
};

const TOPIC = { subject: 'other', topic: 'requester' } as const;
type Meaning = { subject: Subject; topic?: Subject; role?: true };
const meaningsOf = (table: Table) =>
  entriesOf(table).map(([phrase, subject]): [string, Meaning] => [phrase, { subject }]);
const topicsOf = (rows: string) => phrasesOf(rows).map((phrase): [string, Meaning] => [phrase, TOPIC]);

const inHeading = lexiconOf([
  ...meaningsOf(PEOPLE),
  ...meaningsOf(IN_HEADING),
  ...entriesOf(ROLES).map(([phrase, subject]): [string, Meaning] => [phrase, { subject, role: true }]),
  ...topicsOf(TOPICS),
]);
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
  /** The words name what a part of the form is about, and no person; whom it asks after all the same. */
  topic?: Subject;
  /** The words name a part that may be one's own. */
  role?: true;
  /** The heading names what we do not know; the requester has been named before it, or not. */
  unknown?: { besides: boolean };
}

/** A heading of this kind is the form's own title and names nobody. */
const FORM_TITLE = /^(?:don(?! vi)|to khai|giay de nghi|phieu|ban khai|mau so|dang ky)\b/;
/** What a heading says before it comes to whom it is about. */
const OPENING =
  /^(?:(?:[ivx]+|[a-z]|\d+(?:\.\d+)*)[.):]\s*|(?:phan|muc|buoc) (?:[ivx]+|\d+|[a-z])\b[.:)]*\s*|\d[\d -]*$|(?:thong tin|phan|ke khai|khai bao|khai|dang ky(?!$)|bo sung|ve|chung(?! (?:chi|nhan|thuc|minh|sinh|tu|khoan|cu)\b)|chi tiet|ca nhan$|danh cho)(?:\s+|$))*/;

/** What a heading is about: its words without numbers and "thông tin về". */
export const gistOf = (heading: string) => heading.replace(OPENING, '');

/** Who fills a form in speaks of themselves until a heading names somebody else. */
const ONESELF: Named = { subject: 'requester', evidence: '' };
/** An address at which nobody lives: "Địa chỉ lắp đặt". */
const ELSEWHERE =
  /^dia (?:chi|diem)\b(?! (?:thuong tru|tam tru|lien (?:he|lac)|hien|noi|cu tru|cho o|cua|dang ky|de nghi)| *(?:\(.*)?$)/;
/** What things have as persons do: "Địa chỉ", "Nơi đặt trụ sở", "Thông tin liên hệ". */
const OF_ANYTHING = /^(?:dia chi|noi|lien|giay (?:phep|chung nhan da))\b/;
/** What a form may speak of besides persons. */
const isThing = (subject: Subject) => /^(?:business|land|civil-record)$/.test(subject);

/**
 * Whom the headings above a field speak of: each names somebody, asks for more of the same person ("Nơi cư trú"), or
 * opens a part about nobody ("Nội dung đề nghị"). First of all a form speaks of the requester.
 */
export function subjectOfHeadings(headings: readonly string[], isOfPerson: (text: string) => boolean): Named {
  let section = ONESELF;
  // Who or what was named last, and which person.
  let last = ONESELF;
  let person = ONESELF;
  // Whether the requester has been named, or the business that the requester acts for.
  let known = false;
  // Whether representatives act for a business: one has been named, and nobody since but others of them.
  let ofThing = false;
  for (const [place, heading] of headings.entries()) {
    const gist = gistOf(heading);
    const clear = gist ? clearIn(heading) : null;
    const asks = known && /^dang ky\b/.test(heading);
    if (FORM_TITLE.test(heading) && !asks && !(clear?.topic && gist.startsWith(clear.evidence))) continue;
    const named = clear ?? firstOf(inVagueHeading(heading));
    const elsewhere = ELSEWHERE.test(gist);
    if (!gist) section = last;
    else if (!clear && !elsewhere && isOfPerson(gist)) section = OF_ANYTHING.test(gist) ? last : person;
    // The first heading of a page is its title, or names somebody with its first word.
    else if (place === 0 && isTitle(gist, named, headings.length > 1)) continue;
    else if (named && !named.topic) {
      last = section = meant(named, gist, headings[0] ?? '', known, ofThing);
      ofThing = isThing(last.subject) || (ofThing && last.evidence.includes('dai dien'));
      // "Tình trạng khuyết tật" after a representative is of whom they act for.
      if (!isThing(last.subject) && !last.evidence.includes('dai dien')) person = last;
    } else if (/^(?:giay chung nhan|gcn)\b/.test(gist) && !named && thingOf(headings[0] ?? '')) {
      section = thingOf(headings[0] ?? '') ?? section;
    } else {
      // What is to be changed belongs to the thing that has been spoken of.
      const changed = /\bthay doi\b/.test(gist) && isThing(last.subject);
      section = {
        subject: changed ? last.subject : 'other',
        evidence: named?.evidence ?? '',
        topic: named ? 'requester' : person.subject,
        ...(!named && !elsewhere && { unknown: { besides: known } }),
      };
    }
    // A title that speaks of persons has named nobody.
    known ||= (place > 0 || section !== ONESELF) && /^(?:requester|business)$/.test(section.subject);
  }
  return section;
}

/** The thing that a title speaks of: whose certificate "Giấy chứng nhận đã cấp" is. */
function thingOf(title: string): Named | null {
  const thing = firstOf(inHeading(title));
  return thing?.subject === 'land' ? thing : null;
}

/** The first heading of a page is its title, or names somebody with its first word; a title is about no part. */
function isTitle(gist: string, named: Named | null, more: boolean): boolean {
  const ofAct = named?.topic || named?.evidence === 'uy quyen';
  return !named || !`${gist} `.startsWith(`${named.evidence} `) || Boolean(ofAct && more);
}

/** Whoever files is oneself, whatever else they are: "chủ hộ đăng ký", "người đứng đầu cơ sở nộp hồ sơ". */
const FILES =
  /^(?!.*\bduoc\b(?! (?:uy quyen|cu|giao|phan cong|gioi thieu)\b)).*\b(?:nop (?:ho so|don|to khai)|lam don|viet don|ke khai|khai bao|dang ky|de nghi)$/;

/**
 * What is asked for children is asked about a child, whatever the form calls it; so is whose birth is registered, at
 * any age.
 */
const OF_CHILDREN =
  /^(?!.*\b(?:trich luc|ban sao)\b).*\b(?:tre em|hoc sinh|khai sinh|lop \d+|duoi 1[48] tuoi)\b/;
/** Whom a representative acts for, who is nobody's guardian. */
const OF_BUSINESS = /\b(?:phap luat|co so|doanh nghiep|cong ty|thuong nhan|hop tac xa|to chuc|don vi)\b/;

/** Whom words of a heading mean: the first whom a form asks after is whoever fills it in, and so is whoever files. */
function meant(named: Named, heading: string, title: string, known: boolean, ofThing: boolean): Named {
  const { subject, evidence, role } = named;
  const as = (it: Subject): Named => ({ subject: it, evidence });
  if (
    /^(?:child|record-subject)$/.test(subject) &&
    (OF_CHILDREN.test(title) || /\bduoc (?:dang ky |lai )*khai sinh/.test(heading))
  )
    return as('child');
  if (FILES.test(heading) && /^nguoi|uy quyen$/.test(evidence)) return as('requester');
  if (evidence.startsWith('nguoi dai dien') && (ofThing || OF_BUSINESS.test(heading)))
    return as(known ? 'other' : 'requester');
  // Who files is the one of two owners that comes first.
  if (subject === 'requester' && known && /^(?!nguoi).*\b(?:moi|cu)$/.test(withoutBrackets(heading).trim()))
    return as('other');
  // Whoever cares for somebody acts for them, where nobody else does.
  if (!role && !/^(?:other|guardian|parent)$/.test(subject)) return named;
  return known ? as(subject) : as('requester');
}

/** What says nothing before it is told of what: "Nội dung kinh doanh", "Đặc điểm nhà đất". */
const OPEN = /^(?:noi dung|dac diem)$/;
const SECOND = /\bthu (?:hai|ba|2|3)\b/;
/** One person, and then that they are dead: "người lao động chết", "người được hỏa táng". */
const DEAD =
  /^(?:(?!nguoi).)*nguoi (?:(?!nguoi).)*\b(?:chet|tu tran|tu vong|hy sinh|da mat|qua doi|duoc (?:dang ky )?(?:lai )?(?:khai tu|mai tang|hoa tang))$/;

/** Whom a request is for: "Đề nghị cơ quan đăng ký việc … cho người có tên dưới đây". */
const BELOW = /\bnguoi (?:co ten )?(?:duoi day|sau day)\b/;
/**
 * What says whether it is a person or a business, whatever else it is called: "Nhà đầu tư là cá nhân", and whoever runs a
 * plant in the forms of the environment, "Chủ dự án đầu tư, cơ sở".
 */
const SORTED: readonly (readonly [RegExp, Meaning])[] = [
  [/\bla ca nhan\b/, { subject: 'other', role: true }],
  [/\bla (?:to chuc|phap nhan|doanh nghiep)\b|\bchu (?:du an|dau tu)\b.*\bco so\b/, { subject: 'business' }],
];

/** Whom a heading names without doubt. */
function clearIn(heading: string): Named | null {
  // "Cha mẹ hoặc người giám hộ (người làm đơn)": brackets may say that it is oneself.
  const [, explained = ''] = /\(([^)]*)\)/.exec(heading) ?? [];
  const oneself = firstOf(inLabel(explained));
  if (oneself?.subject === 'requester' && explained.startsWith(oneself.evidence)) return oneself;
  const bare = withoutBrackets(heading).trim();
  const named = firstOf(inHeading(bare));
  if (named?.topic && OPEN.test(named.evidence)) {
    const about = firstOf(inHeading(bare).filter(({ phrase }) => phrase !== named.evidence));
    if (about && isThing(about.subject)) return about;
  }
  const below = BELOW.exec(bare);
  if (below && named && (named.topic || isThing(named.subject)))
    return { subject: 'record-subject', evidence: below[0] };
  for (const [words, meaning] of SORTED) {
    const [evidence] = words.exec(bare) ?? [];
    if (named && evidence) return { ...meaning, evidence };
  }
  // "Cha của người chết", "Chủ hộ có người chết": whoever is named first lives.
  if (named && /^(?:nguoi|nan nhan)\b/.test(named.evidence) && DEAD.test(bare))
    return { subject: 'deceased', evidence: named.evidence };
  return named?.subject === 'requester' && SECOND.test(heading) ? { ...named, subject: 'other' } : named;
}

/** What the words of a heading name, in their order: a subject, somebody who may be oneself, or a topic. */
export function namedIn(heading: string): string[] {
  const named: string[] = [];
  let end = 0;
  for (const { at, phrase, means } of inHeading(withoutBrackets(heading)).toSorted(
    (a, b) => a.at - b.at || b.phrase.length - a.phrase.length,
  )) {
    if (at < end) continue;
    end = at + phrase.length;
    named.push(means.topic ? 'topic' : means.role ? `${means.subject}?` : means.subject);
  }
  return named;
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

/** What stands in brackets explains ("ghi theo quê quán của cha"); it names nobody. */
const withoutBrackets = (text: string) => text.replace(/\([^)]*\)/g, ' ');

/** Whom a label itself speaks of, over its section; null where it leaves that to the section. */
export function subjectOfLabel(folded: string, heading: string): Named | null {
  // "Quan hệ với người mẹ" is asked of whoever the section is about.
  if (
    /quan he|kinh gui|ban sao|cam (?:doan|ket)|\?$|^nguoi nop la|^(?:trong do,? )?(?:tong )?so (?:luong|nguoi|tre|hoc sinh|thanh vien|lao dong)\b/.test(
      folded,
    )
  )
    return null;
  const named = firstOf(inLabel(withoutBrackets(folded)));
  // A label that repeats its heading leaves it to the heading, which says more.
  const repeats = named?.evidence.includes(' ') && heading.includes(named.evidence);
  return repeats ? null : named;
}

/** Whom the tokens of a name speak of; null where they name nobody. */
export function subjectOfName(tokens: readonly string[]): Named | null {
  // "namNu" asks for neither of them, and "boSung" for no father.
  if (/\b(?:nam nu|bo sung|can bo|cong bo)\b/.test(tokens.join(' '))) return null;
  // "voChong" asks of the wife or the husband, whichever it is.
  if (tokens.includes('vo') && tokens.includes('chong')) return { subject: 'other', evidence: 'vochong' };
  for (const [subject, pattern] of IN_NAME) {
    const evidence = tokens.find((token) => pattern.test(token));
    if (evidence) return { subject, evidence };
  }
  return null;
}
