import { fold } from '../../text/index.ts';
import type { Verdict } from '../corrections.ts';
import type { Expectation, Kind, Subject } from '../field.ts';
import type { Widget } from '../reading/reader.ts';
import { inContext, isAddress } from './context.ts';
import { expectationOf, isOfPerson } from './expectation.ts';
import { type KindOfWords, kindOfWords } from './kinds.ts';
import { kindOfName, tokensOf } from './names.ts';
import type { Offer } from './offers.ts';
import { kindOfPaper, type Paper, paperIn, paperOfKind } from './papers.ts';
import { gistOf, type Named, subjectOfHeadings, subjectOfLabel, subjectOfName } from './subjects.ts';

/** What stands on the page about a field. Texts as read, not folded. */
export interface Clues {
  label: string;
  /** Headings above the field, the nearest last. */
  trail: readonly string[];
  /** The page's own name of the field. */
  name: string;
  widget?: Widget | undefined;
  offer?: Offer | undefined;
  /** The judgement of the field before it in the same section: "số:" is the number of what came before. */
  before: Judgement | null;
}

/** What a field is, whose it is and whether the State already holds it, with the words that led there. */
export interface Judgement extends Verdict {
  /** A label, its own or one just before, named the subject over the section's heading. */
  named: boolean;
  /** The paper named last in the section: its are the "ngày cấp" and "số" that follow. */
  paper: Paper | null;
  /** Whom an unknown heading turned out to name, by whose name was asked under it. */
  whose: Subject | null;
  /** Words of the vocabulary, never text of the page. */
  evidence: { label: string | null; section: string | null; name: string | null; offer: Offer | null };
}

/** "Giấy tờ tùy thân: (2)": the number of a note below the form. */
const FOOTNOTE = /:?\s*\(\d\)\s*:?$/;
/** Kinds that go on with the person whom the label before has named. */
const GOES_ON = /^(?:personal-id|id-|birth-date$|nationality|ethnicity|gender|phone)/;
/** What besides is told of somebody whom a label has just named. */
const OF_POST = /^(?:chuc (?:vu|danh)|trinh do)\b/;
/** Kinds that are asked of no one: whoever their words name is spoken of, not asked after. */
const NOBODYS = /^(?:agency|copies|reason|registration-type|relationship|request-content|result-method)$/;
/** Kinds that are about one thing only, whatever the section speaks of. */
const OWNERS: readonly (readonly [Subject, RegExp])[] = [
  ['land', /^land/],
  ['civil-record', /^civil-record-(?:number|book|date)$/],
  ['business', /^business-(?:name|line|capital)$/],
  ['deceased', /^death-(?!notice)/],
];
/** A name that only a business or an authority has. */
const ORGANISATION = /^ten (?:to chuc|don vi|co so|doanh nghiep|cong ty|ngan hang)\b/;
/** Where somebody lives or stays, or is going to. */
const LIVED_IN = /\btru\b(?! so)|\bnoi den\b/;
/** What is asked where nothing but the choices say so. */
const KIND_OF_OFFER: Partial<Record<Offer, Kind>> = {
  sexes: 'gender',
  marriages: 'marital-status',
  relatives: 'relationship',
  ethnicities: 'ethnicity',
  religions: 'religion',
  papers: 'id-document-type',
};
const IDENTITY_PAPER = /\b(?:cccd|cmnd|can cuoc|ho chieu|thong hanh|tuy than)\b/;

/** What the rules make of a field, and what they went by. */
export interface Ruled {
  judgement: Judgement;
  /** What the label says, folded: itself, in brackets, and before its last colon. */
  label: { bare: string; inBrackets: string; over: string };
  tokens: readonly string[];
  widget: Widget | undefined;
  offer: Offer | undefined;
  /** The headings above it, folded. */
  headings: readonly string[];
  section: Named;
  /** What told whose it is: the thing that its kind is about, words of its own or of the field before, or its heading. */
  by: 'kind' | 'label' | 'name' | 'before' | 'unknown' | 'section';
  before: Verdict | null;
  /** The thing that a kind is about, whoever is spoken of. */
  ownerOf(kind: Kind): Subject | undefined;
  /** What is expected of it, if it is something else or somebody else's than the rules say. */
  expectationOf(kind: Kind, subject: Subject): Expectation;
}

/**
 * Judges a field by its label, the headings above it, its own name and the field before it. Where the words are not
 * in the vocabulary it says `other` and `none`: a missing flag is mended by a line of data, a wrong one costs trust.
 */
