/**
 * `npm run bench [-- --reps 4 | --quick]`: what watching costs the declaration page of the practice portal, side by
 * side with the page alone, an empty extension and rrweb. Prints tables and writes `out/bench.md`. Exits with 1 when
 * the watcher is too big or a contender did not work; times alone fail nothing.
 */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startPortal } from '../portal/server.ts';
import { bundleScript } from './bundle-script.ts';
import { type Contender, startContenders } from './contenders.ts';
import { asMarkdown, asText } from './print.ts';
import { tablesOf } from './report.ts';
import type { Sample } from './samples.ts';
import { measureScans, type Scan, scanVerdicts } from './scan.ts';
import { type Growth, growthVerdict, measureGrowth } from './shapes.ts';
import { measureSizes } from './sizes.ts';
import { loadDeclaration, openTab } from './tab.ts';
import { faultLines, verdictsOf } from './verdicts.ts';
import {
  big,
  churn,
  idle,
  type Job,
  load,
  own,
  ownChurns,
  ownTasks,
  plainChurn,
  typing,
} from './workloads.ts';

const { values: options } = parseArgs({
  options: { reps: { type: 'string' }, quick: { type: 'boolean', default: false } },
});
const reps = Number(options.reps ?? (options.quick ? 1 : 3));
const fields = options.quick ? 4 : 8;
const idleMs = options.quick ? 5_000 : 8_000;
/** A load is short and its time unsteady: it is taken more often than the rest. */
const loadsPerRep = options.quick ? 2 : 3;
/** Unless a number of repetitions is asked for, none begins that would not end within this time, s. */
const mostSeconds = options.reps ? Number.POSITIVE_INFINITY : 690;

const ours = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));
const built = await stat(ours).catch(() => null);
if (!built || !Number.isInteger(reps) || reps < 1) {
  console.error(
    built ? '--reps takes a whole number from 1 on.' : 'Nothing is built: run `npm run build` first.',
  );
  process.exit(1);
}

// An ordinary exit, so that browsers and folders go with a run that is broken off.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const started = Date.now();
const recorder = await bundleScript(new URL('recorder.ts', import.meta.url));
const sizes = await measureSizes(ours, recorder);
const portal = await startPortal();
// Nothing is learnt from waiting for the account.
portal.setScenario({ meDelayMs: 50, accountDelayMs: 100 });
const field = await startContenders(portal, ours, recorder);
const samples: Sample[] = [];
let repetitions = 0;
let scans: Scan[] = [];
let growth: Growth[] = [];
try {
  scans = await measureScans(pageAlone(), options.quick ? 3 : 9);
  growth = await measureGrowth(pageAlone());
  for (const contender of field.contenders) await warmUp(contender);
  const begun = seconds();
  for (let rep = 0; rep < reps; rep++) {
    if (seconds() + (seconds() - begun) / Math.max(1, rep) > mostSeconds) break;
    repetitions = rep + 1;
    for (let time = 0; time < loadsPerRep; time++) await round(rep * loadsPerRep + time, load);
    await round(rep, (job) => typing(job, fields));
    await round(rep, churn);
    await round(rep, plainChurn);
    await round(rep, big);
    samples.push(...(await idle(portal, turned(rep), rep, idleMs)));
    await round(rep, ownChurns, ['walk', 'off', 'pill', 'on', 'rrweb']);
    await round(rep, own, ['on']);
    await round(rep, ownTasks, ['on']);
    console.log(`repetition ${rep + 1} of ${reps}, ${seconds()} s, load ${loadavg()[0]?.toFixed(1)}`);
  }
} finally {
  await field.close();
  await portal.close();
}

const report = {
  head: [
    `Chromium ${field.version}, headless; ${cpus()[0]?.model}, ${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)}; ${new Date().toISOString().slice(0, 10)}.`,
    `${repetitions} repetitions (of loads ${repetitions * loadsPerRep}) in ${seconds()} s; every sample in a fresh tab, contenders in turn.`,
    `Times of the main thread are CPU time. Measured: the build of ${built.mtime.toISOString().slice(0, 16).replace('T', ' ')}.`,
  ],
  tables: tablesOf(samples, sizes),
  verdicts: [...scanVerdicts(scans), growthVerdict(growth), ...verdictsOf(samples, sizes)],
  faults: faultLines(samples),
};
console.log(`\n${asText(report)}`);
const out = fileURLToPath(new URL('../../out/', import.meta.url));
await mkdir(out, { recursive: true });
await writeFile(`${out}bench.md`, asMarkdown(report));
process.exit(report.verdicts.some(({ met, hard }) => hard && !met) ? 1 : 0);

/** One sample of every contender, each time beginning with another. */
async function round(number: number, take: (job: Job) => Promise<Sample>, only?: Contender['id'][]) {
  for (const contender of turned(number)) {
    if (only && !only.includes(contender.id)) continue;
    samples.push(await take({ portal, contender, round: number }));
  }
}

/** Where no extension is. */
function pageAlone() {
  const alone = field.contenders.find(({ id }) => id === 'page');
  if (!alone) throw new Error('nobody has the page alone');
  return alone.launched.context;
}

function turned(by: number): Contender[] {
  const all = field.contenders;
  const first = by % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
}

/** The first page of a browser compiles and caches what later ones find; it is not counted. */
async function warmUp(contender: Contender): Promise<void> {
  const tab = await openTab(portal, contender);
  await loadDeclaration(portal, tab);
  await tab.close();
}

function seconds(): number {
  return Math.round((Date.now() - started) / 1_000);
}
