import browser from 'webextension-polyfill';
import type { ExportChoice } from '../../components/dashboard/export-button.tsx';
import type { OnProgress } from '../../components/progress.ts';
import { type Pack, writePack } from '../../lib/packs/index.ts';
import { csvPieces, type Piece, type TableName, tableOf } from '../../lib/report/index.ts';
import { type ExportFile, exportFile, type RuleHealth } from '../../lib/storage/index.ts';
import { exportName, exportPieces } from './export-text.ts';

/** What a table is called in the name of its file. */
const FILE_NAMES: Record<TableName, string> = {
  submissions: 'ho-so',
  steps: 'tung-buoc',
  fields: 'cac-o',
  days: 'tung-ngay',
};
const MEDIA_TYPES = {
  json: 'application/json',
  csv: 'text/csv',
  parquet: 'application/vnd.apache.parquet',
} as const;

/**
 * Makes a file of what was recorded and hands it to the browser as a download. All of them are made of the same records.
 * Resolves to the file's name.
 */
export async function download(choice: ExportChoice, progress: OnProgress): Promise<string> {
  const file = await exportFile();
  const { name, total, pieces } = await asked(file, choice);
  const parts: Piece['part'][] = [];
  for (const { part, done } of pieces) {
    parts.push(part);
    progress(done, total);
    // A breath between pieces: the page shows the progress and goes on answering.
    await new Promise((resolve) => setTimeout(resolve));
  }
  handOut(name, parts, MEDIA_TYPES[choice.format]);
  return name;
}

/** What the file is called, how many rows it has, and how it is written. */
async function asked(
  file: ExportFile,
  choice: ExportChoice,
): Promise<{ name: string; total: number; pieces: Iterable<Piece> }> {
  if (choice.format === 'json') {
    const { submissions, fields, days, rounds = [], notes = [] } = file;
    const total = [submissions, fields, days, rounds, notes].reduce((sum, { length }) => sum + length, 0);
    return { name: exportName(file), total, pieces: exportPieces(file) };
  }
  const table = tableOf(choice.table, file);
  const name = exportName(file, FILE_NAMES[choice.table], choice.format);
  if (choice.format === 'csv') return { name, total: table.length, pieces: csvPieces(table) };
  // Larger than all the rest of the page, and seldom asked for.
  const { parquetPieces } = await import('../../lib/report/parquet.ts');
  return { name, total: table.length, pieces: parquetPieces(table) };
}

/**
 * Hands out what whoever mends a profile needs: which rules fail since when, and the structure that stood there. Returns
 * the name of the file.
 */
export function reportHealth(rules: readonly RuleHealth[]): string {
  const { version } = browser.runtime.getManifest();
  const report = { format: 'dong-hanh-health', version: 1, extension: version, rules };
  const name = exportName({ exportedAt: Date.now() }, 'suc-khoe-cong');
  handOut(name, [JSON.stringify(report, null, 1)]);
  return name;
}

/** Hands out rules and guidance as a file that can be mended and loaded again. Returns its name. */
export function handOutPack(pack: Pack): string {
  const name = exportName({ exportedAt: Date.now() }, 'quy-tac');
  handOut(name, [writePack(pack)]);
  return name;
}

/** Gives a file to the browser as a download. */
export function handOut(name: string, parts: BlobPart[], type: string = MEDIA_TYPES.json): void {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // Firefox reads the blob only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
