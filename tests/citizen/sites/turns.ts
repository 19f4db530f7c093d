import type { Scenario } from '../../portal/scenario.ts';
import { type Site, type SystemId, sites } from '../../portal/systems/index.ts';
import type { Fee } from '../../portal/wire.ts';
import { fieldsOf, type Plan, planFor, scenarioOf } from '../plan.ts';
import { type Random, randomFrom } from '../random.ts';

export type System = 'national' | SystemId;
export const systems: readonly System[] = ['national', ...new Set(sites.map(({ system }) => system))];

/** What may happen on the way of one dossier beyond the portal's own host. */
export type Turns = {
  opens: Scenario['opens'];
  asksGeneral: boolean;
  /** Loads the page anew in the middle of the declaration. */
  reloads: boolean;
  /** Goes a step back, or leaves by the browser's own button and comes again. */
  goesBack: 'no' | 'step' | 'history';
  savesDraft: boolean;
  /** Presses what is near the submit and is none. */
  pressesDecoys: boolean;
  /** Presses the submit while it is disabled. */
  pressesDisabled: boolean;
  submitsBy: 'click' | 'Enter' | 'Space';
  refusesConfirm: boolean;
  rejectSubmits: number;
  /** After a rejection, waits until its message is gone. */
  waitsForToast: boolean;
  uploads: number;
  failUploads: number;
  fee: Fee;
  /** The session runs out at the first step. */
  expires: boolean;
  outcome: 'submitted' | 'abandoned';
};

/** One dossier that a road is about. */
export type Leg = { system: System; site: Site | null; plan: Plan; turns: Turns };

export type RoadPlan = {
  seed: number;
  first: Leg;
  /** What comes after it, or beside it in a tab of its own. */
  after: 'nothing' | 'looks-up' | 'next-citizen' | 'second-tab';
  second: Leg | null;
};

/** The road of that seed: always the same one. Systems take turns, so that a short course sees them all. */
export function roadFor(seed: number, among: readonly System[] = systems): RoadPlan {
  const random = randomFrom(seed * 7919 + 17);
  const system = among[seed % among.length] ?? 'national';
  const after = random.pick([
    'nothing',
    'nothing',
    'nothing',
    'looks-up',
    'next-citizen',
    'second-tab',
  ] as const);
  const first = legOf(random, system, seed);
  const isAlone = after === 'nothing' || after === 'looks-up';
  if (isAlone) return { seed, first, after, second: null };
  const other = among[(seed + 1 + random.between(0, among.length - 1)) % among.length] ?? system;
  const second = legOf(random, other, seed + 100_000);
  if (after === 'next-citizen') {
    second.plan = { ...second.plan, startedBy: 'login-at-home' };
    return { seed, first, after, second };
  }
  // The portal keeps one draft of each of its own declarations: two tabs would write into each other's.
  if (!first.site && !second.site) return { seed, first, after: 'nothing', second: null };
  // Both tabs are one person's, and the portal behaves alike to both.
  const { account, subject, lookup, lookupDelayMs, accountDelayMs } = first.plan;
  const shared = { account, subject, lookup, lookupDelayMs, accountDelayMs };
  second.plan = { ...second.plan, ...shared, startedBy: 'logged-in-already' };
  for (const leg of [first, second]) {
    leg.plan = { ...leg.plan, rejectSubmits: 0, failUploads: 0, forgets: null, lookUpPage: 'never' };
    Object.assign(leg.turns, { ...calm, fee: leg.site?.submitPays ? 'portal' : 'free' });
  }
  return { seed, first, after, second };
}

/** The same road in one tab that stays in sight: in a Firefox without a window none is ever hidden by another. */
export function soloRoadFor(seed: number, among: readonly System[] = systems): RoadPlan {
  const { first, after } = roadFor(seed, among);
  first.plan = { ...first.plan, looksAway: [] };
  return { seed, first, after: after === 'looks-up' ? after : 'nothing', second: null };
}

