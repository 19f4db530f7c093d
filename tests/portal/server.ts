import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { generate } from 'selfsigned';
import { answerApi, type Call } from './api.ts';
import { type Bundle, bundleClient, type Entry } from './bundle.ts';
import { redirect, send, sendAsset } from './http.ts';
import { createLog, type PortalLog, type WritableLog } from './log.ts';
import { defaultScenario, type Scenario } from './scenario.ts';
import { type Session, Sessions, sessionCookie } from './sessions.ts';
import { answerSso } from './sso.ts';
import { answerSite } from './systems/answer.ts';
import { Dossiers } from './systems/dossiers.ts';
import { siteAt, siteHosts, siteOf } from './systems/index.ts';

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
  const [app, wizard, plain, pems] = await Promise.all([
    bundleClient('app'),
    bundleClient('wizard'),
    bundleClient('plain'),
    certificate(),
  ]);
  const bundles = { app, wizard, plain };
  const dossiers = new Dossiers();
  const log = createLog();
  const sessions = new Sessions();
  const scenario = { ...defaultScenario };
  const server = createServer({ key: pems.private, cert: pems.cert }, (request, response) => {
    const answered = answer({ request, response, bundles, log, sessions, scenario, dossiers });
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
  const hosts = [portalHost, `*.${portalHost}`, ssoHost, ...siteHosts];
  return hosts.map((host) => `MAP ${host} 127.0.0.1:${port}`).join(', ');
}

function certificate() {
  return generate([{ name: 'commonName', value: portalHost }], {
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [portalHost, `*.${portalHost}`, ssoHost, ...siteHosts].map((value) => ({
          type: 2 as const,
          value,
        })),
      },
    ],
  });
}

type Request = {
  request: IncomingMessage;
  response: ServerResponse;
  bundles: Record<Entry, Bundle>;
  dossiers: Dossiers;
  log: WritableLog;
  sessions: Sessions;
  scenario: Scenario;
};

async function answer(asked: Request): Promise<void> {
  const { request, response, bundles, log, sessions, scenario, dossiers } = asked;
  const host = (request.headers.host ?? '').split(':')[0] ?? '';
  const url = new URL(request.url ?? '/', `https://${host}`);
  if (host === ssoHost) return answerSso(request, response, url);
  if (url.pathname === '/favicon.ico') return send(response, 204, 'image/x-icon', '');
  const [, name, kind] = /^\/assets\/(app|wizard|plain)\.(js|css)$/.exec(url.pathname) ?? [];
  if (name) {
    const { script, style } = bundles[name as Entry];
    if (kind === 'js') return sendAsset(response, 'text/javascript; charset=utf-8', script);
    return sendAsset(response, 'text/css; charset=utf-8', style);
  }
  const session = sessions.of(request, response);
  const call = { request, response, url, session, scenario, log, dossiers };
  if (siteHosts.includes(host)) return answerSite(call);
  if (url.pathname.startsWith('/auth/')) return answerAuth(response, url, session, log);
  if (url.pathname === '/di') return leave(call);
  if (await answerApi(call)) return;
  if (request.method !== 'GET') return send(response, 404, 'text/plain; charset=utf-8', 'Không có');
  log.told({ type: 'page-requested', path: url.pathname + url.search }, session.id);
  send(response, 200, 'text/html; charset=utf-8', page(scenario));
}

/** A new dossier of a procedure that is filed elsewhere: off to its host, with a ticket for the session. */
function leave({ url, response, session, scenario, log, dossiers }: Call): void {
  const site = siteOf(url.searchParams.get('thuTuc') ?? '');
  const host = site?.hosts[0];
  if (site && host) {
    const dossier = dossiers.begin(site, host, session, scenario.fee);
    log.told({ type: 'dossier-begun', system: site.system }, session.id);
    redirect(response, `https://${host}/vao?hoSo=${dossier.id}`);
  } else redirect(response, '/');
}

/** `/auth/login` leaves for the login host; `/auth/callback` is where that host sends the citizen back. */
function answerAuth(response: ServerResponse, url: URL, session: Session, log: WritableLog): void {
  const asked = url.searchParams.get('back') ?? '/';
  const isOurs = URL.canParse(asked) && siteAt(new URL(asked).hostname) !== undefined;
  const back = isOurs || (asked.startsWith('/') && !asked.startsWith('//')) ? asked : '/';
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
<body><div id="root" data-toast-ms="${scenario.toastMs}" data-opens="${scenario.opens}" data-asks-general="${scenario.asksGeneral}"></div><script src="/assets/app.js"></script></body></html>`;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const portal = await startPortal({ port: Number(process.env.PORT ?? 8443) });
  console.log(`Cổng luyện tập đang chạy trên 127.0.0.1:${portal.port}. Mở bằng:

  chromium --user-data-dir="$(mktemp -d)" --ignore-certificate-errors \\
    --host-resolver-rules="${portal.hostResolverRules}" https://${portalHost}/

Nhật ký của cổng: https://${portalHost}/__portal/log — Ctrl+C để dừng.`);
}
