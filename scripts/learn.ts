/**
 * `npm run learn`: learns from the labelled declarations of `tests/eval/declarations/tuning` and the sheets beside them
 * what the judgement cannot be told in rules, and writes it to `lib/fields/judging/weights.ts`. To be run again where rules
 * or labels have changed; the same ones give the same weights.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { inOrder } from '../tests/eval/order.ts';
import { readSheets, type Sheet } from '../tests/eval/sheets.ts';
import { basisOfWeights } from './learning/basis.ts';
import type { Example } from './learning/regression.ts';

// The rules are to read with a vocabulary that can forget.
const forgetful = new URL('./learning/forgetful.ts', import.meta.url).href;
registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    const isIt = found.url.endsWith('/judging/lexicon.ts') && context.parentURL !== forgetful;
    return isIt ? { ...found, url: forgetful } : found;
  },
});
const { forgetting } = await import('./learning/forgetful.ts');
const { byRules } = await import('../lib/fields/judging/rules.ts');
const { headingSigns, letterSigns, signsOfExpected, signsOfWhat, signsOfWhose, wordSigns } = await import(
  '../lib/fields/judging/signs.ts'
);
const { EXPECTATIONS, KINDS, SUBJECTS } = await import('../lib/fields/field.ts');
const { learn } = await import('./learning/regression.ts');

const root = join(import.meta.dirname, '..');
async function formsOf(folder: string): Promise<Sheet[]> {
  const files = (await readdir(join(root, folder))).sort();
  return Promise.all(files.map(async (file) => JSON.parse(await readFile(join(root, folder, file), 'utf8'))));
}

const forms = await formsOf('tests/eval/declarations/tuning');
/** Those of the practice portal, the real portals' own among them, are the measure of all labels. */
const own = await formsOf('tests/portal/declarations');
const OWN_TIMES = 4;

/** A form as the rules read it without some phrases of their vocabulary: its examples, and the phrases they met. */
function read(form: Sheet, without: ReadonlySet<string>) {
  const { result, met } = forgetting(without, () =>
    inOrder(form, (clues) => {
      const ruled = byRules(clues);
      return { judgement: ruled.judgement, ruled };
    }),
  );
  const examples = result.map(({ made: { ruled }, truth }) => {
    const words = wordSigns(ruled);
    const above = headingSigns(ruled.headings);
    const expected = signsOfExpected(ruled, truth.kind, truth.subject);
    const example = (is: string, signs: readonly string[]): Example => ({ form: form.id, is, signs });
    return {
      kind: example(truth.kind, [...words, ...letterSigns(ruled), ...signsOfWhat(ruled), ...above.words]),
      subject: example(truth.subject, [...words, ...signsOfWhose(ruled), ...above.named]),
      expectation: example(truth.expectation, [...words, ...expected, ...above.words]),
    };
  });
  return { met, examples };
}

/** The same form on a page that does not name its procedure. */
const untitled = (form: Sheet): Sheet => ({ ...form, procedure: { name: '' } });
const NOTHING: ReadonlySet<string> = new Set();

const known = forms.map((form) => read(form, NOTHING));
/** In how many forms each phrase of the vocabulary is met. */
const support = new Map<string, number>();
for (const { met } of known) for (const phrase of met) support.set(phrase, (support.get(phrase) ?? 0) + 1);

/** Phrases that fewer other forms have are forgotten: the rules are then wrong as often as on forms they never saw. */
const OTHERS = 2;
const halfKnown = forms.map((form, at) => {
  const rare = [...(known[at]?.met ?? [])].filter((phrase) => (support.get(phrase) ?? 0) <= OTHERS);
  return read(form, new Set(rare));
});
// Sheets are no forms that rules were written after.
const sheets = await readSheets();
const ownRead = own.flatMap((form) => [read(form, NOTHING), read(untitled(form), NOTHING)]);
const examples = [
  ...Array.from({ length: OWN_TIMES }, () => ownRead).flat(),
  ...halfKnown,
  ...forms.map((form) => read(untitled(form), NOTHING)),
  ...sheets.map((sheet) => read(sheet, NOTHING)),
  ...sheets.map((sheet) => read(untitled(sheet), NOTHING)),
].flatMap((it) => it.examples);

/** Chosen on a fifth of the sheets and a quarter of the declarations, left out; see the README of the declarations. */
const MANNER = { forms: 4, decay: 5e-4, least: 1e-3, cut: 0.5 };
const weights = {
  kinds: learn(
    KINDS,
    examples.map(({ kind }) => kind),
    MANNER,
  ),
  subjects: learn(
    SUBJECTS,
    examples.map(({ subject }) => subject),
    MANNER,
  ),
  expectations: learn(
    EXPECTATIONS,
    examples.map(({ expectation }) => expectation),
    MANNER,
  ),
};
const tables = Object.entries(weights).map(
  ([name, table]) => `  ${name}: \`\n${table.replace(/[\\`$]/g, '\\$&')}\`,\n`,
);
await writeFile(
  join(root, 'lib', 'fields', 'judging', 'weights.ts'),
  `/**
 * Written by \`npm run learn\` (scripts/learn.ts) from labelled forms; not by hand. A line is a sign (signs.ts), a tab, and
 * how it speaks of classes of KINDS, SUBJECTS or EXPECTATIONS, as Learnt reads it. The basis is a sum of what was learnt from.
 */
export const BASIS = '${await basisOfWeights()}';

export const WEIGHTS = {
${tables.join('')}};
`,
);
