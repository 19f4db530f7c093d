import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { generate } from 'selfsigned';
import { answerApi } from './api.ts';
import { type Bundle, bundleClient } from './bundle.ts';
import { redirect, send } from './http.ts';
import { createLog, type PortalLog, type WritableLog } from './log.ts';
import { defaultScenario, type Scenario } from './scenario.ts';
import { type Session, Sessions, sessionCookie } from './sessions.ts';
import { answerSso } from './sso.ts';

const portalHost = 'dichvucong.gov.vn';
const ssoHost = 'sso.dancuquocgia.gov.vn';

/** A running practice portal. */
export type Portal = {
  port: number;
  /** For Chromium's `--host-resolver-rules`. */
  hostResolverRules: string;
  log: PortalLog;
  setScenario(change: Partial<Scenario>): void;
  /** A session that is logged in already, as a cookie for `context.addCookies`. */
  openSession(): { name: string; value: string; url: string; secure: true; httpOnly: true };
  close(): Promise<void>;
};

/** Starts the practice portal on loopback, on a free port unless one is given. */
export async function startPortal(options: { port?: number } = {}): Promise<Portal> {
  const [bundle, pems] = await Promise.all([bundleClient(), certificate()]);
  const log = createLog();
  const sessions = new Sessions();
  const scenario = { ...defaultScenario };
  const server = createServer({ key: pems.private, cert: pems.cert }, (request, response) => {
    const answered = answer({ request, response, bundle, log, sessions, scenario });
    answered.catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else send(response, 500, 'text/plain; charset=utf-8', String(error));
    });
  });
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(options.port ?? 0, '127.0.0.1', ready);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    hostResolverRules: resolverRules(port),
    log,
    setScenario: (change) => void Object.assign(scenario, change),
    openSession: () => ({
      name: sessionCookie,
      value: sessions.open(true).id,
      url: `https://${portalHost}/`,
      secure: true,
      httpOnly: true,
    }),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function resolverRules(port: number): string {
  const hosts = [portalHost, `*.${portalHost}`, ssoHost];
  return hosts.map((host) => `MAP ${host} 127.0.0.1:${port}`).join(', ');
}

function certificate() {
  return generate([{ name: 'commonName', value: portalHost }], {
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [portalHost, `*.${portalHost}`, ssoHost].map((value) => ({ type: 2 as const, value })),
      },
    ],
  });
}

type Request = {
  request: IncomingMessage;
  response: ServerResponse;
  bundle: Bundle;
  log: WritableLog;
  sessions: Sessions;
  scenario: Scenario;
};

async function answer({ request, response, bundle, log, sessions, scenario }: Request): Promise<void> {
  const host = (request.headers.host ?? '').split(':')[0];
  const url = new URL(request.url ?? '/', `https://${host}`);
  if (host === ssoHost) return answerSso(request, response, url);
  if (url.pathname === '/assets/app.js')
    return send(response, 200, 'text/javascript; charset=utf-8', bundle.script);
  if (url.pathname === '/assets/app.css') return send(response, 200, 'text/css; charset=utf-8', bundle.style);
  if (url.pathname === '/favicon.ico') return send(response, 204, 'image/x-icon', '');
  const session = sessions.of(request, response);
  if (url.pathname.startsWith('/auth/')) return answerAuth(response, url, session, log);
  if (await answerApi({ request, response, url, session, scenario, log })) return;
  if (request.method !== 'GET') return send(response, 404, 'text/plain; charset=utf-8', 'Không có');
  log.told({ type: 'page-requested', path: url.pathname + url.search }, session.id);
  send(response, 200, 'text/html; charset=utf-8', page(scenario));
}

/** `/auth/login` leaves for the login host; `/auth/callback` is where that host sends the citizen back. */
function answerAuth(response: ServerResponse, url: URL, session: Session, log: WritableLog): void {
  const asked = url.searchParams.get('back') ?? '/';
  const back = asked.startsWith('/') && !asked.startsWith('//') ? asked : '/';
  if (url.pathname === '/auth/login') {
    const callback = `https://${portalHost}/auth/callback?back=${encodeURIComponent(back)}`;
    const query = `client_id=dvcqg&redirect_uri=${encodeURIComponent(callback)}`;
    redirect(response, `https://${ssoHost}/oauth2/authorize?${query}`);
    return;
  }
  session.loggedIn = true;
  log.told({ type: 'login-granted' }, session.id);
  redirect(response, back);
}

function page(scenario: Scenario): string {
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Cổng Dịch vụ công quốc gia</title>
<link rel="stylesheet" href="/assets/app.css"></head>
<body><div id="root" data-toast-ms="${scenario.toastMs}"></div><script src="/assets/app.js"></script></body></html>`;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const portal = await startPortal({ port: Number(process.env.PORT ?? 8443) });
  console.log(`Cổng luyện tập đang chạy trên 127.0.0.1:${portal.port}. Mở bằng:

  chromium --user-data-dir="$(mktemp -d)" --ignore-certificate-errors \\
    --host-resolver-rules="${portal.hostResolverRules}" https://${portalHost}/

Nhật ký của cổng: https://${portalHost}/__portal/log — Ctrl+C để dừng.`);
}
