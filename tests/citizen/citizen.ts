import type { Page } from 'playwright-core';
import type { Moment, Plan } from './plan.ts';

/** What the citizen truly did by hand. Field names are without their version. */
export type Walked = {
  fields: Record<string, 'typed' | 'chosen' | 'untouched'>;
  /** How often a field that already held a value was come back to and changed. Absent: never. */
  corrections: Record<string, number>;
  /** Everything typed or chosen, login included, for a search of leaks. */
  typedValues: string[];
  outcome: 'submitted' | 'submitted-unconfirmed' | 'abandoned';
};

export type Hooks = {
  /** Awaited at every named moment of the road; the citizen waits. */
  at?(moment: Moment): Promise<void> | void;
};

/** The one who walks: page, plan, and the notes on what was done. */
export type Citizen = { page: Page; plan: Plan; hooks: Hooks; walked: Walked };

/** Types with the citizen's own pace, into what has the focus. */
export async function type(citizen: Citizen, text: string): Promise<void> {
  citizen.walked.typedValues.push(text);
  await citizen.page.keyboard.type(text, { delay: citizen.plan.typingDelayMs });
}

/** Arrives at a moment: the test steps in first, then the citizen rests or looks away as planned. */
export async function arrive(citizen: Citizen, moment: Moment): Promise<void> {
  await citizen.hooks.at?.(moment);
  for (const rest of citizen.plan.rests) {
    if (rest.moment === moment) await citizen.page.waitForTimeout(rest.ms);
  }
  for (const away of citizen.plan.looksAway) {
    if (away.moment === moment) await lookAway(citizen.page, away.ms);
  }
}

/** Brings another tab to the front for so long. The portal's page is really hidden meanwhile (see launch.ts). */
async function lookAway(page: Page, ms: number): Promise<void> {
  const other = await page.context().newPage();
  await other.bringToFront();
  await page.waitForFunction(() => document.hidden, null, { polling: 50 });
  await page.waitForTimeout(ms);
  await page.bringToFront();
  await page.waitForFunction(() => !document.hidden, null, { polling: 50 });
  await other.close();
}
