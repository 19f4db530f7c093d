import type { Kind, Subject } from '../field.ts';
import { kindOfWords } from './kinds.ts';
import { gistOf } from './subjects.ts';

/** What stands around a field's label, folded. */
export interface Around {
  /** What the label itself says, without the heading before its last colon. */
  text: string;
  heading: string;
  /** Tokens of the field's own name. */
  tokens: readonly string[];
  /** Kind and subject of the field before it in the section, where the label has no heading of its own. */
  before: { kind: Kind; subject: Subject } | null;
}

/** Parts of an address, which belong to whatever place is spoken of. */
const ADDRESS = /^residence(?!-type)/;
/** Places whose parts have no kinds of their own. */
const PLACE = /^(?:birth-place|death-place|hometown|civil-record-place|land-parcel|agency|result-method)$/;
/** What an address may be the place of, in the label or in the field's own name (`KsNoiSinhTinh`). */
const PLACE_WORDS = /\b(noi|que) ?(sinh(?! (?:song|hoat))|chet|mat|quan)\b/;

/** What is asked for need be in no vocabulary: "Ngành xét tuyển" under "Nguyện vọng". */
const ASKED =
  /^(?:hang|linh vuc|to hop|vi tri|chuc danh|(?:ten )?nghe(?! nghiep)|vung)\b|\b(?:dang ky(?: hoc| thi| du thi)?|xet tuyen|xin(?: cap| hoc)?|(?<!^(?:so|muc|tong)\b.*)de nghi(?: (?:cap(?: phep)?|vay|gia han|cong nhan|su dung|ho tro))?)$/;
const ASKING =
  /(?<!\b(?:nguoi|ben|da|nghiep|don vi|co so|ca nhan|to chuc|thuong nhan|khach hang) )\b(?:nguyen vong|du tuyen|dang ky|de nghi|yeu cau|xet tuyen)\b/;
/** Where somebody works or learns. */
const WORK = /\b(?:hop dong|lao dong|dao tao|viec lam|thuc tap|hoc|thi)\b/;
/** What no office is: an oath, and the number and day of a paper. */
const NO_OFFICE = /\bcam (?:doan|ket)\b|^ngay\b|\bso$/;
/** Brackets that list what is smaller than a ward: "Nơi cư trú (số nhà, đường phố, thôn)". */
const PARTS = /\((?:ghi (?:ro )?)?(?:so nha|thon|ap|xom|to|duong)\b(?!.*\b(?:xa|phuong|tinh)\b)/;
/** Where money is received, and no result: "Hình thức nhận" under "Kinh phí hỗ trợ". */
const MONEY = /^(?!.*ket qua).*\b(?:kinh phi|tien|tro cap|thanh toan|chi tra|tai khoan)\b/;

/** Whether a kind is an address or a part of one. */
export const isAddress = (kind: Kind) => ADDRESS.test(kind);

/** What a kind means by what stands around it, of somebody or something. */
export function inContext(kind: Kind, subject: Subject, around: Around): Kind {
  const { text, heading, before } = around;
  if (isAddress(kind)) return placeOf(kind, subject, around);
  if (kind === 'birth-date' && /\bbang chu\b/.test(text)) return 'birth-date-words';
  if (subject === 'business' && (kind.startsWith('id-') || kind === 'land-area')) return 'other';
  // A bare word goes on with a thing before it: "Số lượng" of goods is no number of copies, "Đơn vị" of service no agency.
  if (/^(?:so luong|don vi)$/.test(text) && before?.kind === 'other') return 'other';
  // The trade of a labour contract is no line of business.
  if (
    kind === 'business-line' &&
    subject !== 'business' &&
    WORK.test(heading) &&
    !/\bkinh doanh\b/.test(text)
  )
    return 'other';
  // "Tổng số" of workers is no capital.
  if (
    kind === 'business-capital' &&
    before?.kind !== kind &&
    !/\b(?:von|gia tri|tien)\b/.test(`${heading} ${text}`)
  )
    return 'other';
  if (kind === 'result-method' && MONEY.test(heading)) return 'other';
  // The office in a record's part of the form is the one that has made the record.
  if (
    kind === 'agency' &&
    (before?.kind === 'civil-record-date' || (subject === 'civil-record' && /^co quan\b/.test(text)))
  )
    return 'civil-record-place';
  if (
    kind === 'registration-type' &&
    (before?.kind === 'id-document-number' || headedBy(heading, subject) === 'id-document-type')
  )
    return 'id-document-type';
  if (kind === 'other') {
    if (
      !NO_OFFICE.test(text) &&
      /^(?:kinh gui|noi|co quan)\b(?!,)/.test(gistOf(heading)) &&
      headedBy(heading, subject) === 'agency'
    )
      return 'agency';
    if (/^ten\b/.test(text) && /^truong\b/.test(gistOf(heading)) && headedBy(heading, subject) === 'agency')
      return 'agency';
    if (ASKED.test(text) && ASKING.test(heading)) return 'request-content';
    // A record of old stays with its district, though districts have ended.
    if (/\bhuyen$/.test(text) && (before?.kind ?? headedBy(heading, subject)) === 'civil-record-place')
      return 'civil-record-place';
  }
  if (text === 'ten' && (before?.kind === 'middle-name' || before?.kind === 'family-name'))
    return 'given-name';
  if (/\bgiay bao tu\b/.test(heading) && (kind.startsWith('id-') || text.startsWith('loai')))
    return 'death-notice';
  return kind;
}

const headedBy = (heading: string, subject: Subject) => kindOfWords(gistOf(heading), subject)?.kind;

/** Of what an address, or a part of one, is the place. */
function placeOf(kind: Kind, subject: Subject, { text, heading, tokens, before }: Around): Kind {
  if (subject === 'land') return 'land-parcel';
  if (/\b(?:tiep nhan|giai quyet)\b/.test(text)) return 'agency';
  const named = PLACE_WORDS.exec(`${text} ${tokens.join(' ')}`);
  if (named) return kindOfWords(`${named[1]} ${named[2]}`, subject)?.kind ?? kind;
  // A box that asks for street, ward and province together is the whole address, and so is one held as one field.
  const whole = /\b(?:chi|so nha|thon)\b.*\b(?:phuong|xa)\b.*\btinh\b/.test(text);
  const isPart = text.includes('·') || (kind !== 'residence' && !whole);
  if (isPart) {
    const headed = headedBy(heading, subject);
    if (headed && PLACE.test(headed)) return headed;
    const goesOn = before && (before.subject === subject || before.subject === 'civil-record');
    if (goesOn && PLACE.test(before.kind) && kind !== 'residence-country') return before.kind;
    return kind;
  }
  // After its province or ward an address asks for the rest of itself.
  const rest = before?.subject === subject && /^residence-(?:province|ward)$/.test(before.kind);
  return !whole && (rest || /\bchi tiet\b/.test(text) || PARTS.test(text)) ? 'residence-detail' : 'residence';
}
