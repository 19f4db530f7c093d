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
const { headingSigns, letterSigns, ruleSigns, wordSigns } = await import('../lib/fields/judging/signs.ts');
const { KINDS, SUBJECTS } = await import('../lib/fields/field.ts');
const { learn } = await import('./learning/regression.ts');

const root = join(import.meta.dirname, '..');
const folder = join(root, 'tests', 'eval', 'declarations', 'tuning');
const forms = await Promise.all(
  (await readdir(folder))
    .sort()
    .map(async (file): Promise<Declaration> => JSON.parse(await readFile(join(folder, file), 'utf8'))),
);

/** A form as the rules read it without some phrases of their vocabulary: its examples, and the phrases they met. */
function read(form: Declaration, without: ReadonlySet<string>) {
  const { result, met } = forgetting(without, () =>
    inOrder(form, (clues) => {
      const ruled = byRules(clues);
      const words = wordSigns(ruled);
      const above = headingSigns(ruled.headings);
      return {
        judgement: ruled.judgement,
        kind: [...words, ...letterSigns(ruled), ...above.words],
        subject: [...words, ...ruleSigns(ruled), ...above.named],
      };
    }),
  );
  const examples = (of: 'kind' | 'subject') =>
    result.map(({ made, truth }): Example => ({ form: form.id, is: truth[of], signs: made[of] }));
  return { met, kinds: examples('kind'), subjects: examples('subject') };
}

const known = forms.map((form) => read(form, new Set()));
/** In how many forms each phrase of the vocabulary is met. */
const support = new Map<string, number>();
for (const { met } of known) for (const phrase of met) support.set(phrase, (support.get(phrase) ?? 0) + 1);

/** Phrases that fewer other forms have are forgotten: the rules are then wrong as often as on forms they never saw. */
const OTHERS = 2;
const halfKnown = forms.map((form, at) => {
  const rare = [...(known[at]?.met ?? [])].filter((phrase) => (support.get(phrase) ?? 0) <= OTHERS);
  return read(form, new Set(rare));
});

const kinds = learn(
  KINDS,
  known.flatMap((it) => it.kinds),
  { forms: 3, decay: 1e-3, least: 1e-2, cut: 0.4 },
);
const subjects = learn(
  SUBJECTS,
  halfKnown.flatMap((it) => it.subjects),
  { forms: 2, decay: 4e-3, least: 1e-4, cut: 0 },
);
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
