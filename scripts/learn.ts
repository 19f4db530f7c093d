/**
 * `npm run learn [-- --left-out]`: learns from the labelled declarations of `tests/eval/declarations/tuning` and the sheets
 * beside them what the judgement cannot be told in rules, and writes it to `public/learnt.safetensors`. To be
 * run again where rules or labels have changed; the same ones give the same weights. With `--left-out` it learns from four
 * fifths of the sheets and three quarters of the declarations, writes nothing, and tells how it does on the others.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Asked, Verdict } from '../lib/fields/index.ts';
import type { Seen } from '../lib/fields/judging/learnt.ts';
import type { Numbers } from '../lib/fields/judging/tensors.ts';
import { randomFrom } from '../tests/citizen/random.ts';
import { askedAbout, shownOf } from '../tests/eval/asked.ts';
import { readSheets, type Sheet } from '../tests/eval/sheets.ts';
import { basisOfWeights } from './learning/basis.ts';
import { fileOf, learntFile, tensorsOf } from './learning/file.ts';
import { type Form, learn, type Manner } from './learning/network.ts';

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
const { judging, Learnt, rulesOf, signsOf } = await import('../lib/fields/judging/index.ts');
const { shouldHaveBeenFilled } = await import('../lib/fields/judging/flags.ts');
const { EXPECTATIONS, KINDS, SUBJECTS } = await import('../lib/fields/field.ts');

const { values } = parseArgs({ options: { 'left-out': { type: 'boolean', default: false } } });
const QUESTIONS = { kind: KINDS, subject: SUBJECTS, expectation: EXPECTATIONS };
const NOTHING: ReadonlySet<string> = new Set();

const root = join(import.meta.dirname, '..');
async function formsOf(folder: string): Promise<Sheet[]> {
  const files = (await readdir(join(root, folder))).sort();
  return Promise.all(files.map(async (file) => JSON.parse(await readFile(join(root, folder, file), 'utf8'))));
}

/** A labelled form to learn from: so many times as much as a sheet, and what the rules may not know of it. */
interface Source {
  form: Sheet;
  times: number;
  without: ReadonlySet<string>;
}

/** The same form on a page that does not name its procedure, and draws its lists when they are opened. */
const reticent = ({ id, sections }: Sheet): Sheet => ({
  ...{ id, procedure: { name: '' } },
  sections: sections.map((section) => ({
    ...section,
    fields: section.fields.map(({ options: _, ...field }) => field),
  })),
});

/** The same form as a wizard shows it: each section on a page of its own, with nothing above it but its heading. */
const pagesOf = ({ id, sections }: Sheet): Sheet[] =>
  sections.map((section) => ({ id, procedure: { name: '' }, sections: [section] }));

/** What a frame would ask about a form, and what is true of its fields. */
function askedOf(form: Sheet): { asked: Asked; truths: Verdict[] } {
  const shown = shownOf(form);
  return { asked: askedAbout(shown), truths: shown.map(({ truth }) => truth) };
}

/**
 * Declarations that the rules were written after. Phrases of the vocabulary that no other form has are forgotten for
 * each: the rules are then wrong as often as on forms they never saw.
 */
function unlearned(forms: readonly Sheet[], times: number): Source[] {
  const met = forms.map((form) => forgetting(NOTHING, () => rulesOf(askedOf(form).asked)).met);
  const support = new Map<string, number>();
  for (const phrases of met)
    for (const phrase of phrases) support.set(phrase, (support.get(phrase) ?? 0) + 1);
  return forms.map((form, at) => ({
    form,
    times,
    without: new Set([...(met[at] ?? [])].filter((phrase) => support.get(phrase) === 1)),
  }));
}

/** How often declarations are learnt from for each time of a sheet: they were labelled with more care. */
const DECLARATION_TIMES = 4;
const declarations = unlearned(await formsOf('tests/eval/declarations/tuning'), DECLARATION_TIMES);
/** Those of the practice portal, the real portals' own among them, are the measure of all labels. */
const own = (await formsOf('tests/portal/declarations')).map((form) => ({
  ...{ form, times: DECLARATION_TIMES, without: NOTHING },
}));
// Sheets are no forms that rules were written after.
const sheets = (await readSheets()).map((form) => ({ form, times: 1, without: NOTHING }));

