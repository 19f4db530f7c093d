/**
 * `npm run eval [-- --set tuning|validation|blind --only id --quick --verbose]`: draws every labelled declaration with
 * its real library in Chromium and compares what our readers and our judgement make of it with the labels. Then plays its
 * labelled filling under the built extension and compares what is stored; `--quick` leaves that out. Rules are never
 * to be written after the fields of `validation`.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Frame } from 'playwright-core';
import { build } from 'vite';
import { ensureChromium } from '../../scripts/lib/chromium.ts';
import { launchBrowser } from '../browser/launch.ts';
import type { Declaration } from '../technologies/form.ts';
import { openForm } from '../technologies/open.ts';
import { startFormServer } from '../technologies/server.ts';
import { type Filling, noFilling } from './filling.ts';
import { probedOf } from './learnt.ts';
import { add, compare, fillingOf, type Probed, rowOf, type Score, zero } from './score.ts';
import { startPlayer } from './stored.ts';

const { values } = parseArgs({
  options: {
    set: { type: 'string', default: 'tuning' },
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});

const folder = join(import.meta.dirname, 'declarations', values.set);

async function declarations(): Promise<Declaration[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const all = await Promise.all(
    files.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8'))),
  );
  return (all as Declaration[]).filter(
    ({ id, tech }) => !values.only || values.only.split(',').some((it) => id.includes(it) || tech === it),
  );
}

/** The probe as one script for the page. */
async function probeScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'probe.ts'), formats: ['iife'], name: 'probe_' },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('the probe was not built');
  return first.output[0].code;
}

/** Shows what a choice has to show first. */
async function showConditional(
  form: Awaited<ReturnType<typeof openForm>>,
  declaration: Declaration,
): Promise<void> {
  for (const { when } of declaration.sections.flatMap(({ fields }) => fields)) {
    if (when) await form.set(when.name, when.is).catch(() => undefined);
  }
}

/** What is made of the page; of a wizard, whose other pages are not in the document, one page after the other. */
async function probeEveryPage(frame: Frame, declaration: Declaration): Promise<Probed[]> {
  await frame.evaluate(script);
  const probed = probedOf(await frame.evaluate(() => globalThis.probe()));
  if (declaration.build !== 'wizard') return probed;
  for (const [index, { fields }] of declaration.sections.entries()) {
    if (index === 0) continue;
    await frame.locator('#form nav [role=tab], #form nav .page-link').nth(index).click();
    await frame.locator(`#form .formio-component-${fields[0]?.name}`).waitFor({ state: 'attached' });
    probed.push(...probedOf(await frame.evaluate(() => globalThis.probe())));
  }
  return probed;
}

/** Plays every filling under the built extension; resolves to how many could not be played. */
async function playAll(): Promise<number> {
  const player = await startPlayer(server);
  const sum: Filling = noFilling();
  let broken = 0;
  console.log(fillingOf('what was stored', null));
  for (const declaration of await declarations()) {
    try {
      const { filling, confusions } = await player.play(declaration);
      for (const key of Object.keys(sum) as (keyof Filling)[]) sum[key] += filling[key];
      console.log(fillingOf(declaration.id, filling));
      if (values.verbose) for (const line of confusions) console.log(`    ${line}`);
    } catch (error) {
      broken += 1;
      console.log(`${declaration.id.padEnd(34)} could not be played: ${String(error).split('\n')[0]}`);
    }
  }
  console.log(fillingOf(`all of ${values.set}`, sum));
  await player.close();
  return broken;
}

ensureChromium(console.log);
const script = await probeScript();
const server = await startFormServer();
const launched = await launchBrowser({ portal: server });
const total: Score = zero();
let failed = 0;
console.log(rowOf('declaration', null));
for (const declaration of await declarations()) {
  try {
    const form = await openForm(launched.page, server, declaration);
    await showConditional(form, declaration);
    await launched.page.waitForTimeout(500);
    const probed = await probeEveryPage(form.frame, declaration);
    const { score, confusions } = compare(declaration, probed);
    add(total, score);
    console.log(rowOf(declaration.id, score));
    if (values.verbose) for (const line of confusions) console.log(`    ${line}`);
  } catch (error) {
    failed += 1;
    console.log(
      `${declaration.id.padEnd(34)} could not be drawn: ${error instanceof Error ? error.message.split('\n')[0] : error}`,
    );
  }
}
console.log(rowOf(`all of ${values.set}`, total));
await launched.close();
if (!values.quick) failed += await playAll();
await server.close();
process.exit(failed === 0 ? 0 : 1);
