/**
 * Fills declarations in a real browser, once by the model and once by hand, and says where the form's own account
 * differs. Names of declaration files as arguments, or every tuning declaration; `--build NAME` for another build.
 *
 *   node scripts/run.mjs tests/technologies/check.ts
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../browser/launch.ts';
import { conditionOf, controlOf, isMet, optionsOf, placesOf } from './fields.ts';
import type { Declaration, Field } from './form.ts';
import { choose, enter } from './hands.ts';
import { openForm } from './open.ts';
import { type FormServer, startFormServer } from './server.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { build: { type: 'string' } },
});

/** A value that the field can hold: its labelled one, or one of its kind. */
function sampleOf(field: Field): string {
  if (field.fill?.value) return field.fill.value;
  const [first, second] = optionsOf(field);
  const control = controlOf(field);
  if (control === 'checkbox' && !first) return 'true';
  if (first) return second ?? first;
  if (control === 'date' || control === 'date-3') return '05/09/1999';
  if (control === 'number') return '3';
  return control === 'address' ? 'Tỉnh Sơn La; Xã Chiềng Mung; Bản Tâm 4' : 'Thử nghiệm';
}

/** Every field by the model, then nothing. Gives what went wrong, a line each. */
async function byModel(page: Page, server: FormServer, declaration: Declaration): Promise<string[]> {
  const form = await openForm(page, server, declaration);
  const wrong: string[] = [];
  const fields = placesOf(declaration).map(({ field }) => field);
  if ((await form.filled()).length > 0) wrong.push('is not empty on opening');
  for (const field of fields) {
    await form.set(field.name, sampleOf(field));
    const held = await form.get(field.name);
    if (held !== sampleOf(field))
      wrong.push(`model: ${field.name} holds "${held}", not "${sampleOf(field)}"`);
  }
  const filled = await form.filled();
  for (const { name } of fields) if (!filled.includes(name)) wrong.push(`model: ${name} is not filled`);
  for (const { name } of fields) await form.set(name, '');
  for (const name of await form.filled()) wrong.push(`model: ${name} is not emptied`);
  for (const { name } of fields) await form.lock(name);
  return wrong;
}

/** Every field that shows, by hand; dates a second time through the calendar, where there is one. */
async function byHand(page: Page, server: FormServer, declaration: Declaration): Promise<string[]> {
  const form = await openForm(page, server, declaration);
  const wrong: string[] = [];
  for (const { section, field } of placesOf(declaration)) {
    const condition = conditionOf(declaration, section, field);
    if (condition && !isMet(condition, await form.get(condition.parent.name))) continue;
    const compare = async (value: string) => {
      let held = await form.get(field.name);
      // Some libraries take a value a moment after the key.
      for (let tries = 0; held !== value && tries < 20; tries++) {
        await page.waitForTimeout(50);
        held = await form.get(field.name);
      }
      if (held !== value) wrong.push(`hand: ${field.name} holds "${held}", not "${value}"`);
    };
    try {
      await enter(form.frame, declaration, field.name, sampleOf(field));
      await compare(sampleOf(field));
      if (controlOf(field) !== 'date') continue;
      await choose(form.frame, declaration, field.name, '27/02/2004');
      await compare('27/02/2004');
    } catch (error) {
      wrong.push(`hand: ${field.name}: ${String(error).slice(0, 400)}`);
    }
  }
  return wrong;
}

async function files(): Promise<string[]> {
  if (positionals.length > 0) return positionals;
  const folder = join(import.meta.dirname, '..', 'eval', 'declarations', 'tuning');
  return (await readdir(folder)).map((name) => join(folder, name));
}

const server = await startFormServer();
const { page, close } = await launchBrowser({ portal: server });
page.on('pageerror', (error) => console.log(`  page: ${error.message}`));
for (const file of await files()) {
  const declaration = JSON.parse(await readFile(file, 'utf8')) as Declaration;
  if (options.build) declaration.build = options.build;
  const wrong = [
    ...(await byModel(page, server, declaration)),
    ...(await byHand(page, server, declaration)),
    ...server.strays.map((stray) => `asked for ${stray}`),
  ];
  if (wrong.length > 0) process.exitCode = 1;
  console.log([`${wrong.length > 0 ? 'FAIL' : 'ok  '} ${declaration.id}`, ...wrong].join('\n       '));
}
await close();
await server.close();
