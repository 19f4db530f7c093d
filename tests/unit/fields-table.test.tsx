import { expect, it } from 'vitest';
import { FieldsTable } from '../../components/dashboard/fields-table.tsx';
import type { Correction, FieldRecord } from '../../lib/fields/index.ts';
import { openView } from '../fixtures/view.tsx';

const field = {
  ...{ submissionId: 's', key: 'national/3/gioiTinh', order: 1, label: 'Giới tính', section: '' },
  ...{ kind: 'gender', subject: 'deceased', expectation: 'none', state: 'empty', flags: [], visible: true },
  ...{ locked: false, required: false, corrections: 0, focusCount: 0, activeMs: 0, errorsShown: 0 },
} as FieldRecord;
const made: Correction = {
  ...{ form: 'national/1.000656', field: 'gioiTinh' },
  ...{ kind: 'gender', subject: 'deceased', expectation: 'none' },
};

/** What the table says of the field beside its facts, in a dossier of this procedure. */
async function traits(corrections: Correction[], procedure = '1.000656', key = field.key) {
  const view = openView();
  await view.show(
    <FieldsTable fields={[{ ...field, key }]} corrections={corrections} procedure={procedure} />,
  );
  return view.root.querySelector('tbody td:last-child')?.textContent;
}

it('a judgement that somebody corrected is told from our own, for whoever reads the audit later', async () => {
  expect(await traits([made])).toBe('Nhận định đã sửa');
  expect(await traits([{ ...made, form: 'national/form/surveyjs' }])).toBe('Nhận định đã sửa');
  expect(await traits([])).toBe('');
  const inFrame = { ...made, form: 'justice/1.000656' };
  expect(await traits([inFrame], '1.000656', 'justice.1/3/gioiTinh')).toBe('Nhận định đã sửa');
});

it('a correction of another form, portal or field, or one made since, is none of this record', async () => {
  expect(await traits([{ ...made, form: 'national/1.004873' }])).toBe('');
  expect(await traits([{ ...made, form: 'justice/1.000656' }])).toBe('');
  expect(await traits([{ ...made, field: 'danToc' }])).toBe('');
  expect(await traits([{ ...made, expectation: 'on-load' }])).toBe('');
});
