/**
 * `npm run roads [-- --roads 30 --seed 1]`: random roads on the practice portal, walked in a real browser with the
 * built extension, compared with the portal's own log. Exits with 1 when anything differs.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from '../../scripts/lib/chromium.ts';
import { build } from '../../scripts/lib/run-tool.ts';
import { launchBrowser } from '../browser/launch.ts';
import { startPortal } from '../portal/server.ts';
import { walkRoads } from './walk.ts';

const { values } = parseArgs({
  options: {
    roads: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});

ensureChromium(console.log);
// A copy: a build that is made meanwhile must not change what is walked.
const extensionDir = await mkdtemp(join(tmpdir(), 'dong-hanh-built-'));
await cp(await build('chrome'), extensionDir, { recursive: true });
const profile = await mkdtemp(join(tmpdir(), 'dong-hanh-roads-'));
const portal = await startPortal();
const launched = await launchBrowser({ portal, extensionDir, userDataDir: profile });
const seeds = values.only
  ? values.only.split(',').map(Number)
  : Array.from({ length: Number(values.roads) }, (_, index) => Number(values.seed) + index);
let failed = 0;
try {
  const report = await walkRoads({ launched, portal, profile, seeds, say: console.log });
  failed = report.faults;
} finally {
  await launched.close();
  await portal.close();
  for (const folder of [profile, extensionDir]) {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
process.exit(failed === 0 ? 0 : 1);