/** A sign that fewer forms have says more of them than of others. */
const FORMS_OF_A_SIGN = 30;
/** Chosen on what `--left-out` says; see the README of the declarations. */
const MANNER: Manner = { epochs: 9, batch: 16, rate: 8e-3, signsOut: 0.25, partsOut: 0.2, settledFrom: 0.5 };
/** A network for each of these, asked together: chance makes them wrong in different places. */
const SEEDS = [1, 2];
/** How often a form is learnt from in part, as a page may show it, and how often by one page of many. */
const IN_PART = 0.3;
const BY_PAGE = 0.05;

/** What is seen of the fields of a form on one page, and what is true of each. */
type Page = readonly (Seen & { truth: Verdict })[];
/** What was learnt with one seed. */
interface Learning {
  signs: readonly string[];
  tensors: Record<string, Numbers>;
}
/** A form as it is seen on a page that tells much and on one that tells less, and page by page. */
interface Reading {
  times: number;
  versions: readonly Page[];
  pages: readonly Page[];
}

function readingOf({ form, times, without }: Source): Reading {
  const seenOn = (page: Sheet): Page => {
    const { asked, truths } = askedOf(page);
    const { result } = forgetting(without, () => rulesOf(asked).map(signsOf));
    return result.map((seen, at) => ({ ...seen, truth: truths[at] as Verdict }));
  };
  return { times, versions: [form, reticent(form)].map(seenOn), pages: pagesOf(form).map(seenOn) };
}

/** The signs that enough forms have, in order. */
function signsIn(readings: readonly Reading[]): string[] {
  const support = new Map<string, number>();
  for (const { versions } of readings)
    for (const sign of new Set(versions.flat().flatMap(({ own, shared }) => [...own, ...shared])))
      support.set(sign, (support.get(sign) ?? 0) + 1);
  const known = [...support].filter(([, forms]) => forms >= FORMS_OF_A_SIGN);
  return known.map(([sign]) => sign).sort();
}

/** A form by numbers: of its signs, its sections and the right answers. */
function numbered(fields: Page, places: ReadonlyMap<string, number>): Form {
  const sections = [...new Set(fields.map(({ shared }) => shared))];
  return {
    fields: fields.map(({ own, shared, truth: { kind, subject, expectation } }) => ({
      signs: [...new Set([...own, ...shared])].flatMap((sign) => places.get(sign) ?? []),
      section: sections.indexOf(shared),
      is: [KINDS.indexOf(kind), SUBJECTS.indexOf(subject), EXPECTATIONS.indexOf(expectation)],
    })),
  };
}

/** A network that is learnt from forms, and the signs that it knows. */
function networkFrom(sources: readonly Source[], seed: number): Learning {
  const readings = sources.map(readingOf);
  const signs = signsIn(readings);
  const places = new Map(signs.map((sign, place) => [sign, place]));
  const forms = readings.map(({ times, versions, pages }) => ({
    times,
    versions: versions.map((fields) => numbered(fields, places)),
    pages: pages.map((fields) => numbered(fields, places)),
  }));
  const random = randomFrom(seed);
  const some = ({ fields }: Form): Form => {
    if (!random.chance(IN_PART)) return { fields };
    const from = random.between(0, fields.length - 1);
    return { fields: fields.slice(from, random.between(from + 1, fields.length)) };
  };
  const ofEpoch = () =>
    forms.flatMap(({ times, versions, pages }) =>
      Array.from({ length: times }, () =>
        random.chance(BY_PAGE) ? random.pick(pages) : some(random.pick(versions)),
      ),
    );
  const classes = Object.values(QUESTIONS).map(({ length }) => length);
  const network = learn(signs.length, classes, ofEpoch, MANNER, random);
  return { signs, tensors: tensorsOf(network, Object.keys(QUESTIONS)) };
}

