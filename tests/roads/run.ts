/**
 * `npm run roads [-- --roads 400 --seed 1 --systems igate,culture]`: random roads over the form systems of the
 * practice portal, walked in a real browser with the built extension, compared with the portal's own log. Exits with
 * 1 when anything differs.
 *
 * `--kill worker`: the worker is killed at a random moment of each road; `--kill browser`: the browser's process.
 * `--browser firefox`: in Firefox, one dossier in one tab each; `--seed 8 --roads 8` is one road per system. `--no-check`: walks and tells, compares nothing.
 * `--story`: what the portal and the extension saw of each road that differs, in order of time.
 * `--fields`: the portal's own declarations, field by field, with a search for every value that was typed.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from '../../scripts/lib/chromium.ts';
import { build } from '../../scripts/lib/run-tool.ts';
import { lookInto } from '../browser/extension.ts';
import { launchFirefox } from '../browser/firefox/launch.ts';
import { grantedCopy } from '../browser/granted.ts';
import { launchBrowser } from '../browser/launch.ts';
import { type System, systems } from '../citizen/sites/turns.ts';
import { startPortal } from '../portal/server.ts';
import { walkCourse } from './course.ts';
import { crashRoad } from './kill-browser.ts';
import { walkRoads } from './walk.ts';

const { values } = parseArgs({
  options: {
    roads: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    systems: { type: 'string' },
    kill: { type: 'string' },
    browser: { type: 'string', default: 'chromium' },
    fields: { type: 'boolean', default: false },
    story: { type: 'boolean', default: false },
    'no-check': { type: 'boolean', default: false },
  },
});

const inFirefox = values.browser === 'firefox';
if (!inFirefox) ensureChromium(console.log);
const say = console.log;
const among = values.systems ? values.systems.split(',').map(systemOf) : systems;
const seeds = values.only
  ? values.only.split(',').map(Number)
  : Array.from({ length: Number(values.roads) }, (_, index) => Number(values.seed) + index);
const extensionDir = await grantedCopy(await build(inFirefox ? 'firefox' : 'chrome'));
const profile = await mkdtemp(join(tmpdir(), 'dong-hanh-roads-'));
const portal = await startPortal();
let faults = 1;
try {
  if (inFirefox) faults = await courseInFirefox();
  else faults = await (values.kill === 'browser' ? crashes() : course());
} finally {
  await portal.close();
  for (const folder of [profile, extensionDir]) {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
process.exit(faults === 0 ? 0 : 1);

function systemOf(name: string): System {
  const known = systems.find((one) => one === name);
  if (!known) throw new Error(`no system is called ${name}: ${systems.join(', ')}`);
  return known;
}

async function course(): Promise<number> {
  const checks = !values['no-check'];
  const launched = await launchBrowser({ portal, userDataDir: profile, ...(checks && { extensionDir }) });
  try {
    if (values.fields) return (await walkRoads({ launched, portal, profile, seeds, say })).faults;
    const extension = launched.extensionId ? await lookInto(launched.context, launched.extensionId) : null;
    await extension?.agree();
    const killsWorker = values.kill === 'worker';
    return (
      await walkCourse({ launched, portal, extension, seeds, among, killsWorker, story: values.story, say })
    ).faults;
  } finally {
    await launched.close();
  }
}

async function courseInFirefox(): Promise<number> {
  const launched = await launchFirefox({ portal, ...(!values['no-check'] && { extensionDir }) });
  try {
    const { context, extensionOrigin: origin } = launched;
    const extension = origin ? await lookInto(context, '', origin) : null;
    await extension?.agree();
    return (
      await walkCourse({ launched, portal, extension, seeds, among, solo: true, story: values.story, say })
    ).faults;
  } finally {
    await launched.close();
  }
}

async function crashes(): Promise<number> {
  let sum = 0;
  for (const seed of seeds) {
    // Each crash has a profile of its own, as the next browser would bring the last one's tabs back too.
    const own = await mkdtemp(join(tmpdir(), 'dong-hanh-crash-'));
    const found = await crashRoad({
      ...{ portal, profile: own, seed, among },
      extensionDir: values['no-check'] ? null : extensionDir,
    }).catch((error: unknown) => [String(error instanceof Error ? error.stack : error).slice(0, 700)]);

    await rm(own, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    sum += found.length;
    say(
      [`${found.length > 0 ? 'FAIL' : 'ok  '} crash ${seed}`, ...found.map((it) => `       - ${it}`)].join(
        '\n',
      ),
    );
  }
  return sum;
}
