import type { BrowserContext, Page } from 'playwright-core';
import type { Scenario } from '../../portal/scenario.ts';
import type { Entry } from '../../portal/wire.ts';
import type { Citizen, Hooks, Walked } from '../citizen.ts';
import { logArrived, walkRoad } from '../road.ts';
import { visitLookUp } from '../way.ts';
import type { SiteCitizen } from './citizen.ts';
import { type Leg, type RoadPlan, scenarioOfLeg } from './turns.ts';
import { finishSite, walkToSite } from './walk.ts';

/** One dossier that was walked: by whom, in which tab, and when. */
export type WalkedLeg = { leg: Leg; walked: Walked; tab: string; from: number; to: number };

export type RoadPortal = {
  log: { clear(): void; entries(): Entry[] };
  setScenario(change: Partial<Scenario>): void;
  openSession(): { name: string; value: string; url: string; secure: true; httpOnly: true };
};

const READS_MS = 700;

type Road = { context: BrowserContext; portal: RoadPortal; plan: RoadPlan; hooks: Hooks };

/** Walks a whole road, with the dossier that comes after or beside the first one; resolves in the order of their starts. */
export async function walkDossiers(road: Road): Promise<WalkedLeg[]> {
  const { context, portal, plan, hooks } = road;
  const { first, second, after, seed } = plan;
  portal.setScenario(scenarioOfLeg(first, seed));
  await context.clearCookies();
  if (first.plan.startedBy === 'logged-in-already') await context.addCookies([portal.openSession()]);
  portal.log.clear();
  const page = await openTab(context, 'a');
  const walked: WalkedLeg[] = [];
  let beside: WalkedLeg | null = null;
  const stepIn: Hooks = {
    async at(moment) {
      await hooks.at?.(moment);
      if (moment !== 'documents' || after !== 'second-tab' || !second || beside) return;
      const tab = await openTab(context, 'b');
      beside = { leg: second, walked: emptyWalk(second), tab: 'b', from: Date.now(), to: 0 };
      portal.setScenario(scenarioOfLeg(second, seed));
      beside.walked = (await walkLeg(tab, second, {})).walked;
      beside.to = Date.now();
      await tab.close();
      portal.setScenario(scenarioOfLeg(first, seed));
      await page.bringToFront();
    },
  };
  const from = Date.now();
  const done = await walkLeg(page, first, stepIn);
  const one: WalkedLeg = { leg: first, walked: done.walked, tab: 'a', from, to: Date.now() };
  walked.push(one);
  if (beside) walked.push(beside);
  if (after === 'looks-up') await lookUpLater(done.citizen);
  if (after === 'next-citizen' && second) {
    // The page that the logout leads to is the next citizen's first.
    one.to = Date.now();
    await logOut(done.citizen.page, first);
    portal.setScenario(scenarioOfLeg(second, seed));
    const next = await walkLeg(done.citizen.page, second, {});
    walked.push({ leg: second, walked: next.walked, tab: 'a', from: one.to + 1, to: Date.now() });
  }
  one.to = after === 'next-citizen' ? one.to : Date.now();
  for (const open of context.pages()) if (isOfPortal(open)) await open.close();
  return walked;
}

/** The entries of one dossier: of its tab, and what the server saw while no other tab was in front. */
export function entriesOf(log: readonly Entry[], leg: WalkedLeg, all: readonly WalkedLeg[]): Entry[] {
  const inside = ({ from, to }: WalkedLeg, at: number) => at >= from && at <= to;
  const nested = all.filter((one) => one !== leg && one.from >= leg.from && one.to <= leg.to);
  return log.filter((entry) => {
    const { tab, doc, at } = entry;
    if (!inside(leg, at)) return false;
    return doc === '' ? !nested.some((one) => inside(one, at)) : tab === undefined || tab === leg.tab;
  });
}

type WalkedOne = { walked: Walked; citizen: Citizen };

async function walkLeg(page: Page, leg: Leg, hooks: Hooks): Promise<WalkedOne> {
  const { plan, site, turns } = leg;
  if (!site) {
    const walked = await walkRoad(page, plan, hooks);
    return { walked, citizen: { page, plan, hooks, walked } };
  }
  const citizen: SiteCitizen = { page, plan, hooks, walked: emptyWalk(leg), site, turns, did: new Set() };
  await walkToSite(citizen);
  await finishSite(citizen);
  for (const open of new Set([page, citizen.page])) await logArrived(open);
  return { walked: citizen.walked, citizen };
}

/** What is going to have been done of a dossier elsewhere: its fields are another test's business. */
export function emptyWalk({ turns, plan, site }: Leg): Walked {
  const submitted = site && !site.result ? 'submitted-unconfirmed' : 'submitted';
  const planned = site ? turns.outcome : plan.outcome;
  const outcome = planned === 'abandoned' ? 'abandoned' : submitted;
  return { fields: {}, corrections: {}, typedValues: [], outcome };
}

async function openTab(context: BrowserContext, name: string): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript((tab) => Object.assign(globalThis, { practiceTab: tab }), name);
  return page;
}

async function logOut(page: Page, { site }: Leg): Promise<void> {
  const out = site ? page.locator('a.logout') : page.locator('.header-bar .user-dropdown button');
  await out.first().click();
  await page.locator('.header-bar .login').waitFor();
}

/** Comes back on another day, with the number from the result screen. */
async function lookUpLater(citizen: Citizen): Promise<void> {
  const number = /G22\.99\.08-\d{6}-\d{4}/.exec(
    (await citizen.page.locator('main').textContent()) ?? '',
  )?.[0];
  if (!number) return;
  // A person writes the number down, and later reads what is shown.
  await citizen.page.waitForTimeout(READS_MS);
  await visitLookUp(citizen, number);
  await citizen.page.waitForTimeout(READS_MS);
  await logArrived(citizen.page);
}

function isOfPortal(page: Page): boolean {
  return page.url().startsWith('https://');
}
