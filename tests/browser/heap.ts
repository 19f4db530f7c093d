import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { WebSocket } from 'ws';

/** Bytes that live on a page's heap, its content scripts' worlds among them, after a collection. */
export async function pageHeap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

/**
 * The same of the extension's worker, which Playwright cannot ask. `profile` is the folder of the browser's profile,
 * where its debugging port stands. Throws when no worker runs.
 */
export async function workerHeap(profile: string): Promise<number> {
  const port = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n')[0];
  const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as Target[];
  const worker = targets.find(({ type, url }) => type === 'service_worker' && url.startsWith('chrome-ext'));
  if (!worker) throw new Error('no worker of the extension runs');
  const socket = new WebSocket(worker.webSocketDebuggerUrl);
  await new Promise((done, failed) => socket.once('open', done).once('error', failed));
  const answers = new Map<number, (result: { usedSize?: number }) => void>();
  socket.on('message', (data) => {
    const { id, result } = JSON.parse(String(data));
    answers.get(id)?.(result);
  });
  const ask = (id: number, method: string) =>
    new Promise<{ usedSize?: number }>((done) => {
      answers.set(id, done);
      socket.send(JSON.stringify({ id, method }));
    });
  await ask(1, 'HeapProfiler.collectGarbage');
  const { usedSize = 0 } = await ask(2, 'Runtime.getHeapUsage');
  socket.close();
  return usedSize;
}

type Target = { type: string; url: string; webSocketDebuggerUrl: string };
