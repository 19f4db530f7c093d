import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as buildWithVite, type Plugin } from 'vite';
import type { Build } from './builds.ts';

/** One build of a technology as the server hands it out. */
export type Bundle = { script: string; style: string };

const folder = fileURLToPath(new URL('.', import.meta.url));
const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const cache = join(modules, '.cache', 'form-technologies');
const shared = [
  'start.ts',
  'form.ts',
  'fields.ts',
  'bundle.ts',
  '../portal/choices.ts',
  '../portal/people.ts',
];
const running = new Map<string, Promise<Bundle>>();

/** Bundles a technology for production, or takes the bundle of the same sources and packages from the cache. */
export function bundleOf(key: string, build: Build): Promise<Bundle> {
  const known = running.get(key);
  if (known) return known;
  const made = storedOrNew(key, build);
  // A build that failed is tried again by the next who asks.
  made.catch(() => running.delete(key));
  running.set(key, made);
  return made;
}

async function storedOrNew(key: string, build: Build): Promise<Bundle> {
  const stored = join(cache, `${key}-${await hashOfSources(build)}.json`);
  const known = await readFile(stored, 'utf8').catch(() => null);
  if (known) return JSON.parse(known) as Bundle;
  const bundle = await bundleNow(build);
  await mkdir(cache, { recursive: true });
  // Written aside and moved, so that two runs starting together never read half a file.
  const aside = `${stored}.${process.pid}`;
  await writeFile(aside, JSON.stringify(bundle));
  await rename(aside, stored);
  return bundle;
}

async function hashOfSources(build: Build): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(build));
  const own = dirname(join(folder, build.mount));
  const sources = shared.map((name) => join(folder, name));
  for (const name of (await readdir(own)).sort()) if (name !== 'hands.ts') sources.push(join(own, name));
  for (const name of [...build.packages, 'vite']) sources.push(join(modules, name, 'package.json'));
  for (const source of sources) hash.update(source).update(await readFile(source));
  return hash.digest('hex').slice(0, 24);
}

/** The entry is two lines of its own for every technology: they are not worth a file each. */
function entryPlugin(mount: string): Plugin {
  const id = '\0form-technology';
  return {
    name: 'form-technology',
    resolveId: (source) => (source === 'form-technology' ? id : null),
    load: (asked) =>
      asked === id
        ? `import { mount } from ${JSON.stringify(join(folder, mount))};
import { start } from ${JSON.stringify(join(folder, 'start.ts'))};
void start(mount);`
        : null,
  };
}

async function bundleNow({ mount, alias }: Build): Promise<Bundle> {
  const result = await buildWithVite({
    configFile: false,
    root: folder,
    mode: 'production',
    logLevel: 'error',
    // Some packages are written for Node's name of the global object.
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    // A test runner says that it is no production, and React's production build knows nothing of development.
    oxc: { jsx: { development: false } },
    plugins: [entryPlugin(mount)],
    resolve: { alias: { ...alias } },
    build: {
      write: false,
      cssCodeSplit: false,
      // Icon fonts and pictures of stylesheets go along: the page fetches nothing else.
      assetsInlineLimit: 1_000_000,
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: { input: 'form-technology', output: { format: 'iife' } },
    },
  });
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
