import type { Submission } from '../../lib/flow/submission.ts';
import type { Extension } from '../browser/extension.ts';
import type { Launched } from '../browser/launch.ts';
import { truthOf } from '../citizen/index.ts';
import { randomFrom } from '../citizen/random.ts';
import { entriesOf, walkDossiers } from '../citizen/sites/road.ts';
import { type RoadPlan, roadFor, type System, soloRoadFor, systems } from '../citizen/sites/turns.ts';
import type { Portal } from '../portal/server.ts';
import { compareRoad, type Dossier, type Offsets, USUALLY_MS } from './compare.ts';
import { storyOf } from './story.ts';

export type Course = {
  launched: Pick<Launched, 'context'>;
  portal: Portal;
  /** Null: the roads are walked and told, and compared with nothing. */
  extension: Extension | null;
  seeds: readonly number[];
  among?: readonly System[];
  /** Whether the worker is killed at a random moment of each road. */
  killsWorker?: boolean;
  /** One dossier in one tab each. */
  solo?: boolean;
  /** Whether to tell what both sides saw of a road that differs. */
  story?: boolean;
  say(line: string): void;
};

/** Walks one road per seed over the form systems, compares each, and resolves to how many faults there were. */
export async function walkCourse(course: Course): Promise<{ faults: number }> {
  const { seeds, say, among = systems, solo } = course;
  const all: Offsets[] = [];
  let faults = 0;
  for (const seed of seeds) {
    const plan = (solo ? soloRoadFor : roadFor)(seed, among);
    const began = Date.now();
    const found = await walkOne(course, plan).catch((error: unknown) => brokenOff(course, error));
    all.push(...found.offsets);
    faults += found.faults.length;
    const took = `${((Date.now() - began) / 1000).toFixed(1)} s`;
    say(
      `${found.faults.length > 0 ? 'FAIL' : 'ok  '} road ${seed}  ${wordsOf(plan)}  ${took}  ${found.said}${offBy(found.offsets)}`,
    );
    for (const fault of found.faults) say(`       - ${fault}`);
    if (course.story && found.faults.length > 0) for (const line of await storyOf(course)) say(line);
  }
  const off = {
    elapsed: all.flatMap(({ elapsed }) => (elapsed === null ? [] : [elapsed])),
    milestones: all.flatMap(({ milestones }) => milestones),
    waiting: all.flatMap(({ waiting }) => (waiting === null ? [] : [waiting])),
  };
  for (const what of ['elapsed', 'milestones'] as const) {
    const late = off[what].filter((ms) => Math.abs(ms) > USUALLY_MS).length;
    // Within 250 ms at the 99th percentile: one in a hundred may be off by more.
    if (late <= off[what].length / 100) continue;
    faults++;
    say(`FAIL ${what}: ${late} of ${off[what].length} are off by more than ${USUALLY_MS} ms`);
  }
  say(`roads: ${seeds.length}, faults: ${faults}, dossiers timed: ${off.elapsed.length}`);
  say(`off by, at the 99th percentile and at most: ${spreadOf(off).join(', ')}`);
  return { faults };
}

/** How far each kind of time was off. */
function spreadOf(off: Record<string, number[]>): string[] {
  return Object.entries(off).map(([what, some]) => {
    const sorted = some.map(Math.abs).sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
    return `${what} ${at(0.99)} and ${at(1)} ms`;
  });
}

/** The worst of one road, for whoever looks for the road behind a course's worst. */
function offBy(offsets: readonly Offsets[]): string {
  if (offsets.length === 0) return '';
  const worst = (some: readonly (number | null)[]) => Math.max(0, ...some.map((ms) => Math.abs(ms ?? 0)));
  return `  off by at most ${worst(offsets.map(({ elapsed }) => elapsed))} / ${worst(offsets.flatMap(({ milestones }) => milestones))} / ${worst(offsets.map(({ waiting }) => waiting))} ms (elapsed / milestones / waiting)`;
}

type Found = { faults: string[]; offsets: Offsets[]; said: string };

async function walkOne(course: Course, plan: RoadPlan): Promise<Found> {
  const { launched, portal, extension, killsWorker } = course;
  const known = new Set((await submissionsOf(extension)).map(({ id }) => id));
  const random = randomFrom(plan.seed);
  const killing = killsWorker && setTimeout(() => void extension?.killWorker(), random.between(500, 9_000));
  const legs = await walkDossiers({ context: launched.context, portal, plan, hooks: {} });
  if (killing) clearTimeout(killing);
  const log = portal.log.entries();
  const dossiers: Dossier[] = legs.map((leg) => {
    const own = entriesOf(log, leg, legs);
    return { leg, log: own, truth: truthOf(own, leg.walked) };
  });
  const said = dossiers
    .map(
      ({ truth, leg }) =>
        `${leg.walked.outcome} ${truth.elapsedMs ?? '–'} ms, waited ${truth.waitingMs ?? '–'} ms`,
    )
    .join(' | ');
  if (!extension) return { faults: [], offsets: [], said };
  const isLookedUp = log.some((entry) => entry.type === 'looked-up' && entry.found);
  const recorded = await settled(extension, known, { count: dossiers.length, isLookedUp });
  return { ...compareRoad(dossiers, recorded), said };
}

/** The road's submissions, once all have come to an end and a later look at one is written, or what there is after a while. */
async function settled(
  extension: Extension,
  known: ReadonlySet<string>,
  { count, isLookedUp }: { count: number; isLookedUp: boolean },
): Promise<Submission[]> {
  const deadline = Date.now() + 8_000;
  for (;;) {
    const fresh = (await submissionsOf(extension)).filter(({ id }) => !known.has(id));
    const isDone = fresh.length >= count && fresh.every(({ outcome }) => outcome !== 'open');
    const isDated = !isLookedUp || fresh.some(({ processing }) => processing.receivedAt !== null);
    if ((isDone && isDated) || Date.now() > deadline) return fresh;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A road on which the citizen got stuck says so, and leaves nothing open for the next one. */
async function brokenOff({ launched, extension }: Course, error: unknown): Promise<Found> {
  for (const page of launched.context.pages()) {
    if (page.url().startsWith('https://')) await page.close().catch(() => undefined);
  }
  await extension?.settled().catch(() => undefined);
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { faults: [`the citizen got stuck: ${words.slice(0, 700)}`], offsets: [], said: '' };
}

async function submissionsOf(extension: Extension | null): Promise<Submission[]> {
  return extension ? extension.submissions() : [];
}

function wordsOf({ first, second, after }: RoadPlan): string {
  const own = (leg: typeof first) => (leg.site ? `${leg.system} (${leg.site.hosts[0]})` : leg.system);
  return [own(first), after === 'nothing' ? '' : after, second ? own(second) : ''].filter(Boolean).join(', ');
}
