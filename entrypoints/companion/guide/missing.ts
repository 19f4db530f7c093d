import type { MissingItem } from '../../../components/companion/guide-model.ts';
import type { FieldFacts } from '../../../lib/fields/index.ts';
import { isBlank, isOpenMethod } from '../../../lib/guide/index.ts';
import type { OpenRow } from '../../../lib/portal/index.ts';
import type { Sight } from './sight.ts';

export const METHOD_ID = 'method';

/** Everything that is asked for and not there, in the order in which a form asks: fields, papers, the way of receiving. */
export function missingOf(
  fields: readonly FieldFacts[],
  sight: Sight,
  skipped: ReadonlySet<string>,
): MissingItem[] {
  const items: MissingItem[] = [
    ...fields.filter(isBlank).map(({ key, label }): MissingItem => ({ id: key, kind: 'field', label })),
    ...sight.rows.map((row): MissingItem => ({ id: rowId(row), kind: 'row', label: row.label })),
  ];
  if (sight.method || fields.some(isOpenMethod)) items.push({ id: METHOD_ID, kind: 'method', label: '' });
  return items.filter(({ id }) => !skipped.has(id));
}

/** Rows of one name are told apart by their place. */
export function rowId({ label, nth }: Pick<OpenRow, 'label' | 'nth'>): string {
  return `row/${nth}/${label}`;
}
