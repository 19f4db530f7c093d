import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** What `launchBrowser` needs to know. `portal` is anything that can say which host names to map. */
export type LaunchOptions = {
  portal: { hostResolverRules: string };
  /** Folder of the built extension, for instance `.output/chrome-mv3`. */
  extensionDir?: string;
  /** Default true: the new headless mode, in which extensions run. */
  headless?: boolean;
  /** A profile to use and keep. Without it a temporary one is made and removed on close. */
  userDataDir?: string;
  /** Default 1280 × 900. */
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  /** Pages have scroll bars that take some of their width, as on a laptop; without them pictures are easier to compare. */
  scrollBars?: boolean;
  /** Brings the tabs of the profile's last run back, as after a crash. */
  restores?: boolean;
};

/** A running Chromium. `page` is its first tab. */
export type Launched = {
  context: BrowserContext;
  page: Page;
  extensionId?: string;
  /** Ends the browser's process at once, as a crash or a power cut does. The profile stays. */
  kill(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Starts Chromium (env CHROMIUM, or /usr/bin/chromium) with the practice portal's hosts mapped to loopback.
 *
 * Not `launchPersistentContext`: Playwright then emulates focus on every page, and a page so emulated is never
 * hidden. Connected over CDP with `noDefaults` the tabs are real ones: bringing another to the front hides this.
 */
export async function launchBrowser(options: LaunchOptions): Promise<Launched> {
  const profile = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'dong-hanh-')));
  // A profile that is used again still holds the port of the last run.
  await rm(join(profile, 'DevToolsActivePort'), { force: true });
  if (options.restores) await forgetCrash(profile);
  const program = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const child = spawn(program, argumentsFor(options, profile), { stdio: 'ignore' });
  // A test run that breaks off must not leave its browser behind.
  const killNow = () => {
    child.kill('SIGKILL');
    if (!options.userDataDir)
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  };
  process.once('exit', killNow);
  const close = async (browser?: Browser) => {
    await browser?.close().catch(() => undefined);
    await stop(child);
    process.off('exit', killNow);
    if (!options.userDataDir)
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  try {
    const port = await debuggingPort(child, profile);
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
    const context = browser.contexts()[0];
    if (!context) throw new Error('Chromium started without a default context');
    const dress = (page: Page) => dressPage(page, options);
    context.on('page', (page) => void dress(page).catch(() => undefined));
    const page = context.pages()[0] ?? (await context.newPage());
    await dress(page);
    const kill = async () => {
      child.kill('SIGKILL');
      await stop(child);
      process.off('exit', killNow);
    };
    const launched: Launched = { context, page, kill, close: () => close(browser) };
    if (options.extensionDir) launched.extensionId = await extensionIdOf(context);
    return launched;
  } catch (error) {
    await close();
    throw error;
  }
}

function argumentsFor(options: LaunchOptions, profile: string): string[] {
  const { width, height } = options.viewport ?? { width: 1280, height: 900 };
  const args = [
    '--no-sandbox',
    `--user-data-dir=${profile}`,
    '--remote-debugging-port=0',
    `--host-resolver-rules=${options.portal.hostResolverRules}`,
    '--ignore-certificate-errors',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-dev-shm-usage',
    '--disable-quic',
    '--disable-search-engine-choice-screen',
    '--disable-sync',
    '--metrics-recording-only',
    '--no-default-browser-check',
    '--no-first-run',
    '--password-store=basic',
    // The order of day and month in date boxes follows this, and the robot citizen types by it.
    '--lang=en-US',
    `--window-size=${width},${height + 90}`,
  ];
  const hidden = options.scrollBars ? [] : ['--hide-scrollbars'];
  if (options.headless ?? true) args.push('--headless', '--mute-audio', ...hidden);
  if (options.extensionDir) {
    const folder = resolve(options.extensionDir);
    args.push(`--disable-extensions-except=${folder}`, `--load-extension=${folder}`);
  }
  return options.restores ? [...args, '--restore-last-session'] : [...args, 'about:blank'];
}

/** After a crash the browser only offers to bring the tabs back; nobody is there to press it. */
async function forgetCrash(profile: string): Promise<void> {
  const file = join(profile, 'Default', 'Preferences');
  // One that was killed in its first seconds has written none yet.
  const text = await readFile(file, 'utf8').catch(() => '{}');
  const kept = JSON.parse(text) as Record<string, Record<string, unknown>>;
  kept.profile = { ...kept.profile, exit_type: 'Normal', exited_cleanly: true };
  kept.session = { ...kept.session, restore_on_startup: 1 };
  await writeFile(file, JSON.stringify(kept));
}

async function dressPage(page: Page, options: LaunchOptions): Promise<void> {
  await page.setViewportSize(options.viewport ?? { width: 1280, height: 900 });
  if (options.colorScheme) await page.emulateMedia({ colorScheme: options.colorScheme });
}

async function debuggingPort(child: ChildProcess, profile: string): Promise<number> {
  const file = join(profile, 'DevToolsActivePort');
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null)
      throw new Error(`Chromium ended with code ${child.exitCode} before it was ready`);
    const text = await readFile(file, 'utf8').catch(() => '');
    const port = Number(text.split('\n')[0]);
    if (port > 0) return port;
    await sleep(50);
  }
  throw new Error('Chromium did not open its debugging port within 30 s');
}

async function extensionIdOf(context: BrowserContext): Promise<string> {
  const isOurs = (url: string) => url.startsWith('chrome-extension://');
  const worker =
    context.serviceWorkers().find((one) => isOurs(one.url())) ??
    (await context.waitForEvent('serviceworker', { predicate: (one) => isOurs(one.url()), timeout: 15_000 }));
  return new URL(worker.url()).host;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  // A process that was told to end may not have done so yet.
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(killer);
}
