import type { Page } from 'playwright-core';
import type { Submission } from '../../lib/flow/submission.ts';
import { lookInto } from '../browser/extension.ts';
import { type Launched, launchBrowser } from '../browser/launch.ts';
import { logArrived, type Moment, truthOf } from '../citizen/index.ts';
import { randomFrom } from '../citizen/random.ts';
import type { SiteCitizen } from '../citizen/sites/citizen.ts';
import { emptyWalk } from '../citizen/sites/road.ts';
import { type Leg, roadFor, type System, scenarioOfLeg, systems } from '../citizen/sites/turns.ts';
import { finishSite, walkToSite } from '../citizen/sites/walk.ts';
import type { Portal } from '../portal/server.ts';
import { compareRoad } from './compare.ts';

type Crash = {
  portal: Portal;
  extensionDir: string | null;
  profile: string;
  seed: number;
  among: readonly System[];
};

const moments: readonly Moment[] = ['form-shown', 'mid-form', 'lookup-settled', 'documents', 'before-submit'];
/** The browser writes its open tabs down every few seconds; what it has not written it cannot restore. */
const SESSION_SAVED_MS = 3_500;

class Killed extends Error {}

/**
 * Walks one dossier, kills the browser's process at a moment that the seed chooses, starts it again on the same
 * profile with its tabs restored, and goes on to the end. Resolves to what is wrong with the one record there is.
 */
export async function crashRoad({ portal, extensionDir, profile, seed, among }: Crash): Promise<string[]> {
  const elsewhere = among.filter((one) => one !== 'national');
  const { first: leg } = roadFor(seed, elsewhere.length > 0 ? elsewhere : systems.slice(1));
  if (!leg.site) throw new Error('this road needs a site of its own');
  leg.plan = { ...leg.plan, startedBy: 'login-at-home' };
  leg.turns = { ...leg.turns, opens: 'same-tab', goesBack: 'no', expires: false, outcome: 'submitted' };
  const options = { portal, userDataDir: profile, ...(extensionDir && { extensionDir }) };
  let launched = await launchBrowser(options);
  try {
    await agree(launched);
    portal.setScenario(scenarioOfLeg(leg, seed));
    portal.log.clear();
    await launched.context.clearCookies();
    const killAt = randomFrom(seed).pick(moments);
    const before = citizenOf(await launched.context.newPage(), leg, new Set());
    before.hooks = {
      async at(moment) {
        if (moment !== killAt) return;
        await before.page.waitForTimeout(SESSION_SAVED_MS);
        await launched.kill();
        throw new Killed();
      },
    };
    await walkToSite(before)
      .then(() => finishSite(before))
      .catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
    launched = await launchBrowser({ ...options, restores: true });
    const page = await restored(launched, leg);
    const after = citizenOf(page, leg, before.did);
    await finishSite(after);
    await logArrived(page);
    await page.close();
    if (!launched.extensionId) return [];
    const extension = await lookInto(launched.context, launched.extensionId);
    await extension.settled();
    const recorded = (await extension.stores()).submissions as Submission[];
    const log = portal.log.entries();
    const walked = { leg, walked: after.walked, tab: '', from: 0, to: Date.now() };
    const { faults } = compareRoad([{ leg: walked, truth: truthOf(log, after.walked), log }], recorded);
    return faults.map((fault) => `killed at ${killAt}: ${fault}`);
  } finally {
    await launched.close();
  }
}

async function agree(launched: Launched): Promise<void> {
  if (!launched.extensionId) return;
  const extension = await lookInto(launched.context, launched.extensionId);
  await extension.agree();
  await extension.close();
}

function citizenOf(page: Page, leg: Leg, did: Set<string>): SiteCitizen {
  if (!leg.site) throw new Error('this road needs a site of its own');
  const { plan, turns, site } = leg;
  return { page, plan, hooks: {}, walked: emptyWalk(leg), site, turns, did };
}

/** The tab that the browser brought back. */
async function restored({ context }: Launched, { site }: Leg): Promise<Page> {
  let inFront = 0;
  for (let tries = 0; tries < 100; tries++) {
    const found = context.pages().find((page) => site?.hosts.includes(URL.parse(page.url())?.hostname ?? ''));
    // The browser may put a page of its own in front meanwhile; what stands behind it draws no frame.
    await found?.bringToFront();
    inFront = found && (await drawsFrames(found)) ? inFront + 1 : 0;
    // The welcome page of an extension that is new to this profile comes a while later.
    if (found && inFront === 8) return found;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error(`no tab came back: ${context.pages().map((page) => page.url())}`);
}

function drawsFrames(page: Page): Promise<boolean> {
  return page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        setTimeout(() => resolve(false), 1_000);
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)));
      }),
  );
}
