import browser from 'webextension-polyfill';
import { type Pack, writePack } from '../../lib/packs/index.ts';
import { exportFile, type RuleHealth } from '../../lib/storage/index.ts';
import { exportName, exportPieces } from './export-text.ts';

/** Makes the file of exchange and hands it to the browser as a download. Resolves to the file's name. */
export async function download(progress: (done: number, total: number) => void): Promise<string> {
  const file = await exportFile();
  const { submissions, fields, days, rounds = [], notes = [] } = file;
  const total = [submissions, fields, days, rounds, notes].reduce((sum, { length }) => sum + length, 0);
  const parts: string[] = [];
  for (const { text, done } of exportPieces(file)) {
    parts.push(text);
    progress(done, total);
    // A breath between pieces: the page shows the progress and goes on answering.
    await new Promise((resolve) => setTimeout(resolve));
  }
  const name = exportName(file);
  handOut(name, parts);
  return name;
}

/** Hands out what whoever mends a profile needs: which rules fail since when, and the structure that stood there. */
export function reportHealth(rules: readonly RuleHealth[]): void {
  const { version } = browser.runtime.getManifest();
  const report = { format: 'dong-hanh-health', version: 1, extension: version, rules };
  handOut(exportName({ exportedAt: Date.now() }, 'suc-khoe-cong'), [JSON.stringify(report, null, 1)]);
}

/** Hands out rules and guidance as a file that can be mended and loaded again. */
export function handOutPack(pack: Pack): void {
  handOut(exportName({ exportedAt: Date.now() }, 'quy-tac'), [writePack(pack)]);
}

/** Gives a file of JSON to the browser as a download. */
export function handOut(name: string, parts: string[]): void {
  const url = URL.createObjectURL(new Blob(parts, { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // Firefox reads the blob only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
