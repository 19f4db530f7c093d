import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Submission } from '../../lib/flow/index.ts';
import { emptyWalk } from '../citizen/sites/road.ts';
import { scenarioOfLeg, soloRoadFor } from '../citizen/sites/turns.ts';
import { walkToSite } from '../citizen/sites/walk.ts';
import { type Stage, setStage, until } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.extension.agree();
});
afterAll(() => stage.close());

it('says of a dossier that left for a host which nobody allowed that the rest was not seen', async () => {
  const { first } = soloRoadFor(12);
  if (!first.site) throw new Error('this road was to leave the portal');
  first.plan = { ...first.plan, startedBy: 'logged-in-already' };
  stage.portal.setScenario(scenarioOfLeg(first, 12));
  await stage.launched.context.addCookies([stage.portal.openSession()]);
  const page = await stage.launched.context.newPage();
  const { site, plan, turns } = first;
  await walkToSite({ page, plan, turns, site, hooks: {}, walked: emptyWalk(first), did: new Set() });
  await page.waitForTimeout(5_500);
  for (const one of stage.launched.context.pages()) if (one.url().startsWith('https://')) await one.close();

  const all = async () => (await stage.extension.stores()).submissions as Submission[];
  const [only, ...others] = await until(all, (found) => found.length > 0);
  expect(others).toEqual([]);
  expect(only).toMatchObject({
    outcome: 'abandoned',
    notSeen: ['elsewhere'],
    portals: ['national'],
    procedure: { code: plan.procedure },
    elapsedMs: null,
  });
  const dashboard = await stage.extension.open('dashboard');
  await dashboard.getByText('Làm tiếp ở trang chưa được xem').first().waitFor();
  await dashboard.close();
}, 60_000);

/** The popup with this page in front, and what of it asks for access. */
async function openOver(url: string) {
  const popup = await stage.launched.context.newPage();
  // The browser tells this address to a real popup (`activeTab`), and asks the person itself: neither can be had here.
  await popup.addInitScript((front) => {
    const world = globalThis as unknown as Browser;
    const told = [{ url: front }];
    for (const api of [world.chrome, world.browser]) {
      if (!api) continue;
      api.tabs.query = async (_query, tell) => {
        tell?.(told);
        return told;
      };
      api.permissions.request = async ({ origins }, answer) => {
        world.asked = origins;
        answer?.(false);
        return false;
      };
    }
  }, url);
  await popup.goto(`chrome-extension://${stage.extension.id}/popup.html`);
  await popup.locator('[data-metric]').first().waitFor();
  const notice = popup.locator('[data-notice="access"]');
  return {
    popup,
    notice,
    /** What the browser is asked for by the one button under the one sentence. */
    async ask() {
      await notice.waitFor();
      expect(await notice.locator('p').count()).toBe(1);
      await notice.getByRole('button').click();
      return popup.evaluate(() => (globalThis as unknown as Browser).asked);
    },
  };
}

it('offers to see the portal of the page in front, in one sentence and one click', async () => {
  const { popup, ask } = await openOver('https://dvc.moc.gov.vn/vi/ho-so');
  const asked = await ask();
  expect(asked).toContain('https://dvc.moc.gov.vn/*');
  expect(asked?.filter((it) => !it.startsWith('https://'))).toEqual([]);
  await popup.close();
}, 60_000);

it('says that the browser shows it nothing of the national portal any more, until it does again', async () => {
  const settings = await stage.launched.context.newPage();
  await settings.goto('chrome://extensions');
  const choose = (hostAccess: 'ON_CLICK' | 'ON_ALL_SITES') =>
    settings.evaluate(
      (chosen) =>
        (globalThis as unknown as Settings).chrome.developerPrivate.updateExtensionConfiguration(chosen),
      { extensionId: stage.extension.id, hostAccess },
    );
  const { popup, notice, ask } = await openOver('https://example.com/');
  expect(await notice.count()).toBe(0);
  await choose('ON_CLICK');
  expect(await ask()).toEqual(['https://dichvucong.gov.vn/*', 'https://*.dichvucong.gov.vn/*']);
  expect(await notice.textContent()).toContain('Cổng Dịch vụ công quốc gia');
  await choose('ON_ALL_SITES');
  await notice.waitFor({ state: 'detached' });
  await popup.close();
  await settings.close();
}, 60_000);

type Settings = {
  chrome: {
    developerPrivate: {
      updateExtensionConfiguration(chosen: { extensionId: string; hostAccess: string }): Promise<void>;
    };
  };
};
type Api = {
  tabs: { query(query: unknown, tell?: (tabs: unknown[]) => void): Promise<unknown[]> };
  permissions: {
    request(asked: { origins: string[] }, answer?: (given: boolean) => void): Promise<boolean>;
  };
};
type Browser = { asked?: string[]; chrome: Api; browser?: Api };
