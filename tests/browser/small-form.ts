import type { FieldRecord } from '../../lib/fields/index.ts';
import type { Submission } from '../../lib/flow/index.ts';
import type { Declaration } from '../technologies/form.ts';
import type { Extension } from './extension.ts';
import { until } from './stage.ts';

/** A plain declaration of a few text boxes about the requester, by their names and labels. */
export function smallForm(id: string, labels: Record<string, string>): Declaration {
  const fields = Object.entries(labels).map(([name, label]) => ({
    ...{ name, label, widget: 'text', kind: 'other', expect: 'none' },
    ...{ required: false, locked: false, hasValue: false, conditional: false },
  }));
  return {
    id,
    tech: 'plain',
    build: 'labels',
    host: 'dichvucong.gov.vn',
    path: '/nop-ho-so?formalityCaseId=1',
    procedure: { code: '1.000656', name: 'Đăng ký khai tử' },
    sections: [{ title: 'Thông tin người yêu cầu', subject: 'requester', fields }],
  } as Declaration;
}

/** What is stored of the last submission that began since then. */
export async function storedSince(
  extension: Extension,
  since: number,
): Promise<{ submission: Submission | undefined; fields: FieldRecord[] }> {
  const { submissions, fields } = await extension.stores();
  const begun = (submissions as Submission[]).filter(({ startedAt }) => startedAt >= since - 500);
  // They are stored by ids, which are of no order.
  const submission = begun.toSorted((a, b) => a.startedAt - b.startedAt).at(-1);
  return {
    submission,
    fields: (fields as FieldRecord[]).filter(({ submissionId }) => submissionId === submission?.id),
  };
}

/** The record of a field of that submission, once it is as wanted. */
export async function recordSince(
  extension: Extension,
  since: number,
  name: string,
  good: (it: FieldRecord) => boolean,
): Promise<FieldRecord> {
  const ask = async () =>
    (await storedSince(extension, since)).fields.find(({ key }) => key.endsWith(`/${name}`));
  return (await until(ask, (it) => it !== undefined && good(it))) as FieldRecord;
}
