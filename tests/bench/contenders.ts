import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { type Extension, lookInto } from '../browser/extension.ts';
import { type Launched, launchBrowser } from '../browser/launch.ts';
import type { Portal } from '../portal/server.ts';

/** `off`, `pill` and `on` are ours: without the companion, with its panel collapsed, with its panel open. */
const CONTENDERS = ['page', 'empty', 'walk', 'off', 'pill', 'on', 'rrweb'] as const;
export type ContenderId = (typeof CONTENDERS)[number];

export const NAMES: Record<ContenderId, string> = {
  page: 'the page alone',
  empty: 'empty extension',
  walk: 'extension that walks and watches',
  off: 'Đồng hành, watcher only',
  pill: 'Đồng hành, panel collapsed',
  on: 'Đồng hành, with companion',
  rrweb: 'rrweb',
};

/** One way of having the page open, in a browser of its own. */
export type Contender = {
  id: ContenderId;
  launched: Launched;
  /** Run in the page after its load event. */
  script: string | null;
  /** Ours, seen from outside. */
  extension: Extension | null;
};

export type Field = { contenders: Contender[]; version: string; close(): Promise<void> };

/** Starts one browser per contender: same program, same flags but those that load an extension. */
export async function startContenders(portal: Portal, ours: string, recorder: string): Promise<Field> {
  const temporary = await mkdtemp(join(tmpdir(), 'dong-hanh-bench-'));
  // A copy: the build folder may be built anew by somebody while the run lasts.
  const copy = join(temporary, 'ours');
  await cp(ours, copy, { recursive: true });
  const folders = {
    empty: await plainExtension(join(temporary, 'empty'), 'void 0;\n'),
    walk: await plainExtension(join(temporary, 'walk'), `(${walkAndWatch})();\n`),
    off: copy,
    pill: copy,
    on: copy,
  };
  // Also for a run that is broken off; the launcher does the same with the browsers.
  process.once('exit', () => rmSync(temporary, { recursive: true, force: true }));
  const contenders: Contender[] = [];
  const close = async () => {
    for (const { launched } of contenders) await launched.close();
  };
  try {
    for (const id of CONTENDERS) {
      const extensionDir = id === 'page' || id === 'rrweb' ? null : folders[id];
      const launched = await launchBrowser({ portal, ...(extensionDir && { extensionDir }) });
      const contender: Contender = {
        id,
        launched,
        // By this name a trace knows it, as it knows the scripts of extensions by theirs.
        script: id === 'rrweb' ? `${recorder}\n//# sourceURL=bench:/recorder.js` : null,
        extension: null,
      };
      contenders.push(contender);
      if (id === 'on') contender.extension = await agreed(launched, {});
      if (id === 'pill') contender.extension = await agreed(launched, { collapsed: true });
      if (id === 'off') contender.extension = await agreed(launched, { on: false });
    }
    const version = contenders[0]?.launched.context.browser()?.version() ?? '';
    return { contenders, version, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Gives consent as a person does, and sets the companion as it is to be. */
async function agreed({ context, extensionId }: Launched, companion: object): Promise<Extension> {
  if (!extensionId) throw new Error('the extension did not start');
  const extension = await lookInto(context, extensionId);
  await extension.agree();
  await setCompanion(context, extensionId, companion);
  return extension;
}

type Storage = {
  chrome: {
    storage: {
      local: {
        get(key: string): Promise<{ settings?: { companion?: object } }>;
        set(items: object): Promise<void>;
      };
    };
  };
};

async function setCompanion(context: BrowserContext, id: string, change: object): Promise<void> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${id}/manifest.json`);
  await page.evaluate(async (wanted) => {
    const { local } = (globalThis as unknown as Storage).chrome.storage;
    const { settings } = await local.get('settings');
    await local.set({ settings: { ...settings, companion: { ...settings?.companion, ...wanted } } });
  }, change);
  await page.close();
}

/** An extension that runs `script` on the same pages at the same time; one that does nothing is what any costs. */
async function plainExtension(folder: string, script: string): Promise<string> {
  const manifest = {
    manifest_version: 3,
    name: 'Plain',
    version: '1.0.0',
    background: { service_worker: 'worker.js' },
    content_scripts: [
      { matches: ['https://*.dichvucong.gov.vn/*'], run_at: 'document_end', js: ['content.js'] },
    ],
  };
  await mkdir(folder);
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'worker.js'), 'void 0;\n');
  await writeFile(join(folder, 'content.js'), script);
  return folder;
}

/**
 * The least that anyone must do who is to know the fields of a page: looks once at every control and what labels it,
 * then at those that come, and hears what is typed. Runs in the page.
 */
function walkAndWatch(): void {
  let read = 0;
  const walk = (root: ParentNode) => {
    const labels = new Map<string, string>();
    for (const label of root.querySelectorAll<HTMLLabelElement>('label[for]'))
      labels.set(label.htmlFor, label.textContent ?? '');
    for (const { name, id, value } of root.querySelectorAll<HTMLInputElement>('input, select, textarea'))
      read += name.length + value.length + (labels.get(id)?.length ?? 0);
  };
  walk(document);
  new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) if (node instanceof Element) walk(node);
  }).observe(document, { subtree: true, childList: true });
  document.addEventListener('input', () => read++, { capture: true, passive: true });
}
