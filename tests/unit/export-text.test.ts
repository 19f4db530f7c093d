import { expect, it } from 'vitest';
import { exportName, exportPieces } from '../../entrypoints/dashboard/export-text.ts';
import { summariseDays } from '../../lib/metrics/index.ts';
import type { ExportFile } from '../../lib/storage/index.ts';
import { fieldsOf, NOW, submissions } from '../fixtures/submissions.ts';

function fileOf(count: number): ExportFile {
  const list = submissions(count);
  return {
    format: 'dong-hanh',
    version: 1,
    exportedAt: NOW,
    device: '00000000-0000-4000-8000-000000000000',
    submissions: list.map(({ dossierMark: _, ...it }) => it),
    fields: list.flatMap((it) => fieldsOf(it.id)),
    days: summariseDays(list),
  };
}

it.each([0, 1, 60])('writes %d submissions piece by piece into the same JSON', (count) => {
  const file = fileOf(count);
  const pieces = [...exportPieces(file)];
  expect(JSON.parse(pieces.map(({ part }) => part).join(''))).toEqual(file);
  expect(pieces.at(-1)?.done).toBe(file.submissions.length + file.fields.length + file.days.length);
});

it('names the file by the day in Việt Nam', () => {
  expect(exportName({ exportedAt: Date.UTC(2026, 10, 21, 18) })).toBe('dong-hanh-20261122.json');
});
