/**
 * `npm run learn`: learns from the labelled declarations of `tests/eval/declarations/tuning` what the judgement cannot
 * be told in rules, and writes it to `lib/fields/judging/weights.ts`. To be run again where rules or declarations have
 * changed; the same ones give the same weights.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { inOrder } from '../tests/eval/order.ts';
import type { Declaration } from '../tests/technologies/form.ts';
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
const { letterSigns, ruleSigns, wordSigns } = await import('../lib/fields/judging/signs.ts');
const { KINDS, SUBJECTS } = await import('../lib/fields/field.ts');
const { learn } = await import('./learning/regression.ts');

const root = join(import.meta.dirname, '..');
const folder = join(root, 'tests', 'eval', 'declarations', 'tuning');
const forms = await Promise.all(
  (await readdir(folder))
    .sort()
    .map(async (file): Promise<Declaration> => JSON.parse(await readFile(join(folder, file), 'utf8'))),
);

const NOTHING: ReadonlySet<string> = new Set();
const readings = forms.map((form) => forgetting(NOTHING, () => inOrder(form, byRules)));
/** In how many forms each phrase of the vocabulary is met. */
const support = new Map<string, number>();
for (const { met } of readings) for (const phrase of met) support.set(phrase, (support.get(phrase) ?? 0) + 1);

/** Phrases that are met in fewer other forms are forgotten: the rules are then as often wrong as on forms they never saw. */
const KNOWN_FROM = 2;
const fields = forms.map((form, at) => {
  const reading = readings[at];
  const rare = [...(reading?.met ?? [])].filter((phrase) => (support.get(phrase) ?? 0) <= KNOWN_FROM);
  return {
    form: form.id,
    knowing: reading?.result ?? [],
    forgetful: forgetting(new Set(rare), () => inOrder(form, byRules)).result,
  };
});

type Fields = (typeof fields)[number];
/** What a field is, by its words: for where the rules know none of them. */
const kindsOf = ({ form, knowing }: Fields): Example[] =>
  knowing.map(({ made, truth }) => ({
    form,
    is: truth.kind,
    signs: [...wordSigns(made), ...letterSigns(made)],
  }));
/** Whose it is, by its words and by what the rules would make of them if they had not seen them. */
const subjectsOf = ({ form, forgetful }: Fields): Example[] =>
  forgetful.map(({ made, truth }) => ({
    form,
    is: truth.subject,
    signs: [...wordSigns(made), ...ruleSigns(made)],
  }));

const learnt = (from: readonly Fields[]) => ({
  kinds: learn(KINDS, from.flatMap(kindsOf), { forms: 3, decay: 1e-3, least: 1e-2, cut: 0.4 }),
  subjects: learn(SUBJECTS, from.flatMap(subjectsOf), { forms: 2, decay: 4e-3, least: 1e-4, cut: 0 }),
});

const { kinds, subjects } = learnt(fields);
await writeFile(
  join(root, 'lib', 'fields', 'judging', 'weights.ts'),
  `/**
 * Written by \`npm run learn\` (scripts/learn.ts) from the labelled declarations; not by hand. A line is a sign
 * (signs.ts), and for places of KINDS or SUBJECTS the weight with which it speaks for them or against.
 */
export const WEIGHTS = {
  kinds: \`
${kinds}\`,
  subjects: \`
${subjects}\`,
};
`,
);
