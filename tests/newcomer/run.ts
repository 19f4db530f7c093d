/**
 * `npm run newcomer [-- --systems igate,culture --tell]`: on each form system of the practice portal someone who knows
 * nothing of its pages files a dossier by what the companion says and shows alone. Prints a line for each and the
 * count; exits with 1 unless all arrived. `--tell` prints every act.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from '../../scripts/lib/chromium.ts';
import { build } from '../../scripts/lib/run-tool.ts';
import { lookInto } from '../browser/extension.ts';
import { grantedCopy } from '../browser/granted.ts';
import { launchBrowser } from '../browser/launch.ts';
import { systems } from '../citizen/sites/turns.ts';
import { startPortal } from '../portal/server.ts';
import { tryAll } from './course.ts';

const { values } = parseArgs({
  options: { systems: { type: 'string' }, tell: { type: 'boolean', default: false } },
});
const wanted = values.systems?.split(',');
const among = systems.filter((it) => !wanted || wanted.includes(it));

ensureChromium(console.log);
const extensionDir = await grantedCopy(await build('chrome'));
const profile = await mkdtemp(join(tmpdir(), 'dong-hanh-newcomer-'));
const portal = await startPortal();
let arrived = 0;
try {
  const launched = await launchBrowser({ portal, userDataDir: profile, extensionDir });
  try {
    const extension = await lookInto(launched.context, launched.extensionId ?? '');
    await extension.agree();
    for (const system of among) {
      const [one] = await tryAll({
        context: launched.context,
        portal,
        among: [system],
        ...(values.tell && { say: console.log }),
      });
      if (!one) continue;
      const ok = one.arrived && one.received;
      if (ok) arrived++;
      const how = `${one.acts} acts, ${(one.ms / 1_000).toFixed(0)} s`;
      console.log(
        `${ok ? 'ok  ' : 'FAIL'} ${system.padEnd(12)} ${one.procedure}  ${how}${ok ? '' : `  last: ${one.last}`}`,
      );
    }
  } finally {
    await launched.close();
  }
} finally {
  await portal.close();
  for (const folder of [profile, extensionDir])
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
console.log(`${arrived} of ${among.length} systems`);
process.exit(arrived === among.length ? 0 : 1);
