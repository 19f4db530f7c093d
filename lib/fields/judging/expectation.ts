import type { Expectation, Kind, Subject } from '../field.ts';

/** Kinds that describe one person and stand in the account or the population database. */
const OF_PERSON =
  /^(?:full-name|family|middle|given|personal-id|id-|birth-(?:date$|place)|gender|ethnicity|nationality|religion|hometown|residence)/;
/** The account holds how to reach its owner; of anybody else no register does. */
const CONTACT = /^(?:phone|email)$/;
/** What identifies another person to the population look-up: name, number and birth date (portal-facts, 4). */
const LOOKUP_KEY = /^(?:full-name|family|middle|given|personal-id|birth-date)/;
/** Kinds that a register other than the population database holds, whoever the subject is. */
const REGISTERED = /^(?:marital|marriage|insurance|tax|land|civil-record-(?!type)|death|birth-notice)/;
/** Kinds that the insurer's birth notice holds of a newborn child (portal-facts, 4). */
const IN_BIRTH_NOTICE = /^(?:birth-(?:date|place|notice)|gender)$/;
/** Things that are no person. */
const THING = /^(?:business|land|civil-record)$/;

/** A business of another country is in no register of ours. */
const FOREIGN = /\b(?:tai|o|thuong nhan|cong ty|doanh nghiep|to chuc|nha thau) nuoc ngoai\b/;
/** What is changed, split or dissolved has been registered before, whatever is founded upon it. */
const EXISTING =
  /\b(?:(?:duoc|bi) (?:chuyen doi|chia|tach|hop nhat|sap nhap|giai the|chuyen nhuong)|da dang ky|truoc khi|chu quan|hien (?:tai|nay|co))\b/;
/** What was done abroad stands in no database of ours. */
const ABROAD = /\b(?:tai|o|cua) nuoc ngoai\b/;
/** Whoever is registered again, or has papers already, was born long ago. */
const NOT_NEWBORN = /\b(?:dang ky lai|khai sinh lai|da co ho so|cua nuoc ngoai)\b/;
/** An address that is only now being asked for. */
const NEW_RESIDENCE =
  /(?:de nghi|xin)(?: dang ky)? (?:thuong|tam|luu) tru|noi de nghi|de nghi dang ky cu tru|de nghi dang ky$|dia chi dang ky|luu tru tai|chuyen den|noi den|\bmoi$/;
/** A stay that the form's title registers, and the nearest heading: "Nơi thường trú" alone is where one lives so far. */
const NEW_STAY =
  /^(?:to khai )?dang ky (thuong|tam|luu) tru\b.*\n.*\bnoi (?:dang ky |(?!thuong))\1 tru\b(?! (?:hien|truoc|cu\b))/;
/** An address where somebody is only going to be, by the field's own words. */
const MOVING =
  /\b(?:noi den|chuyen den|du kien|noi de nghi|(?:de nghi|xin) (?:dang ky )?(?:thuong|tam|luu) tru)\b|\b(?:noi o|cho o|dia chi|tru) moi$/;

/** Parts of a business that is being founded have headings of their own; one that exists is named as a whole. */
const FOUNDED =
  /^(?:\W|\d)*(?:$|ten|dia chi|tru so|nganh|von|dang ky thue|thong tin (?:dang ky|ve) thue)\b|\bthay doi\b/;
/** What a business does not have yet: by the words beside it, by the form's title, or a branch of it. */
const NEW = /\b(?:moi|du kien|thanh lap|sau khi)\b/;
const FOUNDING = /\b(?:thanh lap|dang ky (?:hoat dong|chi nhanh|van phong))\b/;
/** The title of the form by which a business is registered first: "Giấy đề nghị đăng ký doanh nghiệp". */
const FIRST_REGISTERING =
  /^(?!.*\b(?:thay doi|cap lai|cap doi|cham dut|tam ngung|giai the)\b)(?:(?:don|giay)(?: de nghi)? |to khai )?dang ky (?:ho kinh doanh|hop tac xa|doanh nghiep(?: tu nhan)?|cong ty(?: (?:tnhh|trach nhiem|co phan|hop danh)\b.*)?)\s*(?:$|[(,:;.–-])/;
const REGISTERING = /\b(?:thanh lap|dang ky|thay doi)\b/;
const BRANCH = /\b(?:chi nhanh|van phong dai dien|dia diem kinh doanh)\b/;

/** Whether the enterprise register holds what is asked of a business: its name, its seat, its line, its capital. */
function isRegistered(headings: readonly string[], label: string): boolean {
  const heading = headings.at(-1) ?? '';
  if (FOREIGN.test(heading) && !BRANCH.test(heading)) return false;
  if (EXISTING.test(heading)) return true;
  const title = headings[0] ?? '';
  const isNew =
    FOUNDING.test(title) ||
    FIRST_REGISTERING.test(title) ||
    [label, ...headings.slice(1)].some((it) => NEW.test(it));
  // Of a business that exists a branch is founded.
  const ofBranch = headings.some((it) => BRANCH.test(it)) && !BRANCH.test(`${heading} ${label}`);
  const isPart = FOUNDED.test(heading) && REGISTERING.test(title);
  return !isPart && (!isNew || ofBranch);
}

/** Whether the headings speak of where somebody is only going to live. */
function isNewResidence(headings: readonly string[]): boolean {
  const heading = headings.at(-1) ?? '';
  return NEW_RESIDENCE.test(heading) || NEW_STAY.test(`${headings[0]}\n${heading}`);
}

/** Whether a kind describes one person or how to reach them. */
export function isOfPerson(kind: string): boolean {
  return OF_PERSON.test(kind) || CONTACT.test(kind);
}

/** Whether a second asking of a kind, of the same person in one submission, is a flag (design: Flag). */
export function isAskedOnce(kind: string): boolean {
  return isOfPerson(kind) || kind === 'insurance-number' || kind === 'tax-code';
}

/**
 * Whether the State already holds a kind of a subject, and from where it could come (portal-facts, section 4).
 * `headings` and `label` are folded.
 */
export function expectationOf(
  kind: Kind,
  subject: Subject,
  headings: readonly string[],
  label: string,
): Expectation {
  if (kind === 'birth-date-words' || (kind === 'business-capital' && /\bbang chu\b/.test(label)))
    return 'derived';
  const newborn =
    headings.some((it) => /\b(?:khai|chung) sinh\b/.test(it)) && !headings.some((it) => NOT_NEWBORN.test(it));
  if (subject === 'child' && newborn) return IN_BIRTH_NOTICE.test(kind) ? 'from-database' : 'none';
  if (kind.startsWith('civil-record') && headings.some((it) => ABROAD.test(it))) return 'none';
  // What is to become of a parcel stands in no database yet.
  if (REGISTERED.test(kind))
    return /\bsau khi\b/.test(`${headings.at(-1)} ${label}`) ? 'none' : 'from-database';
  if (kind.startsWith('business') || (subject === 'business' && kind.startsWith('residence')))
    return isRegistered(headings, label) ? 'from-database' : 'none';
  if (CONTACT.test(kind)) return subject === 'requester' ? 'on-load' : 'none';
  if (!OF_PERSON.test(kind) || THING.test(subject)) return 'none';
  if (kind.startsWith('residence') && (isNewResidence(headings) || MOVING.test(label))) return 'none';
  if (subject === 'requester') return 'on-load';
  return LOOKUP_KEY.test(kind) ? 'lookup-key' : 'on-lookup';
}
