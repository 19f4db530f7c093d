import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

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

/** rrweb from its package, as one minified script for the page. */
export async function bundleRecorder(): Promise<string> {
  const result = await build({
    configFile: false,
    mode: 'production',
    logLevel: 'warn',
    build: {
      write: false,
      rolldownOptions: {
        input: fileURLToPath(new URL('recorder.ts', import.meta.url)),
        output: { format: 'iife' },
      },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const chunks = outputs.flatMap((one) => ('output' in one ? one.output : []));
  return chunks.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('');
}
