import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of a script, raw and as a download would carry them. */
export type Size = { bytes: number; gzip: number };
type Manifest = { content_scripts: { js: string[] }[] };
export type Sizes = { watcher: Size; companion: Size; rrweb: Size };

/** Sizes of what each contender puts into the page. */
export async function measureSizes(extensionDir: string, recorder: string): Promise<Sizes> {
  const script = async (name: string) => sizeOf(await readFile(join(extensionDir, name)));
  const manifest: unknown = JSON.parse(await readFile(join(extensionDir, 'manifest.json'), 'utf8'));
  const declared = (manifest as Manifest).content_scripts.flatMap(({ js }) => js);
  if (declared.length !== 1) throw new Error(`the watcher is one script, not ${declared.join(' and ')}`);
  return {
    watcher: await script(declared.join()),
    companion: await script('companion.js'),
    rrweb: sizeOf(Buffer.from(recorder)),
  };
}

function sizeOf(code: Buffer): Size {
  return { bytes: code.length, gzip: gzipSync(code, { level: 9 }).length };
}
