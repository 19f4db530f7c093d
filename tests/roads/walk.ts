import type { FieldRecord } from '../../lib/fields/field.ts';
import { type Extension, lookInto } from '../browser/extension.ts';
import type { Launched } from '../browser/launch.ts';
import { until } from '../browser/stage.ts';
import {
  logArrived,
  type Moment,
  type Plan,
  planFor,
  prepareRoad,
  secretsOf,
  truthOf,
  walkRoad,
} from '../citizen/index.ts';
import type { Portal } from '../portal/server.ts';
import { check, type Verdict } from './check.ts';
import { exportedFile } from './exported.ts';
import { findLeaks, storeFiles } from './leaks.ts';

type Course = {
  launched: Launched;
  portal: Portal;
  /** Folder of the browser's profile, whose files are searched for what was typed. */
  profile: string;
  seeds: readonly number[];
  say(line: string): void;
};

const KILL_AT: readonly Moment[] = ['procedure', 'form-shown', 'mid-form', 'documents', 'before-submit'];

/** Walks one road per seed and compares each with the truth; resolves to how many faults there were. */
export async function walkRoads({
  launched,
  portal,
  profile,
  seeds,
  say,
}: Course): Promise<{ faults: number }> {
  const { context } = launched;
  if (!launched.extensionId) throw new Error('the extension did not start');
  const extension = await lookInto(context, launched.extensionId);
  const logged: string[] = [];
  context.on('console', (message) => logged.push(message.text()));
  context.on('weberror', (error) => logged.push(String(error.error().stack)));
  await extension.agree();

  const verdicts: Verdict[] = [];
  const secrets = new Set<string>();
  const attributes: string[] = [];
  let known = new Set<string>();
  for (const seed of seeds) {
    const plan = planOf(seed);
    const killAt = seed % 3 === 0 ? KILL_AT[Math.floor(seed / 3) % KILL_AT.length] : undefined;
    const { verdict, marks, typed } = await walkOne(launched, portal, extension, plan, killAt, known);
    verdicts.push(verdict);
    attributes.push(marks);
    for (const secret of typed) secrets.add(secret);
    known = new Set((await extension.submissions()).map(({ id }) => id));
    say(lineOf(plan, killAt, verdict));
  }

  const places = {
    IndexedDB: JSON.stringify(await extension.stores()),
    'storage areas': JSON.stringify(await extension.storageAreas()),
    messages: JSON.stringify(await extension.heard()),
    consoles: logged.join('\n'),
    'exported file': await exportedFile(extension),
    'attributes of what we put on the page': attributes.join('\n'),
    ...(await storeFiles(profile, extension.id)),
  };
  // A search that could not find anything would find no leak either: this name must stand in every one of these.
  const control = findLeaks(['citizenNDK_HoVaTen'], places).map(({ place }) => place);
  for (const place of ['IndexedDB', 'messages', 'exported file']) {
    if (!control.includes(place)) throw new Error(`the search is blind in: ${place}`);
  }
  if (!control.some((place) => place.startsWith('IndexedDB/')))
    throw new Error('the search is blind in files');
  const leaks = findLeaks([...secrets], places);
  for (const { place, secret } of leaks) say(`LEAK  value no. ${secret} stands in ${place}`);
  const faults = verdicts.reduce((sum, { faults: some }) => sum + some.length, 0) + leaks.length;
  say(summaryOf(verdicts, secrets.size, leaks.length, (await extension.heard()).length));
  return { faults };
}

/** The seed's plan, with the turns that every course of roads must have somewhere. */
function planOf(seed: number): Plan {
  const plan = planFor(seed);
  if (seed % 10 === 4) return { ...plan, rejectSubmits: 1, outcome: 'submitted' };
  if (seed % 10 === 7) return { ...plan, reloads: true };
  if (seed % 10 === 8) return { ...plan, looksAway: [{ moment: 'mid-form', ms: 2_500 }] };
  return plan;
}

async function walkOne(
  { context }: Launched,
  portal: Portal,
  extension: Extension,
  plan: Plan,
  killAt: Moment | undefined,
  known: ReadonlySet<string>,
) {
  await prepareRoad(context, portal, plan);
  const page = await context.newPage();
  let marks = '';
  const walked = await walkRoad(page, plan, {
    async at(moment) {
      if (moment === killAt) await extension.killWorker();
      if (moment === 'before-submit') marks = await page.evaluate(ownElements);
    },
  });
  await logArrived(page);
  await page.close();
  const fresh = async () => (await extension.submissions()).filter(({ id }) => !known.has(id));
  const recorded = await until(
    fresh,
    (some) => some.length > 0 && some.every(({ outcome }) => outcome !== 'open'),
  );
  const log = portal.log.entries();
  const fields = ((await extension.stores()).fields as FieldRecord[]).filter(
    ({ submissionId }) => submissionId === recorded[0]?.id,
  );
  const verdict = check(plan, truthOf(log, walked), log, recorded, fields);
  return { verdict, marks, typed: secretsOf(plan, walked) };
}

/** The elements that no portal made, with everything a page's script could read of them. */
function ownElements(): string {
  return [...document.documentElement.children]
    .filter((element) => element !== document.head && element !== document.body)
    .map((element) => element.outerHTML)
    .join('\n');
}

function lineOf(
  plan: Plan,
  killAt: Moment | undefined,
  { seed, faults, elapsedOff, activeOff, fieldsChecked }: Verdict,
) {
  const turns = [
    plan.outcome === 'abandoned' && 'abandoned',
    plan.rejectSubmits > 0 && `rejected ×${plan.rejectSubmits}`,
    plan.forgets && 'forgets',
    plan.reloads && 'reload',
    plan.looksAway.length > 0 && 'looks away',
    killAt && `kill at ${killAt}`,
  ].filter(Boolean);
  const off =
    elapsedOff === null ? '' : `elapsed ${signed(elapsedOff)} ms, active ${signed(activeOff ?? 0)} ms, `;
  const verdict = faults.length === 0 ? 'ok  ' : 'FAIL';
  const head = `${verdict} road ${String(seed).padStart(3)}  ${plan.procedure}  ${off}${fieldsChecked} fields  [${turns.join(', ')}]`;
  return [head, ...faults.map((fault) => `       - ${fault}`)].join('\n');
}

function summaryOf(verdicts: readonly Verdict[], secrets: number, leaks: number, messages: number): string {
  const worst = (pick: (it: Verdict) => number | null) =>
    Math.max(0, ...verdicts.map((it) => Math.abs(pick(it) ?? 0)));
  const right = verdicts.filter(({ faults }) => faults.length === 0).length;
  const fields = verdicts.reduce((sum, it) => sum + it.fieldsChecked, 0);
  return [
    `roads right: ${right} of ${verdicts.length}`,
    `elapsed off by at most ${worst((it) => it.elapsedOff)} ms, active by at most ${worst((it) => it.activeOff)} ms`,
    `fields compared: ${fields}`,
    `${secrets} invented values looked for in stores, files, ${messages} messages, consoles, export, attributes: ${leaks} found`,
  ].join('\n');
}

const signed = (ms: number) => `${ms < 0 ? '−' : '+'}${Math.abs(ms)}`;
