/**
 * Stands between Playwright and a stock Firefox, started in Firefox's place. Playwright speaks WebDriver BiDi to it;
 * the relay starts Firefox, passes everything on, installs the extension as soon as there is a session, and answers
 * by itself what this Firefox does not know yet and no road needs.
 *
 * Env: FIREFOX the program, FIREFOX_EXTENSION the folder of a built extension.
 */
import { spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';

type Message = {
  id?: number;
  method?: string;
  type?: string;
  params?: { context?: string; url?: string };
};

/** Of how a page is to look: the roads do not mind, and Firefox ESR does not know it. */
const answeredHere = new Set(['emulation.setMediaFeaturesOverride']);
/** An id that Playwright never comes to. */
const INSTALL = 1_000_000_001;
const NUDGE = 1_000_000_002;
/** So long after an extension's page was asked for, ms. */
const NUDGES = [200, 600, 1_500, 4_000];

const fox = spawn(process.env.FIREFOX ?? 'firefox', process.argv.slice(2), {
  stdio: ['ignore', 'inherit', 'pipe'],
});
fox.stderr.on('data', (part) => {
  for (const line of String(part).split('\n')) {
    const port = /BiDi listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1];
    if (port) listen(port);
    else process.stderr.write(`${line}\n`);
  }
});
fox.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => fox.kill(signal));
process.on('exit', () => fox.kill('SIGKILL'));

function listen(port: string): void {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 }, () => {
    const own = (server.address() as AddressInfo).port;
    // The words by which Playwright finds the address.
    process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${own}\n`);
  });
  server.on('connection', (client, request) => join(client, `ws://127.0.0.1:${port}${request.url}`));
}

function join(client: WebSocket, address: string): void {
  const firefox = new WebSocket(address, { perMessageDeflate: false, maxPayload: 256 * 1024 * 1024 });
  const early: string[] = [];
  let sessionAsked: number | undefined;
  let sessionAnswer: string | undefined;
  client.on('message', (data) => {
    const text = String(data);
    const { id, method, params } = JSON.parse(text) as Message;
    if (params?.url?.startsWith('moz-extension:')) nudge(firefox, params.context);
    if (method === 'session.new') sessionAsked = id;
    if (method && answeredHere.has(method)) {
      client.send(JSON.stringify({ type: 'success', id, result: {} }));
    } else if (firefox.readyState === WebSocket.OPEN) firefox.send(text);
    else early.push(text);
  });
  firefox.on('open', () => {
    for (const text of early) firefox.send(text);
  });
  firefox.on('message', (data) => {
    const text = String(data);
    const { id, type } = JSON.parse(text) as Message;
    const extension = process.env.FIREFOX_EXTENSION;
    if (extension && id !== undefined && id === sessionAsked) {
      // Playwright hears of the session when the extension is there.
      sessionAsked = undefined;
      sessionAnswer = text;
      const params = { extensionData: { type: 'path', path: extension } };
      firefox.send(JSON.stringify({ id: INSTALL, method: 'webExtension.install', params }));
    } else if (id === INSTALL) {
      if (type === 'error') process.stderr.write(`the extension was not installed: ${text}\n`);
      if (sessionAnswer) client.send(sessionAnswer);
    } else if (id !== NUDGE) client.send(text);
  });
  firefox.on('close', () => client.close());
  client.on('close', () => firefox.close());
}

/**
 * Firefox tells of what runs in an extension's own page only once that page was spoken to: without this Playwright
 * would wait for ever.
 */
function nudge(firefox: WebSocket, context: string | undefined): void {
  const command = {
    method: 'script.evaluate',
    params: { expression: '1', target: { context }, awaitPromise: false },
  };
  for (const ms of NUDGES) setTimeout(() => firefox.send(JSON.stringify({ id: NUDGE, ...command })), ms);
}
