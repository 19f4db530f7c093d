import { setTimeout as sleep } from 'node:timers/promises';
import type { Portal } from '../portal/server.ts';
import type { Contender } from './contenders.ts';
import { evidenceOf } from './evidence.ts';
import { drawPlain, growTo, prepareChurn, runChurn, TEXT, typeInto } from './hands.ts';
import { FREE_TEXT, takeKeys, takeLongest, typedLength, watchKeys } from './in-page.ts';
import { quantile, type Sample, type Workload } from './samples.ts';
import { browserMs, heapMb, loadDeclaration, openTab, type Tab, taskMs } from './tab.ts';
import { startTrace, type Trace } from './trace.ts';

/** 5 s after the form's appearing the companion marks fields: that comes after the load and before the quiet. */
const SETTLE_MS = 6_000;

/** Forms of so many questions, taken in as they grow to it. */
const LARGE = { thousand: 1_000, 'five-thousand': 5_000 };

/** What a sample needs: the portal, the contender, and which round of its workload this is. */
export type Job = { portal: Portal; contender: Contender; round: number };

/** Load: from navigation to rest, ms of the main thread and of the whole browser, and the longest task. */
export const load = (job: Job) =>
  inTab(job, 'load', async (tab) => {
    const whole = await browserMs(tab);
    await loadDeclaration(job.portal, tab);
    const task = await taskMs(tab);
    return { task, whole: (await browserMs(tab)) - whole, longest: await tab.page.evaluate(takeLongest) };
  });

/** Typing: the same per real key press in so many text fields, and the time from key to next frame. */
export const typing = (job: Job, fields: number) =>
  inTab(job, 'key', async (tab) => {
    await loadDeclaration(job.portal, tab);
    await tab.page.evaluate(watchKeys);
    const { task, whole, longest } = await costOf(tab, () => typeInto(tab, fields));
    const keys = fields * TEXT.length;
    const { seen, toFrame } = await tab.page.evaluate(takeKeys);
    const typed = await tab.page.evaluate(typedLength, FREE_TEXT);
    if (seen !== keys || typed !== keys) tab.errors.push(`${seen} of ${keys} keys arrived, ${typed} stand`);
    const frame = { p50: quantile(toFrame, 0.5), p95: quantile(toFrame, 0.95) };
    return { task: task / keys, whole: whole / keys, longest, ...frame };
  });

/** Churn: 500 questions a second come and go for 3 s, and 1 s after. */
export const churn = (job: Job) =>
  inTab(job, 'churn', async (tab) => {
    await loadDeclaration(job.portal, tab);
    await prepareChurn(tab);
    return costOf(tab, () => runChurn(tab));
  });

/** The same on a plain form of a thousand controls, of which each tick takes the fifty that the last one brought. */
export const plainChurn = (job: Job) =>
  inTab(job, 'plain-churn', async (tab) => {
    await loadDeclaration(job.portal, tab);
    await drawPlain(1_000, tab);
    await sleep(SETTLE_MS);
    return costOf(tab, () => runChurn(tab));
  });

/** Big: the heap with a thousand questions, once they have been taken in. */
export const big = (job: Job) =>
  inTab(job, 'big', async (tab) => {
    await loadDeclaration(job.portal, tab);
    await growTo(1_000, tab);
    await sleep(SETTLE_MS);
    return { heap: await heapMb(tab) };
  });

/** What a contender's own scripts take in the two churns, from a trace. */
export const ownChurns = (job: Job) =>
  traced(job, 'own-churns', async (tab, trace) => {
    await prepareChurn(tab);
    await trace.mark('preparing');
    await runChurn(tab);
    await trace.mark('churn');
    await drawPlain(1_000, tab);
    await sleep(SETTLE_MS);
    await trace.mark('drawing');
    await runChurn(tab);
    await trace.mark('plain-churn');
  });

