import type { BrowserContext } from 'playwright-core';
import type { Citizen } from '../citizen/citizen.ts';
import { emptyWalk } from '../citizen/sites/road.ts';
import { roadFor, type System, systems } from '../citizen/sites/turns.ts';
import type { Portal } from '../portal/server.ts';
import { type Walked, walkAsNewcomer } from './walk.ts';

/** The procedure by which each system is tried, where it is not the only one. */
const PROCEDURES: Partial<Record<System, string>> = { national: '2.000635', igate: '1.014027' };

export interface Tried extends Walked {
  system: System;
  procedure: string;
  /** The portal's own word that it has the dossier. */
  received: boolean;
}

interface Course {
  context: BrowserContext;
  portal: Portal;
  among?: readonly System[];
  say?(line: string): void;
}

/** Sends the newcomer over each of the systems; a page of its own and a login of its own each time. */
export async function tryAll({ context, portal, among = systems, say = () => {} }: Course): Promise<Tried[]> {
  const tried: Tried[] = [];
  for (const system of among) {
    const { first } = roadFor(1, [system]);
    const procedure = PROCEDURES[system] ?? first.plan.procedure;
    portal.setScenario({ fee: 'free', lookupDelayMs: 300, accountDelayMs: 200, opens: 'same-tab' });
    await context.clearCookies();
    portal.log.clear();
    const page = await context.newPage();
    await page.bringToFront();
    const citizen: Citizen = {
      page,
      plan: { ...first.plan, typingDelayMs: 0 },
      hooks: {},
      walked: emptyWalk(first),
    };
    const walked = await walkAsNewcomer(citizen, procedure, say);
    const received = portal.log
      .entries()
      .some((it) => it.type === 'dossier-received' && it.system === system);
    tried.push({ ...walked, system, procedure, received });
    await page.close();
  }
  return tried;
}