const calm: Partial<Turns> = {
  ...{ opens: 'same-tab', rejectSubmits: 0, failUploads: 0, expires: false, goesBack: 'no' },
};

function legOf(random: Random, system: System, seed: number): Leg {
  const own = sites.filter((one) => one.system === system);
  const site = own.length > 0 ? random.pick(own) : null;
  const plan = quick(planFor(seed), random, site);
  return { system, site, plan, turns: turnsOf(random, site, plan) };
}

/** The same person, in a hurry: a road is to take seconds. */
function quick(plan: Plan, random: Random, site: Site | null): Plan {
  return {
    ...plan,
    ...(!site && hurried(plan, random)),
    ...(site && { procedure: site.declaration.procedure.code, lookUpPage: 'never' }),
    typingDelayMs: random.chance(0.1) ? 15 : 0,
    lookupDelayMs: random.between(100, 900),
    accountDelayMs: random.between(0, 300),
    startedBy: random.chance(0.4) ? 'logged-in-already' : plan.startedBy,
    looksAway: random.chance(0.15) ? plan.looksAway.map((one) => ({ ...one, ms: 1_200 })) : [],
    rests: plan.rests.map((one) => ({ ...one, ms: Math.min(one.ms, 400) })),
  };
}

/** The portal's own declarations are long: most of what may stay empty does. */
function hurried({ procedure, leaves, corrects }: Plan, random: Random): Partial<Plan> {
  const may = fieldsOf(procedure).filter(
    ({ required, hasValue, expect }) => !required && !hasValue && expect !== 'lookup-key',
  );
  const left = new Set([...leaves, ...may.filter(() => random.chance(0.85)).map(({ name }) => name)]);
  return { leaves: [...left], corrects: corrects.filter((name) => !left.has(name)).slice(0, 1) };
}

function turnsOf(random: Random, site: Site | null, plan: Plan): Turns {
  const rejectSubmits = random.pick([0, 0, 0, 1, 2]);
  const uploads = random.pick([0, 1, 1, 2]);
  const fee = random.pick(['free', 'portal', 'elsewhere'] as const);
  return {
    // The login on demand leaves in the same tab whatever the card would do.
    opens:
      plan.startedBy === 'login-on-demand'
        ? 'same-tab'
        : random.pick(['same-tab', 'same-tab', 'new-tab', 'noopener'] as const),
    asksGeneral: random.chance(0.3),
    reloads: random.chance(0.2),
    goesBack: random.pick(['no', 'no', 'step', 'history'] as const),
    savesDraft: random.chance(0.4),
    pressesDecoys: random.chance(0.5),
    pressesDisabled: random.chance(0.5),
    submitsBy: random.pick(['click', 'click', 'Enter', 'Space'] as const),
    refusesConfirm: random.chance(0.4),
    rejectSubmits,
    waitsForToast: random.chance(0.3),
    uploads,
    failUploads: uploads > 0 ? random.pick([0, 0, 1, 3]) : 0,
    fee: site?.submitPays && fee === 'free' ? 'portal' : fee,
    expires: random.chance(0.1),
    outcome: random.chance(0.1) ? 'abandoned' : 'submitted',
  };
}

/** How the portal has to behave for this dossier. */
export function scenarioOfLeg({ site, plan, turns }: Leg, seed: number): Partial<Scenario> {
  const base = {
    ...scenarioOf(plan),
    submitDelayMs: 250 + (seed % 5) * 120,
    uploadDelayMs: 200 + (seed % 4) * 200,
  };
  if (!site) return base;
  const { opens, asksGeneral, rejectSubmits, failUploads, fee, expires } = turns;
  return {
    ...base,
    ...{ opens, asksGeneral, rejectSubmits, failUploads, fee },
    stepDelayMs: 40 + (seed % 6) * 80,
    pageDelayMs: seed % 7 === 0 ? 800 : 0,
    // Pages of the server's ask for the login at the next page; the wizards at the next step.
    expireSteps: expires && site.shape !== 'pages' ? 1 : 0,
  };
}