/** The same on another processor, by this very file. */
function networkBeside(seed: number): Promise<Learning> {
  const worker = new Worker(new URL(import.meta.url), { argv: process.argv.slice(2), workerData: seed });
  return new Promise((done, failed) => {
    worker.once('message', done).once('error', failed);
  });
}

/** The file of what is learnt from forms. */
async function learntFrom(sources: readonly Source[]): Promise<Uint8Array> {
  const [first = 1, ...others] = SEEDS;
  const beside = others.map(networkBeside);
  const own = networkFrom(sources, first);
  const networks = [own, ...(await Promise.all(beside))].map(({ tensors }) => tensors);
  return fileOf(networks, own.signs, QUESTIONS, await basisOfWeights());
}

/** Whether a form is one of so many that are left out. */
function isLeftOut({ form: { id } }: Source, of: number): boolean {
  let sum = 7;
  for (const letter of id) sum = (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0;
  return sum % of === 0;
}

/** Has each field judged with those before it alone, as where a form shows one after the other. */
function oneByOne(judgeAll: ReturnType<typeof judging>): ReturnType<typeof judging> {
  return ({ trails, fields }) =>
    fields.flatMap((_, at) => judgeAll({ trails, fields: fields.slice(0, at + 1) }).slice(-1));
}

/** Has each section judged by itself. */
function pageByPage(sources: readonly Source[]): Source[] {
  return sources.flatMap(({ form, ...rest }) => pagesOf(form).map((page) => ({ ...rest, form: page })));
}

/** How a judgement does on forms, in per cent: a line of shares, and F1 and precision of what should have been filled. */
function tell(name: string, sources: readonly Source[], judgeAll: ReturnType<typeof judging>): void {
  const right = { kind: 0, subject: 0, expectation: 0 };
  let [all, hit, said, so] = [0, 0, 0, 0];
  for (const { form, without } of sources) {
    const { asked, truths } = askedOf(form);
    const { result } = forgetting(without, () => judgeAll(asked));
    for (const [at, judged] of result.entries()) {
      const truth = truths[at] as Verdict;
      all += 1;
      for (const what of ['kind', 'subject', 'expectation'] as const)
        right[what] += Number(judged[what] === truth[what]);
      const [isSaid, isSo] = [shouldHaveBeenFilled(judged), shouldHaveBeenFilled(truth)];
      said += Number(isSaid);
      so += Number(isSo);
      hit += Number(isSaid && isSo);
    }
  }
  const share = (part: number, of: number) => ((100 * part) / of).toFixed(1);
  const shares = Object.entries(right).map(([what, count]) => `${what} ${share(count, all)}`);
  console.log(
    `${name.padEnd(34)} ${all} fields: ${shares.join(', ')}, F1 ${share(2 * hit, said + so)}, P ${share(hit, said)}`,
  );
}

const out = values['left-out']
  ? {
      sheets: sheets.filter((it) => isLeftOut(it, 5)),
      declarations: declarations.filter((it) => isLeftOut(it, 4)),
    }
  : {};
const left = new Set<Source>(Object.values(out).flat());
const sources = [...own, ...declarations, ...sheets].filter((it) => !left.has(it));
if (!isMainThread) parentPort?.postMessage(networkFrom(sources, workerData));
else if (!values['left-out']) await writeFile(learntFile, await learntFrom(sources));
else {
  const learnt = new Learnt((await learntFrom(sources)).buffer as ArrayBuffer);
  for (const [name, sources] of Object.entries(out)) {
    tell(`${name}, by the rules alone`, sources, judging(null));
    tell(`${name}, with what was learnt`, sources, judging(learnt));
    tell(`${name}, one by one`, sources, oneByOne(judging(learnt)));
    tell(`${name}, page by page, by rules`, pageByPage(sources), judging(null));
    tell(`${name}, page by page`, pageByPage(sources), judging(learnt));
  }
}
