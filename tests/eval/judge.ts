/**
 * `npm run judge [-- --set tuning|validation|blind --only id,id --rules --verbose]`: feeds the labels, headings and names of the
 * labelled declarations to the judgement, without a page, in the order of the form and as the watcher does. Seconds
 * instead of the minutes of `npm run eval`, which draws the pages. Of `validation` it tells totals and how classes are
 * taken for one another, never a label or a name.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { judging } from '../../lib/fields/judging/index.ts';
import type { Declaration } from '../technologies/form.ts';
import { askedAbout, shownOf } from './asked.ts';
import { judgeAll, probedOf } from './learnt.ts';
import { add, compare, rowOf, type Score, zero } from './score.ts';
import type { Sheet } from './sheets.ts';

const { values } = parseArgs({
  options: {
    set: { type: 'string', default: 'tuning' },
    only: { type: 'string' },
    rules: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});

/** With `--rules` without what was learnt. */
const judge = values.rules ? judging(null) : judgeAll;
const folder = join(import.meta.dirname, 'declarations', values.set);
const open = values.set === 'tuning';
const total: Score = zero();
const classes = new Map<string, number>();
console.log(rowOf('declaration', null));
for (const file of (await readdir(folder)).sort()) {
  const declaration: Declaration & Sheet = JSON.parse(await readFile(join(folder, file), 'utf8'));
  if (values.only && !values.only.split(',').some((it) => declaration.id.includes(it))) continue;
  const probed = probedOf(askedAbout(shownOf(declaration)), judge);
  const { score, confusions } = compare(declaration, probed);
  add(total, score);
  if (open) console.log(rowOf(declaration.id, score));
  const labels = new Map(probed.map(({ name, label }) => [name, label]));
  for (const line of confusions) {
    const [, name = '', confusion = ''] = /^(.*?): (.*)$/.exec(line) ?? [];
    classes.set(confusion, (classes.get(confusion) ?? 0) + 1);
    if (open && values.verbose) console.log(`    ${labels.get(name)} [${name}]: ${confusion}`);
  }
}
for (const [confusion, count] of [...classes].sort(([, a], [, b]) => b - a)) {
  if (!confusion.startsWith('label')) console.log(`${String(count).padStart(5)}  ${confusion}`);
}
console.log(rowOf(`all of ${values.set}`, total));
