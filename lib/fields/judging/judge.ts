import { fold } from '../../text/index.ts';
import type { Expectation, Kind, Subject } from '../field.ts';
import { expectationOf, isOfPerson } from './expectation.ts';
import { KIND_RULES, type KindRule, OVERRIDING } from './kinds.ts';
import { kindOfName, tokensOf } from './names.ts';
import { type Named, subjectOfHeading, subjectOfLabel, subjectOfName } from './subjects.ts';

/** What stands on the page about a field. Texts as read, not folded. */
export interface Clues {
  label: string;
  /** Headings above the field, the nearest last. */
  trail: readonly string[];
  /** The page's own name of the field. */
  name: string;
  /** The judgement of the field before it in the same section: "số:" is the number of what came before. */
  before: Judgement | null;
}

/** What a field is, whose it is and whether the State already holds it, with the words that led there. */
export interface Judgement {
  kind: Kind;
  subject: Subject;
  expectation: Expectation;
  /** A label, its own or one just before, named the subject over the section's heading. */
  named: boolean;
  /** Words of the vocabulary, never text of the page. */
  evidence: { label: string | null; section: string | null; name: string | null };
}

/** Who fills a form in speaks of themselves until a heading names somebody else. */
const ONESELF: Named = { subject: 'requester', evidence: '' };
/** Parts of an address, which belong to whatever place is spoken of. */
const ADDRESS_PARTS: ReadonlySet<Kind> = new Set<Kind>([
  'residence',
  'residence-country',
  'residence-province',
  'residence-ward',
  'residence-detail',
]);
/** Kinds that go on with the person whom the label before has named. */
const CARRIED: ReadonlySet<Kind> = new Set<Kind>([
  'personal-id',
  'id-document-type',
  'id-document-number',
  'id-issue-date',
  'id-issue-place',
  'birth-date',
  'nationality',
  'ethnicity',
  'gender',
  'phone',
]);
/** Kinds that are about one thing only, whatever the section speaks of. */
const OWNERS: Partial<Record<Kind, Subject>> = {
  'land-certificate-number': 'land',
  'land-parcel': 'land',
  'land-area': 'land',
  'civil-record-number': 'civil-record',
  'civil-record-book': 'civil-record',
  'civil-record-date': 'civil-record',
  'business-line': 'business',
  'business-capital': 'business',
  'death-date': 'deceased',
  'death-time': 'deceased',
  'death-place': 'deceased',
  'death-cause': 'deceased',
};
/** Places whose parts have no kinds of their own. */
const PLACES: readonly (readonly [Kind, string])[] = [
  ['birth-place', 'noi sinh'],
  ['death-place', 'noi chet'],
  ['hometown', 'que quan'],
  ['civil-record-place', 'noi dang ky khai sinh'],
  ['land-parcel', 'thua dat'],
  ['agency', 'don vi thuc hien'],
  ['agency', 'co quan thuc hien'],
  ['agency', 'noi tiep nhan'],
  ['agency', 'co quan tiep nhan'],
  ['agency', 'kinh gui'],
];

/**
 * Judges a field by its label, the headings above it, its own name and the field before it. Where the words are not
 * in the vocabulary it says `other` and `none`: a missing flag is mended by a line of data, a wrong one costs trust.
 */
export function judge({ label, trail, name, before }: Clues): Judgement {
  // "Nơi ở hiện tại: Tỉnh/Thành phố": what stands before the last colon is a heading of its own.
  const [, over, own] = /^(.*):\s+(.+)$/.exec(fold(label)) ?? [null, null, fold(label)];
  const text = (own ?? '').replace(/^\[[\d.]+\]\.?\s*/, '');
  const headings = trail.map(fold);
  const tokens = tokensOf(name);
  const ofSection = sectionSubject(headings);
  const ofLabel = subjectOfLabel(text) ?? (over ? subjectOfLabel(over) : null);
  const ofRecord: Named | null =
    before && goesOnWithRecord(text, before) ? { subject: before.subject, evidence: '' } : null;
  const ofName = subjectOfName(tokens);
  const carried = ofLabel || ofName ? null : carriedOn(text, before);
  const spoken = ofLabel ?? ofRecord ?? ofName ?? carried ?? ofSection ?? ONESELF;
  // What stands in brackets explains; it is asked only where the rest says nothing.
  const rule =
    kindRule(text.replace(/\([^)]*\)/g, ' ').trim(), spoken.subject) ?? kindRule(text, spoken.subject);
  const byName = rule ? null : nameKind(text, tokens);
  const kind = inContext(
    rule?.kind ?? byName?.kind ?? 'other',
    text,
    over ?? headings.at(-1) ?? '',
    tokens,
    before,
    spoken.subject,
  );
  const ofTopic = spoken.topic && isOfPerson(kind) ? ONESELF.subject : spoken.subject;
  const subject = OWNERS[kind] ?? ofTopic;
  const { evidence } = spoken;
  const expectation = rule?.expect ?? expectationOf(kind, subject, headings, text);
  return {
    kind,
    subject,
    expectation,
    named: ofLabel !== null || carried !== null,
    evidence: {
      label: rule?.phrase ?? null,
      section: ofLabel ? null : evidence || null,
      name: byName?.evidence ?? null,
    },
  };
}

/** The nearest heading that names somebody; one that names nobody ("Nơi cư trú") goes on with the one before. */
function sectionSubject(headings: readonly string[]): Named | null {
  for (const heading of headings.toReversed()) {
    const named = subjectOfHeading(heading);
    if (named) return named;
  }
  return null;
}

