/**
 * `npm run roads [-- --roads 30 --seed 1]`: random roads on the practice portal, walked in a real browser with the
 * built extension, compared with the portal's own log. Exits with 1 when anything differs.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
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

const profile = await mkdtemp(join(tmpdir(), 'dong-hanh-roads-'));
const portal = await startPortal();
const launched = await launchBrowser({ portal, extensionDir: '.output/chrome-mv3', userDataDir: profile });
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
  await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
process.exit(failed === 0 ? 0 : 1);
