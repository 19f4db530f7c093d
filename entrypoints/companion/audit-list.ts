import type { AuditFilter, AuditRow } from '../../components/companion/audit-model.ts';
import { identityOf, nameOfKey } from '../../lib/fields/corrections.ts';
import { type FieldFacts, type FieldRecord, findingsOf } from '../../lib/fields/index.ts';
import { type Evidence, evidenceOf } from '../../lib/guide/index.ts';
import type { AuditAnswer, Bus } from '../../lib/messages/index.ts';
import type { Flagged } from './models.ts';

/** What the list is made of: the page's own fields, and which of them are marked. */
export interface Heard {
  fields: readonly FieldFacts[];
  flagged: readonly Flagged[];
}

/** One field of the list with its flags. */
export interface Entry {
  field: FieldFacts;
  /** What tells it from all others of the list. */
  id: string;
  /** The key under which it is stored, or is going to be. */
  record: string;
  missing: boolean;
  again: boolean;
  elsewhere: boolean;
  evidenceBy(bus: Bus): Evidence | null;
}

export type Listed = Readonly<Record<AuditFilter, readonly Entry[]>>;

/**
 * The fields of this page, then the stored ones that stand elsewhere: by what each filter lets through. A field of
 * this page is flagged exactly where it is marked; that it was asked before may also be known from another page. Of a
 * step that the page has left the record has the word: what it last showed stands.
 */
export function listOf(
  { fields, flagged }: Heard,
  stored: readonly FieldRecord[],
  evidence: AuditAnswer['evidence'] = {},
): Listed {
  const reasons = new Map(flagged.map(({ field, reason }) => [field.key, reason]));
  const recorded = new Map(stored.map((field) => [identityOf(field), field]));
  const here = fields.map((field): Entry => {
    const record = recorded.get(identityOf(field));
    const reason = reasons.get(field.key);
    const before = record ? findingsOf(record) : [];
    const missing = field.visible ? reason?.source != null : before.includes('should-have-been-filled');
    return {
      field,
      id: field.key,
      record: record?.key ?? field.key,
      missing,
      again: (reason?.again ?? false) || before.includes('asked-again'),
      elsewhere: false,
      evidenceBy(bus) {
        const found = bus.evidence(field.key);
        return found && evidenceOf({ label: field.label, name: nameOfKey(field.key), ...found });
      },
    };
  });
  const present = new Set(fields.map(identityOf));
  const keys = new Set(fields.map(({ key }) => key));
  const others = stored
    .filter((field) => !present.has(identityOf(field)))
    .map((field): Entry => {
      const { key } = field;
      return {
        field,
        // Two pages may give different fields one key: a reload counts its sections anew.
        id: keys.has(key) ? `elsewhere/${key}` : key,
        record: key,
        missing: findingsOf(field).includes('should-have-been-filled'),
        again: findingsOf(field).includes('asked-again'),
        elsewhere: true,
        evidenceBy: () => evidence[key] ?? null,
      };
    });
  const all = [...here, ...others];
  return {
    all,
    missing: all.filter(({ missing }) => missing),
    again: all.filter(({ again }) => again),
  };
}

/** The row that shows a field. */
export function rowOf({ id, record, field, missing, again, elsewhere }: Entry, corrected: boolean): AuditRow {
  const { label, section, kind, subject, expectation, state, visible } = field;
  return {
    key: id,
    record,
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