export function byRules({ label, trail, name, widget, offer, before }: Clues): Ruled {
  // "Nơi ở hiện tại: Tỉnh/Thành phố": what stands before the last colon is a heading of its own.
  const said = plain(label.replace(FOOTNOTE, ''));
  const [, over = '', own] = /^(.*)(?::| -)\s+(.+)$/.exec(said) ?? ['', '', said];
  const text = own.replace(/^(?:\[[\d.]+\]\.?|[a-z]\)|(?:chon|nhap)\b)\s*/, '').replace(' ... ', ' ');
  const headings = headingsOf(trail);
  const heading = headings.folded.at(-1) ?? '';
  const { section } = headings;
  const tokens = tokensOf(name);

  const byLabel = subjectOfLabel(text, heading) ?? subjectOfLabel(over, heading);
  const ofBusiness = before?.whose === 'business' || (section.subject === 'other' && ORGANISATION.test(text));
  // After the number of a parcel comes its area, whatever the heading speaks of.
  const ofParcel = !byLabel && before?.kind.startsWith('land');
  const likely = ofBusiness ? 'business' : ofParcel ? 'land' : (byLabel ?? section).subject;
  const last = paperIn(over, 'other') ?? before?.paper ?? headings.paper;
  // What stands in brackets explains; it is asked only where the rest says nothing.
  const bare = text
    .replace(/^(?:cua|do|tai) \(([^)]*)\)$/, '$1')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const words = kindOf(bare || text, likely, last) ?? nameOf(byLabel, text);

  const ofLabel =
    words && NOBODYS.test(words.kind)
      ? null
      : (byLabel ?? somebody(words, heading) ?? somebodyOver(over, heading));
  const ofName = words && NOBODYS.test(words.kind) ? null : subjectOfName(tokens);
  const ofPost = OF_POST.test(text);
  const carried = !ofLabel && !ofName && before?.named && words && (ofPost || goesOn(words.kind, section));
  const whose = before?.whose ?? (ofLabel ? null : whoseName(words?.kind, section));
  const spoken =
    ofLabel ??
    ofName ??
    (carried ? { subject: before.subject, evidence: '' } : null) ??
    (whose ? { subject: whose, evidence: '' } : section);

  // A name is asked only where the label is silent: names lie more often than labels.
  const byName = words || text !== '' ? null : kindOfName(tokens);
  const around = { text, heading: over || heading, tokens, before: over ? null : before };
  const byOffer = words || byName || !offer ? undefined : KIND_OF_OFFER[offer];
  const asked = inContext(words?.kind ?? byName?.kind ?? byOffer ?? 'other', spoken.subject, around);
  const whole = `${over} ${text}`;
  const ofNobody = Boolean(spoken.topic && !spoken.unknown && isNobodys(asked, whole));
  const kind = ofNobody ? 'other' : asked;
  const owner = ownerOf(kind, before);
  const subject = owner ?? ((isOfPerson(kind) && spoken.topic) || spoken.subject);
  const expected = (of: Kind, whose: Subject) =>
    (of === words?.kind && !/\bsau khi\b/.test(text) && words.expect) ||
    expectationOf(of, whose, headings.folded, whole);
  return {
    judgement: {
      kind,
      subject,
      expectation: expected(kind, subject),
      named: Boolean(ofLabel || (carried && !ofPost)),
      paper: paperIn(text, spoken.subject, last) ?? paperOfKind(kind) ?? last,
      whose,
      evidence: {
        label: words?.evidence ?? null,
        section: ofLabel ? null : spoken.evidence || null,
        name: byName?.evidence ?? null,
        offer: (byOffer && offer) ?? null,
      },
    },
    label: { bare: bare || text, inBrackets: /\(([^)]*)\)/.exec(text)?.[1] ?? '', over },
    tokens,
    widget,
    offer,
    headings: headings.folded,
    section,
    by: owner
      ? 'kind'
      : ofLabel
        ? 'label'
        : ofName
          ? 'name'
          : carried
            ? 'before'
            : whose
              ? 'unknown'
              : 'section',
    before,
    ownerOf: (of) => ownerOf(of, before),
    expectationOf: expected,
  };
}

/** What the headings above a field say, for all fields of its section. */
interface Headings {
  folded: readonly string[];
  section: Named;
  /** The paper that a part of the form is about, where it begins with no person. */
  paper: Paper | null;
}

const known = new WeakMap<readonly string[], Headings>();

function headingsOf(trail: readonly string[]): Headings {
  const before = known.get(trail);
  if (before) return before;
  const folded = trail.map(plain);
  const heading = folded.at(-1) ?? '';
  const section = subjectOfHeadings(folded, saysPerson);
  const ofPaper = section.topic || /\btren\b|^(?:the|giay|bang|chung chi)\b/.test(gistOf(heading));
  const headings = {
    folded,
    section,
    paper: ofPaper ? paperIn(gistOf(heading.split(': ').at(-1) ?? ''), 'other') : null,
  };
  known.set(trail, headings);
  return headings;
}

/**
 * Words that would fold into another of the vocabulary: "còn" is no child ("con"), "đặt" no land ("đất"), "chống" no
 * husband ("chồng"), "khó" no store ("kho"), "có mặt" no death ("mất"), "sơ đồ" no certificate ("sổ đỏ"). The last five
 * mean what they fold into elsewhere, and are told apart only where a label begins with them: "Sở", "Xả thải".
 */
