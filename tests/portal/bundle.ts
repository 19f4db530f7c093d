import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Entries of the client: the portal itself, the sites that draw themselves, the sites that a server writes. */
const entries = { app: 'main.tsx', wizard: 'site/wizard.tsx', plain: 'site/plain.ts' } as const;
export type Entry = keyof typeof entries;

/** The client app as the server hands it out. */
export type Bundle = { script: string; style: string };

const folder = fileURLToPath(new URL('./client/', import.meta.url));
const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const cache = join(modules, '.cache', 'practice-portal');

/** Bundles the client for production, or takes the bundle of the same sources from the cache. */
export async function bundleClient(entry: Entry = 'app'): Promise<Bundle> {
  const stored = join(cache, `${entry}-${await hashOfSources()}.json`);
  const known = await readFile(stored, 'utf8').catch(() => null);
  if (known) return JSON.parse(known) as Bundle;
  const bundle = await bundleNow(join(folder, entries[entry]));
  await mkdir(cache, { recursive: true });
  // Written aside and moved, so that two test files starting together never read half a file.
  const aside = `${stored}.${process.pid}`;
  await writeFile(aside, JSON.stringify(bundle));
  await rename(aside, stored);
  return bundle;
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256');
  const here = fileURLToPath(new URL('.', import.meta.url));
  // The client shares types and choices with the server.
  const names = (await readdir(here, { recursive: true })).sort();
  const sources = names.filter((name) => /\.(tsx?|css)$/.test(name)).map((name) => join(here, name));

  for (const name of ['react-dom', 'survey-core', 'survey-react-ui', 'vite']) {
    sources.push(join(modules, name, 'package.json'));
  }
  for (const source of sources) hash.update(source).update(await readFile(source));
  return hash.digest('hex').slice(0, 24);
}

async function bundleNow(input: string): Promise<Bundle> {
  const { NODE_ENV } = process.env;
  // Vite heeds this over its own mode, and a test runner sets it to "test": the page would then ask for React's
  // development half, which the bundle leaves out.
  process.env.NODE_ENV = 'production';
  const result = await build({
    configFile: false,
    root: folder,
    mode: 'production',
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      cssCodeSplit: false,
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: { input, output: { format: 'iife' } },
    },
  });
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = NODE_ENV;
  const outputs = Array.isArray(result) ? result : [result];
  const bundle: Bundle = { script: '', style: '' };
  for (const output of outputs) {
    if (!('output' in output)) throw new Error('vite answered with a watcher');
    for (const file of output.output) {
      if (file.type === 'chunk') bundle.script += file.code;
      else if (file.fileName.endsWith('.css')) bundle.style += file.source.toString();
    }
  }
  return bundle;
}
