import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, firefox } from 'playwright-core';
import { openTunnel } from './tunnel.ts';

export type LaunchedFirefox = {
  context: BrowserContext;
  /** `moz-extension://…`, where an extension was given. */
  extensionOrigin?: string;
  close(): Promise<void>;
};

type Options = { portal: { port: number }; extensionDir?: string };

const EXTENSION = 'dong-hanh@donghanh.vn';
/** Firefox draws an extension's address by lot, unless it is told. */
const UUID = '4d0a6c52-2f4e-4a53-9c8e-6a1b7f0e9d31';

/**
 * Starts Firefox (env FIREFOX, or /usr/bin/firefox-esr) without a window, every host name led to the practice portal,
 * with the built extension as a temporary add-on.
 */
export async function launchFirefox({ portal, extensionDir }: Options): Promise<LaunchedFirefox> {
  const tunnel = await openTunnel(portal.port);
  const folder = await mkdtemp(join(tmpdir(), 'dong-hanh-firefox-'));
  const starter = join(folder, 'firefox.sh');
  const relay = join(import.meta.dirname, 'relay.ts');
  await writeFile(starter, `#!/bin/sh\nexec "${process.execPath}" "${relay}" "$@"\n`);
  await chmod(starter, 0o755);
  const close = async (context?: BrowserContext) => {
    await context?.close();
    tunnel.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  try {
    const context = await firefox.launchPersistentContext(join(folder, 'profile'), {
      channel: 'moz-firefox',
      executablePath: starter,
      headless: true,
      ignoreHTTPSErrors: true,
      viewport: { width: 1280, height: 900 },
      // Only a session with system access may open an extension's own pages.
      args: ['--remote-allow-system-access'],
      env: {
        ...(process.env as Record<string, string>),
        FIREFOX: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
        ...(extensionDir && { FIREFOX_EXTENSION: resolve(extensionDir) }),
      },
      firefoxUserPrefs: preferences(tunnel.port),
    });
    const origin = extensionDir ? { extensionOrigin: `moz-extension://${UUID}` } : {};
    return { context, ...origin, close: () => close(context) };
  } catch (error) {
    await close();
    throw error;
  }
}

function preferences(proxyPort: number): Record<string, string | number | boolean> {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION]: UUID }),
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'intl.accept_languages': 'en-US',
    'intl.locale.requested': 'en-US',
    // A popup of a page's own click is no advertisement.
    'dom.disable_open_during_load': false,
  };
}