/** Own: what our own scripts take in each of these, from a trace with the profiler, under which all takes longer. */
export const own = (job: Job) => traced(job, 'own', workThrough);

/** Own tasks: the same without it, for how long their tasks take; what runs after an `await` is not in them. */
export const ownTasks = (job: Job) => traced(job, 'own-tasks', workThrough);

async function workThrough(tab: Tab, trace: Trace): Promise<void> {
  await sleep(SETTLE_MS);
  await trace.mark('settle');
  await typeInto(tab, 3);
  await trace.mark('key');
  await prepareChurn(tab);
  await trace.mark('preparing');
  await runChurn(tab);
  await trace.mark('churn');
  for (const [part, size] of Object.entries(LARGE)) {
    await growTo(size, tab);
    await sleep(SETTLE_MS);
    await trace.mark(part);
  }
}

/**
 * Idle: ms of the main thread per quiet second, once the form has settled; what settling took; the heap then.
 * All contenders are quiet at the same time, each in its own browser.
 */
export async function idle(portal: Portal, contenders: readonly Contender[], round: number, ms: number) {
  const opened: { tab: Tab; settled: Promise<number> }[] = [];
  for (const contender of contenders) {
    const tab = await openTab(portal, contender);
    await loadDeclaration(portal, tab);
    const task = await taskMs(tab);
    const settled = sleep(SETTLE_MS).then(async () => (await taskMs(tab)) - task);
    opened.push({ tab, settled });
  }
  await Promise.all(opened.map(({ settled }) => settled));
  const measure = async ({ tab, settled }: (typeof opened)[number]) => {
    const [task, from] = [await taskMs(tab), performance.now()];
    await sleep(ms);
    const perSecond = ((await taskMs(tab)) - task) / ((performance.now() - from) / 1_000);
    return { tab, values: { settle: await settled, task: perSecond, heap: await heapMb(tab) } };
  };
  const samples: Sample[] = [];
  for (const { tab, values } of await Promise.all(opened.map(measure)))
    samples.push(await finish(tab, 'idle', round, values));
  return samples;
}

/** Traces the load and what `work` does after it, part by part. */
const traced = (job: Job, workload: Workload, work: (tab: Tab, trace: Trace) => Promise<void>) =>
  inTab(job, workload, async (tab) => {
    const trace = await startTrace(tab.browser, tab.page, workload === 'own');
    await loadDeclaration(job.portal, tab);
    await trace.mark('load');
    await work(tab, trace);
    const values: Record<string, number> = {};
    const parts = Object.entries(await trace.end());
    if (parts.length === 0) throw new Error('the trace names no script of theirs');
    for (const [part, found] of parts)
      for (const [name, ms] of Object.entries(found)) values[`${part}.${name}`] = ms;
    return values;
  });

async function inTab(
  { portal, contender, round }: Job,
  workload: Workload,
  measure: (tab: Tab) => Promise<Record<string, number>>,
): Promise<Sample> {
  const tab = await openTab(portal, contender);
  try {
    return await finish(tab, workload, round, await measure(tab));
  } catch (error) {
    // One sample that breaks off is told of at the end; the others are still worth having.
    await tab.close();
    return { workload, contender: contender.id, round, values: {}, evidence: '', faults: [String(error)] };
  }
}

async function finish(
  tab: Tab,
  workload: Workload,
  round: number,
  values: Record<string, number>,
): Promise<Sample> {
  const found = await evidenceOf(tab, workload);
  await tab.close();
  return { workload, contender: tab.contender.id, round, values, ...found };
}

async function costOf(tab: Tab, work: () => Promise<void>) {
  await tab.page.evaluate(takeLongest);
  const [task, whole] = [await taskMs(tab), await browserMs(tab)];
  await work();
  const [taskAfter, wholeAfter] = [await taskMs(tab), await browserMs(tab)];
  return { task: taskAfter - task, whole: wholeAfter - whole, longest: await tab.page.evaluate(takeLongest) };
}