/** Rules by the first word of their phrase: a label is looked up word by word, whatever the vocabulary's size. */
const BY_FIRST_WORD = new Map<string, KindRule[]>();
const wordOf = (text: string) => /^[\p{L}\d]+/u.exec(text)?.[0] ?? '';
for (const rule of KIND_RULES) {
  const word = wordOf(rule.phrase);
  BY_FIRST_WORD.set(word, [...(BY_FIRST_WORD.get(word) ?? []), rule]);
}

/** "Số CMND/ĐDCN/Hộ chiếu": whatever else is named, the personal id will do. */
const ANY_ID = /\b(?:so|ma|giay|the)\b.*\b(?:cccd|can cuoc|ddcn|dinh danh|tcc)\b/;
const NOT_A_NUMBER =
  /^(?:ngay|noi|co quan|loai|ten|thoi|ly do|yeu cau|de nghi|anh|truong hop)\b|\b(?:cu|bhxh|ngay cap|loai giay to|ho ten|ho va ten)\b/;
const PERSONAL_ID: KindRule = { kind: 'personal-id', phrase: 'so dinh danh' };

/** Vietnamese puts the head first: "lý do tạm trú" is a reason, no residence. */
const HEAD_BONUS = 8;

function kindRule(text: string, subject: Subject): KindRule | null {
  if (ANY_ID.test(text) && !NOT_A_NUMBER.test(text)) return PERSONAL_ID;
  let best: KindRule | null = null;
  let bestRank = 0;
  for (const { index, 0: word } of text.matchAll(/[\p{L}\d]+/gu)) {
    for (const rule of BY_FIRST_WORD.get(word) ?? []) {
      if (rule.whole ? text !== rule.phrase : !stands(text, rule.phrase, index)) continue;
      if (rule.subjects && !rule.subjects.includes(subject)) continue;
      const rank =
        rule.phrase.length +
        (OVERRIDING.has(rule.kind) ? 1000 : 0) +
        (rule.subjects ? 2 : 0) +
        (index === 0 ? HEAD_BONUS : 0);
      if (rank > bestRank) [best, bestRank] = [rule, rank];
    }
  }
  return best;
}

/** Whether a phrase stands at a place of a text as whole words. */
function stands(text: string, phrase: string, at: number): boolean {
  return text.startsWith(phrase, at) && !/[\p{L}\d]/u.test(text.charAt(at + phrase.length));
}

/** A name is asked only where the label is silent: names lie more often than labels. */
function nameKind(text: string, tokens: readonly string[]) {
  return text === '' ? kindOfName(tokens) : null;
}

/** "sinh ngày", "số CCCD" after "Họ tên cha" are of the father; a new name or an address begins anew. */
function carriedOn(text: string, before: Judgement | null): Named | null {
  if (!before?.named) return null;
  const kind = kindRule(text, before.subject)?.kind;
  return kind && CARRIED.has(kind) ? { subject: before.subject, evidence: '' } : null;
}

/** "số:", "quyển số:", "ngày đăng ký:" after the place of a civil record are of that record. */
function goesOnWithRecord(text: string, { subject, kind }: Judgement): boolean {
  const ofRecord = subject === 'civil-record' && kind.startsWith('civil-record');
  return ofRecord && /^(?:so|quyen so|ngay dang ky|ngay cap|ngay, thang, nam dang ky|so dang ky)$/.test(text);
}

/** What a bare word means by what stands around it. */
function inContext(
  kind: Kind,
  text: string,
  heading: string,
  tokens: readonly string[],
  before: Judgement | null,
  subject: Subject,
): Kind {
  if (kind === 'residence' && /\bchi tiet\b/.test(text) && !text.includes('·')) return 'residence-detail';
  // A box that asks for street, ward and province together is the whole address.
  if (kind.startsWith('residence-') && /\bchi\b.*\b(?:phuong|xa)\b.*\btinh\b/.test(text)) return 'residence';
  if (text === '' && kind === 'other') {
    if (/^kinh gui\b/.test(heading)) return 'agency';
    if (/\bde nghi$/.test(heading)) return 'request-content';
  }
  if (ADDRESS_PARTS.has(kind) && subject === 'land') return 'land-parcel';
  if (subject === 'business' && kind.startsWith('id-')) return 'other';
  if (ADDRESS_PARTS.has(kind)) {
    const joined = tokens.join('');
    const named = PLACES.find(
      ([, phrase]) => text.includes(phrase) || joined.includes(phrase.replaceAll(' ', '')),
    );
    if (named) return named[0];
    const headed = PLACES.find(([, phrase]) => heading.includes(phrase));
    // An address held as one field names its parts: "Tỉnh/Thành phố · Phường/Xã · Chi tiết".
    const isPart = kind !== 'residence' || text.includes('·');
    if (headed && isPart) return headed[0];
    const goesOn =
      before !== null && before.subject === subject && PLACES.some(([place]) => place === before.kind);
    return goesOn && kind !== 'residence' && kind !== 'residence-country' ? before.kind : kind;
  }
  if (text === 'ten' && (before?.kind === 'middle-name' || before?.kind === 'family-name'))
    return 'given-name';
  if (/\bgiay bao tu\b/.test(heading) && (kind.startsWith('id-') || text.startsWith('loai')))
    return 'death-notice';
  if (text === 'huyen' && before?.kind === 'civil-record-place') return before.kind;
  if (before?.kind.startsWith('civil-record')) {
    if (text === 'so') return 'civil-record-number';
    if (text === 'ngay cap' || text === 'cap ngay') return 'civil-record-date';
  }
  if (
    before &&
    (before.kind === 'death-notice' || before.kind === 'birth-notice') &&
    /^(?:so|ngay cap|cap ngay|noi cap|co quan cap)$/.test(text)
  ) {
    return before.kind;
  }
  return kind;
}
