import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { bundleScript } from '../bench/bundle-script.ts';
import { type Portal, startPortal } from '../portal/server.ts';
import { type FormServer, startFormServer } from '../technologies/server.ts';
import { type Extension, lookInto } from './extension.ts';
import { type Launched, type LaunchOptions, launchBrowser } from './launch.ts';

/** Where `npm run build` puts the extension that these tests look at. */
export const BUILT = join(import.meta.dirname, '..', '..', '.output', 'chrome-mv3');

/** A practice portal, and a browser on it with the built extension. */
export type Stage = {
  portal: Portal;
  launched: Launched;
  extension: Extension;
  /** Folder of the browser's profile. */
  profile: string;
  /** Opens a declaration as someone who is logged in already; resolves once its questions are drawn. */
  openDeclaration(): Promise<Page>;
  close(): Promise<void>;
};

const DEATH_REGISTRATION =
  'https://dichvucong.gov.vn/nop-ho-so?formalityCaseId=a1b0c6d2-1e0f-4f53-8b61-000656000656';

/** Sets the stage; what it starts ends with `close`. */
export async function setStage(
  options: Pick<LaunchOptions, 'viewport' | 'colorScheme' | 'scrollBars'> = {},
): Promise<Stage> {
  const profile = await mkdtemp(join(tmpdir(), 'dong-hanh-stage-'));
  const portal = await startPortal();
  const launched = await launchBrowser({ ...options, portal, extensionDir: BUILT, userDataDir: profile });
  if (!launched.extensionId) throw new Error('the extension did not start');
  const extension = await lookInto(launched.context, launched.extensionId);
  return {
    portal,
    launched,
    extension,
    profile,
    async openDeclaration() {
      await launched.context.addCookies([portal.openSession()]);
      const page = await launched.context.newPage();
      await page.goto(DEATH_REGISTRATION);
      await page.locator('.sd-root-modern [data-name]').first().waitFor();
      return page;
    },
    async close() {
      await launched.close();
      await portal.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

/** A server of labelled declarations, and a browser on it with the built extension, where a person has agreed. */
export type FormStage = {
  server: FormServer;
  launched: Launched;
  extension: Extension;
  close(): Promise<void>;
};

/** Sets the stage for declarations of the caller's own. */
export async function setFormStage(): Promise<FormStage> {
  const server = await startFormServer();
  const launched = await launchBrowser({ portal: server, extensionDir: BUILT });
  const extension = await lookInto(launched.context, launched.extensionId ?? '');
  await extension.agree();
  return {
    server,
    launched,
    extension,
    async close() {
      await launched.close();
      await server.close();
    },
  };
}

/** Makes the person a reviewer in the dashboard, as a click does; resolves once that is kept. */
export async function beReviewer(extension: Extension): Promise<void> {
  const dashboard = await extension.open('dashboard');
  await dashboard.locator('input[value="reviewer"]').evaluate((it: HTMLElement) => it.click());
  await until(
    () => extension.storageAreas(),
    (areas) => JSON.stringify(areas).includes('"role":"reviewer"'),
  );
  await dashboard.close();
}

/** The portal takes the dossier at the first click: where many are handed in, to fill whole ones would take the day. */
export async function submitAtOnce(page: Page, extension: Extension): Promise<void> {
  await page.evaluate(() => {
    const answer = document.createElement('div');
    answer.className = 'answer';
    const button = document.createElement('button');
    button.textContent = 'Lưu và nộp hồ sơ';
    button.onclick = () => button.replaceWith('Nộp hồ sơ thành công');
    const style = document.createElement('style');
    style.textContent = 'body > :not(.answer) { display: none !important; }';
    answer.append(style, button);
    document.body.append(answer);
  });
  await page.locator('.answer button').click();
  const last = async () =>
    (await extension.submissions()).toSorted((a, b) => a.startedAt - b.startedAt).at(-1);
  await until(last, (it) => it?.outcome === 'submitted');
  await page.evaluate(() => document.querySelector('.answer')?.remove());
}

/** A machine may be half as fast as another: that something comes is asked here, and not how soon. */
const MOST_WAIT_MS = 20_000;

/** Asks again until the answer is good; throws with the last answer where it never is. */
export async function until<T>(ask: () => Promise<T> | T, good: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + MOST_WAIT_MS;
  for (;;) {
    const answer = await ask();
    if (good(answer)) return answer;
    if (Date.now() > deadline)
      throw new Error(`still not good after ${MOST_WAIT_MS} ms: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The answer once it has stayed the same for half a second. */
export async function atRest<T>(ask: () => Promise<T>): Promise<T> {
  let last = '';
  let since = performance.now();
  return until(ask, (answer) => {
    const now = JSON.stringify(answer);
    if (now !== last) since = performance.now();
    last = now;
    return performance.now() - since > 500;
  });
}

/** A browser without the extension, on an empty page that has a script of `in-page/`. */
export async function launchWith(script: URL): Promise<Launched> {
  const launched = await launchBrowser({ portal: { hostResolverRules: '' } });
  await launched.page.goto('about:blank');
  await launched.page.evaluate(await bundleScript(script));
  return launched;
}
