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
