import type { BrowserContext, Page } from 'playwright-core';
import { arrive, type Citizen, type Hooks, type Walked } from './citizen.ts';
import { fillForgotten, fillForm } from './form.ts';
import { type Plan, scenarioOf } from './plan.ts';
import { finish } from './submit.ts';
import { visitLookUp, walkToForm } from './way.ts';

/**
 * Walks one road from the first page to the result screen, with real input only, and tells what was truly done.
 * The portal must have been set for the plan: see `prepareRoad`.
 */
export async function walkRoad(page: Page, plan: Plan, hooks: Hooks = {}): Promise<Walked> {
  const walked: Walked = { fields: {}, corrections: {}, typedValues: [], outcome: plan.outcome };
  const citizen: Citizen = { page, plan, hooks, walked };
  await walkToForm(citizen);
  await fillForm(citizen);
  if (plan.outcome === 'submitted') {
    await finish(citizen, () => fillForgotten(citizen));
    await arrive(citizen, 'submitted');
  }
  await logArrived(page);
  if (plan.lookUpPage === 'after') {
    await visitLookUp(citizen);
    await logArrived(page);
  }
  return walked;
}

type Prepared = {
  log: { clear(): void };
  setScenario(change: ReturnType<typeof scenarioOf>): void;
  openSession(): { name: string; value: string; url: string; secure: true; httpOnly: true };
};

/** Sets portal and browser for a plan: a clean log, the scenario, logged in or out. */
export async function prepareRoad(context: BrowserContext, portal: Prepared, plan: Plan): Promise<void> {
  portal.setScenario(scenarioOf(plan));
  await context.clearCookies();
  if (plan.startedBy === 'logged-in-already') await context.addCookies([portal.openSession()]);
  portal.log.clear();
}

/** Resolves when the portal's log holds all that this page has seen so far. */
export async function logArrived(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { practicePortal } = globalThis as { practicePortal?: { flush(): Promise<void> } };
    await practicePortal?.flush();
  });
}
