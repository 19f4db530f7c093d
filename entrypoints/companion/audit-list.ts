import type { AuditFilter, AuditRow } from '../../components/companion/audit-model.ts';
import { identityOf, nameOfKey } from '../../lib/fields/corrections.ts';
import type { FieldFacts, FieldRecord } from '../../lib/fields/index.ts';
import { type Evidence, evidenceOf } from '../../lib/guide/index.ts';
import type { Bus } from '../../lib/messages/index.ts';
import type { Flagged } from './models.ts';

/** What the list is made of: the page's own fields, and which of them are marked. */
export interface Heard {
  fields: readonly FieldFacts[];
  flagged: readonly Flagged[];
}

/** One field of the list with its flags. */
export interface Entry {
  field: FieldFacts;
  missing: boolean;
  again: boolean;
  elsewhere: boolean;
  evidenceBy(bus: Bus): Evidence | null;
}

export type Listed = Readonly<Record<AuditFilter, readonly Entry[]>>;

/**
 * The fields of this page, then the stored ones that stand elsewhere: by what each filter lets through. A field of
 * this page is flagged exactly where it is marked; that it was asked before may also be known from another page.
 */
export function listOf({ fields, flagged }: Heard, stored: readonly FieldRecord[]): Listed {
  const reasons = new Map(flagged.map(({ field, reason }) => [field.key, reason]));
  const recorded = new Map(stored.map((field) => [identityOf(field), field]));
  const here = fields.map((field): Entry => {
    const reason = reasons.get(field.key);
    const before = recorded.get(identityOf(field))?.flags.includes('asked-again') ?? false;
    const again = (reason?.again ?? false) || (field.visible && before);
    return entry(field, reason?.source != null, again, false);
  });
  const present = new Set(fields.map(identityOf));
  const others = stored
    .filter((field) => !present.has(identityOf(field)))
    .map((field): Entry => {
      const flag = (name: (typeof field.flags)[number]) => field.visible && field.flags.includes(name);
      return entry(field, flag('should-have-been-filled'), flag('asked-again'), true);
    });
  const all = [...here, ...others];
  return {
    all,
    missing: all.filter(({ missing }) => missing),
    again: all.filter(({ again }) => again),
  };
}

function entry(field: FieldFacts, missing: boolean, again: boolean, elsewhere: boolean): Entry {
  const evidenceBy = (bus: Bus) => {
    const found = bus.evidence(field.key);
    return found && evidenceOf({ label: field.label, name: nameOfKey(field.key), ...found });
  };
  return { field, missing, again, elsewhere, evidenceBy };
}

/** The row that shows a field. */
export function rowOf({ field, missing, again, elsewhere }: Entry, corrected: boolean): AuditRow {
  const { key, label, section, kind, subject, expectation, state, visible } = field;
  return {
    key,
    label,
    section,
    kind,
    subject,
    expectation,
    state,
    visible,
    missing,
    again,
    elsewhere,
    corrected,
  };
}
