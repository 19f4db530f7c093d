import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from 'selfsigned';
import { send } from '../portal/http.ts';
import { buildOf } from './builds.ts';
import { bundleOf } from './bundle.ts';
import type { Declaration } from './form.ts';
import { barePage, formPage, parentPage } from './page.ts';

/** A server that plays whatever host a declaration lives on. */
export type FormServer = {
  port: number;
  /** For Chromium's `--host-resolver-rules`: every host name there is, so that no page gets outside. */
  hostResolverRules: string;
  /** What pages asked for that is not here, as `host/path`: requests that would have gone outside. */
  strays: readonly string[];
  /**
   * Where this declaration is from now on; two declarations of one id replace each other. What stands in a frame on its
   * portal has the address of the page around, unless asked for directly.
   */
  address(declaration: Declaration, options?: { direct?: boolean }): string;
  close(): Promise<void>;
};

const frameParent = 'https://dichvucongnganhtuphap.moj.gov.vn/nop-ho-so/12345';
const parentHost = new URL(frameParent).host;
const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));

/** What libraries would load from their own servers at run time. */
const vendored: Record<string, { file: string; type: string }> = {
  '/vendor/flatpickr-formio/flatpickr.min.js': {
    file: 'flatpickr/dist/flatpickr.min.js',
    type: 'text/javascript',
  },
  '/vendor/flatpickr-formio/flatpickr.min.css': {
    file: 'flatpickr/dist/flatpickr.min.css',
    type: 'text/css',
  },
  '/vendor/moment-timezone/data/packed/latest.json': {
    file: 'moment-timezone/data/packed/latest.json',
    type: 'application/json',
  },
};

/** A file that a library would fetch from its own server, null where the path is none of those. */
export async function vendorFile(pathname: string): Promise<{ type: string; body: Buffer } | null> {
  const vendor = vendored[pathname];
  return vendor ? { type: vendor.type, body: await readFile(join(modules, vendor.file)) } : null;
}

/** Starts the server on loopback, on a free port. */
export async function startFormServer(): Promise<FormServer> {
  const pems = await generate([{ name: 'commonName', value: 'dichvucong.gov.vn' }]);
  const declarations = new Map<string, Declaration>();
  const strays: string[] = [];
  const server = createServer({ key: pems.private, cert: pems.cert }, (request, response) => {
    const url = new URL(request.url ?? '/', `https://${request.headers.host}`);
    const declaration = declarations.get(url.searchParams.get('id') ?? '');
    // The browser's own calls home carry no referrer.
    const askedByPage = request.headers.referer !== undefined;
    answer(url, declaration, { response, askedByPage, strays }).catch((error: unknown) => {
      console.error(error);
      if (response.headersSent) response.destroy();
      else send(response, 500, 'text/plain; charset=utf-8', String(error));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    hostResolverRules: `MAP * 127.0.0.1:${port}`,
    strays,
    address(declaration, { direct = false } = {}) {
      declarations.set(declaration.id, declaration);
      if (isFramed(declaration) && !direct) return withId(new URL(frameParent), declaration);
      return withId(addressOf(declaration), declaration);
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function isFramed({ tech }: Declaration): boolean {
  return tech === 'x-elements';
}

function addressOf({ host, path }: Declaration): URL {
  return new URL(path, `https://${host}`);
}

/** Declarations of one portal share path and hash: the query tells them apart, as the portals' own ids do. */
function withId(address: URL, { id }: Declaration): string {
  address.searchParams.set('id', id);
  return address.href;
}

async function answer(
  url: URL,
  declaration: Declaration | undefined,
  { response, askedByPage, strays }: { response: ServerResponse; askedByPage: boolean; strays: string[] },
): Promise<void> {
  const { pathname } = url;
  const vendor = await vendorFile(pathname);
  if (vendor) return send(response, 200, vendor.type, vendor.body);
  if (!declaration) {
    if (askedByPage && !pathname.startsWith('/vendor/')) strays.push(`${url.host}${url.pathname}`);
    return send(response, 404, 'text/plain; charset=utf-8', 'Không có');
  }
  if (pathname === '/__form/declaration.js') {
    const script = `globalThis.evalDeclaration = ${JSON.stringify(declaration)};`;
    return send(response, 200, 'text/javascript; charset=utf-8', script);
  }
  if (pathname.startsWith('/__form/')) {
    const { key, build } = buildOf(declaration);
    const bundle = await bundleOf(key, build);
    if (pathname.endsWith('.css')) return send(response, 200, 'text/css; charset=utf-8', bundle.style);
    return send(response, 200, 'text/javascript; charset=utf-8', bundle.script);
  }
  send(response, 200, 'text/html; charset=utf-8', pageAt(url, declaration));
}

function pageAt(url: URL, declaration: Declaration): string {
  if (!isFramed(declaration)) return formPage(declaration);
  if (url.host !== parentHost) return barePage(declaration);
  return parentPage(declaration, withId(addressOf(declaration), declaration));
}