const HOMOGRAPHS =
  /(?<![a-zà-ỹ])(?:còn|đặt|đạt|mặt|mắt|mật|chống|vỏ|võ|vô|khó|khổ|khô|bê|bể|bè|bến|giỗ|vẽ|sơ(?= đồ)|số(?= đo)|khai(?= từ)|cách(?= mạng)|^sở|^tính|^tình(?! trạng)|^xả|^xạ)(?![a-zà-ỹ])/g;

/**
 * Folded, homographs kept apart. A father has one name, "bố" as "cha"; "vợ (chồng)" and "cha/mẹ" are one person, however
 * they are joined.
 */
function plain(text: string): string {
  const apart = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<![a-zà-ỹ]|(?:công|tuyên) )bố(?! trí|[a-zà-ỹ])/g, 'cha')
    .replace(HOMOGRAPHS, '$&j');
  return fold(apart).replace(/\b(cha|me|vo|chong)(?: ?[/,(] ?| hoac )(cha|me|vo|chong)\b\)?/g, '$1 $2');
}

/** What a label's words mean: first what they ask of a paper, then what the vocabulary says. */
function kindOf(text: string, subject: Subject, last: Paper | null): KindOfWords | null {
  return kindOfPaper(text, subject, last) ?? kindOfWords(text, subject);
}

/** A label that says nothing but whom it speaks of asks for their name: "Bên bán", "cùng vợ (chồng) là". */
function nameOf(byLabel: Named | null, text: string): KindOfWords | null {
  if (!byLabel || !/^(?:cung)?\s*(?:la)?(?:\(.*\))?$/.test(text.replace(byLabel.evidence, '').trim()))
    return null;
  if (byLabel.subject !== 'business') return { kind: 'full-name', evidence: byLabel.evidence };
  return /^(?:don vi|to chuc)\b/.test(byLabel.evidence)
    ? { kind: 'business-name', evidence: byLabel.evidence }
    : null;
}

/** "Người hướng dẫn": somebody whom we do not know, and whom the heading does not name. */
function somebody(words: KindOfWords | null, heading: string): Named | null {
  const evidence = 'nguoi';
  return words?.evidence === evidence && !heading.includes(evidence) ? { subject: 'other', evidence } : null;
}

/** "Người đứng đầu tổ chức: họ và tên": likewise, before a colon. */
function somebodyOver(over: string, heading: string): Named | null {
  return /^nguoi\b/.test(over) ? somebody({ kind: 'full-name', evidence: 'nguoi' }, heading) : null;
}

/**
 * "sinh ngày", "số CCCD" after "Họ tên cha" are of the father; a new name begins anew, and an address does where the
 * section is somebody's own.
 */
function goesOn(kind: Kind, section: Named): boolean {
  return GOES_ON.test(kind) || Boolean(section.topic && isAddress(kind));
}

/** Under a heading that we do not know, whoever's name is asked is whom it names. */
function whoseName(kind: Kind | undefined, section: Named): Subject | null {
  if (!section.unknown) return null;
  if (kind === 'business-name') return 'business';
  return kind === 'full-name' ? (section.unknown.besides ? 'other' : 'requester') : null;
}

/**
 * In a part of the form about nobody a place is no residence, "loại giấy tờ" asks of no identity paper, and "Tên" alone
 * is what the thing is called.
 */
function isNobodys(kind: Kind, text: string): boolean {
  return (
    /^\s*ten$/.test(text) ||
    (isAddress(kind) && !LIVED_IN.test(text)) ||
    (kind.startsWith('id-') && !IDENTITY_PAPER.test(text))
  );
}

/** What a kind is about, whoever is spoken of: "nơi đăng ký" after the number of a record is of that record. */
function ownerOf(kind: Kind, before: Judgement | null): Subject | undefined {
  const ofRecord = kind.startsWith('civil-record') && before?.subject === 'civil-record';
  return ofRecord ? 'civil-record' : OWNERS.find(([, kinds]) => kinds.test(kind))?.[0];
}

/** What besides may be told of a person under a heading of its own. */
const OF_PERSON =
  /^(?:the|giay (?:phep|chung nhan da)|chung chi|van bang|bang|tinhj hinh)\b|\b(?:lien (?:he|lac)|khuyet tat|benh|suc khoe|trinh do|chuyen mon|qua trinh|nghe nghiep|hoc tap|hoan canh|tham gia|thanh tich|viec lam|cong tac|dao tao|uu tien|hon nhan|tot nghiep|hoc luc|ly lich|tieu su|co ban|cachj mang|khang chien|than the|nhan dang|hoc van|kinh nghiem)\b/;
/** Whether a heading asks after a person or their death, without saying whose. */
function saysPerson(heading: string): boolean {
  const kind = kindOfWords(heading, 'requester')?.kind;
  return OF_PERSON.test(heading) || (kind !== undefined && (isOfPerson(kind) || kind.startsWith('death')));
}
