import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tryAll } from '../newcomer/course.ts';
import { startPortal } from '../portal/server.ts';
import { lookInto } from './extension.ts';
import { grantedCopy } from './granted.ts';
import { launchBrowser } from './launch.ts';
import { BUILT } from './stage.ts';

/** The short form: `npm run newcomer` goes over all eight systems. */
it('someone who knows nothing of the pages files a dossier by what the companion says and shows alone', async () => {
  const extensionDir = await grantedCopy(BUILT);
  const userDataDir = await mkdtemp(join(tmpdir(), 'dong-hanh-newcomer-'));
  const portal = await startPortal();
  const launched = await launchBrowser({ portal, extensionDir, userDataDir });
  try {
    const extension = await lookInto(launched.context, launched.extensionId ?? '');
    await extension.agree();
    const lines: string[] = [];
    const say = (line: string) => lines.push(line);
    for (const one of await tryAll({ context: launched.context, portal, among: ['laichau'], say }))
      expect([one.arrived, one.received], `${one.last}\n${lines.join('\n')}`).toEqual([true, true]);
  } finally {
    await launched.close();
    await portal.close();
    for (const folder of [extensionDir, userDataDir])
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
});
