import type { Expectation, FieldFacts, Flag } from '../field.ts';
import { isAskedOnce } from './expectation.ts';

const EXPECTED: readonly Expectation[] = ['on-load', 'on-lookup', 'from-database'];
const BY_PORTAL: readonly string[] = ['portal-on-load', 'portal-on-lookup', 'portal-late'];

/** Whether the portal should have filled a field of this expectation (design: a field should have been filled). */
export function shouldHaveBeenFilled({ expectation }: { expectation: Expectation }): boolean {
  return EXPECTED.includes(expectation);
}

/** A row of a list, in a name: `con.0.hoTen`, `con_1_hoTen`, `con[1].hoTen`; `nnt_04_hoTen` is numbered otherwise. */
const ROW = /[^/]*[._[][1-9]?\d[._\]]/;

/**
 * The same fields with their flags set, in the order of the form.
 * `should-have-been-filled`: expected and typed, chosen or empty. `asked-again`: an earlier visible field of the
 * submission already asked the same kind of the same person; every row of a list is of somebody else.
 */
export function withFlags<T extends FieldFacts>(fields: readonly T[]): T[] {
  const asked = new Set<string>();
  return fields
    .toSorted((a, b) => a.order - b.order)
    .map((field) => {
      const flags: Flag[] = [];
      const { key, kind, subject, state } = field;
      if (shouldHaveBeenFilled(field) && (state === 'typed' || state === 'chosen' || state === 'empty')) {
        flags.push('should-have-been-filled');
      }
      if (field.visible && isAskedOnce(kind) && subject !== 'other') {
        const question = `${subject}/${kind}/${ROW.exec(key)}`;
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
