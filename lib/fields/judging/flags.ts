import { fold } from '../../text/index.ts';
import type { Expectation, FieldFacts, Flag } from '../field.ts';
import { isAskedOnce } from './expectation.ts';

const EXPECTED: readonly Expectation[] = ['on-load', 'on-lookup', 'from-database'];
const BY_PORTAL: readonly string[] = ['portal-on-load', 'portal-on-lookup', 'portal-late'];

/** Whether the portal should have filled a field of this expectation (design: a field should have been filled). */
export function shouldHaveBeenFilled({ expectation }: { expectation: Expectation }): boolean {
  return EXPECTED.includes(expectation);
}

/**
 * A row of a list, in a name: `con.0.hoTen`, `con_1_hoTen`, `con[1].hoTen`, and `gv_ctl03_hoTen` of a grid of WebForms;
 * `nnt_04_hoTen` is numbered otherwise.
 */
const ROW = /[^/]*(?:[._[][1-9]?\d[._\]]|_ctr?l\d+_)/;
/** The number of a part, a paper or a time tells nobody apart. */
const OF_PARTS = 'phan|muc|buoc|trang|mau|so|phu luc|to|dieu|khoan|nam|quy|lan|cap|hang|dot';
/** Which of several is spoken of, in folded words: "Con thứ hai", "Khách 2", "Người phụ thuộc (3)". */
const WHICH = new RegExp(
  `\\bthu (?:nhat|nhi|hai|ba|tu|nam|sau|bay|tam|chin|muoi|\\d+)\\b|(?<!\\b(?:${OF_PARTS})[ (]{1,2})(?<=[a-z][ (]{1,2})\\d\\d?(?=\\W*$|:| [–-] )`,
);
/** Places whose parts are of no kinds of their own, and those parts: "Quê quán: tỉnh" and "Quê quán: xã" ask one thing. */
const PLACES: readonly string[] = ['birth-place', 'hometown'];
const PART = /\b(?:quoc gia|tinh|thanh pho|huyen|quan|xa|phuong|thon|so nha|chi tiet|benh vien|co so)\b/;

/** What tells by itself which question a field is. */
type Question = Record<'key' | 'kind' | 'subject' | 'section' | 'label', string>;

/**
 * What a field asks, and of whom. Every row of a list is of somebody else, and so is each of those that are told apart by a
 * number.
 */
function questionOf({ key, kind, subject, section, label }: Question): string {
  const words = fold(label);
  const part = PLACES.includes(kind) && PART.exec(words);
  return [subject, kind, ROW.exec(key), WHICH.exec(fold(section)), WHICH.exec(words), part].join('/');
}

/**
 * The same fields with their flags set, in the order of the form.
 * `should-have-been-filled`: expected and typed, chosen or empty. `asked-again`: an earlier visible field of the
 * submission already asked the same kind of the same person.
 */
export function withFlags<T extends FieldFacts>(fields: readonly T[]): T[] {
  const asked = new Set<string>();
  return fields
    .toSorted((a, b) => a.order - b.order)
    .map((field) => {
      const flags: Flag[] = [];
      const { kind, subject, state } = field;
      if (shouldHaveBeenFilled(field) && (state === 'typed' || state === 'chosen' || state === 'empty')) {
        flags.push('should-have-been-filled');
      }
      if (field.visible && isAskedOnce(kind) && subject !== 'other') {
        const question = questionOf(field);
        if (asked.has(question)) flags.push('asked-again');
        asked.add(question);
      }
      return { ...field, flags };
    });
}

/** The flags that count: what the form does not show is no finding. */
export function findingsOf({ visible, flags }: Pick<FieldFacts, 'visible' | 'flags'>): readonly Flag[] {
  return visible ? flags : [];
}

/** Counts criterion 1 over the visible fields. `fields` carry their flags. */
export function tally(fields: readonly FieldFacts[]) {
  const visible = fields.filter((field) => field.visible);
  const expected = visible.filter(shouldHaveBeenFilled);
  const count = (test: (field: FieldFacts) => boolean) => expected.filter(test).length;
  return {
    expected: expected.length,
    byPortal: count(({ state }) => BY_PORTAL.includes(state)),
    byHand: count(({ state }) => state === 'typed' || state === 'chosen' || state === 'browser'),
    empty: count(({ state }) => state === 'empty'),
    askedAgain: visible.filter(({ flags }) => flags.includes('asked-again')).length,
  };
}
