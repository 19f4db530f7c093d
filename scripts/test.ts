/**
 * `npm test`: static checks, builds, unit tests, and the built extension in a real Chromium on the practice portal.
 * Prints what failed, and one closing line over all tiers.
 */
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ensureChromium } from './lib/chromium.ts';
import { build, runTool } from './lib/run-tool.ts';

let passed = 0;
let failed = 0;
const started = Date.now();
const say = (line: string) =>
  console.log(`[${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s] ${line}`);

/** One check that is a whole: it passes or it fails with the words of the tool. */
async function check(name: string, run: () => Promise<{ ok: boolean; output: string }>): Promise<void> {
  const { ok, output } = await run();
  if (ok) passed += 1;
  else {
    failed += 1;
    fail(name);
  }
  say(`${ok ? 'ok  ' : 'FAIL'} ${name}`);
  if (!ok) console.log(output);
}

async function checkBuild(browser: 'chrome' | 'firefox'): Promise<void> {
  await check(`build: ${browser}`, () =>
    build(browser).then(
      () => ({ ok: true, output: '' }),
      (error: Error) => ({ ok: false, output: error.message }),
    ),
  );
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    status: string;
    name: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

/** What failed, a line each: told last, since a log that is too long is read from its end. */
const failures: string[] = [];
const fail = (name: string, message = '') =>
  failures.push(['FAIL', name, message.split('\n', 1)[0]].filter(Boolean).join(' '));

/** Runs one tier of vitest; a file that could not even be loaded counts as one failed test. */
async function vitest(tier: 'unit' | 'browser'): Promise<void> {
  const report = join(tmpdir(), `dong-hanh-${tier}-${process.pid}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { output } = await runTool('vitest', ['run', '--project', tier, ...reporters]);
  const result = JSON.parse(await readFile(report, 'utf8').catch(() => 'null')) as VitestReport | null;
  await rm(report, { force: true });
  const unloaded = result?.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const bad = result ? result.numFailedTests + (unloaded?.length ?? 0) : 1;
  const good = result?.numPassedTests ?? 0;
  passed += good;
  if (!result) fail(`${tier} tests`, 'left no report');
  for (const { name, message, assertionResults } of result?.testResults ?? []) {
    const file = relative(process.cwd(), name);
    if (unloaded?.some((it) => it.name === name)) fail(file, message);
    for (const { status, fullName, failureMessages } of assertionResults)
      if (status === 'failed') fail(`${file} ${fullName}`, failureMessages[0]);
  }
  // A tier in which nothing ran has failed, however contented its runner is.
  failed += bad + Number(bad === 0 && good === 0);
  say(`${bad === 0 && good > 0 ? 'ok  ' : 'FAIL'} ${tier} tests: ${good} passed, ${bad} failed`);
  if (bad > 0 || good === 0) console.log(output);
}

say('Đồng hành: tests');
await check('types: wxt prepare', () => runTool('wxt', ['prepare']));
await check('format, lint, import boundaries: biome', () =>
  runTool('biome', ['ci', '--error-on-warnings', '.']),
);
await check('types: tsc', () => runTool('tsc', ['--noEmit']));
await check('types: tsc, practice portal', () => runTool('tsc', ['--noEmit', '-p', 'tests/portal/client']));
await check('unused code and packages: knip', () => runTool('knip', []));
await vitest('unit');
await checkBuild('chrome');
await checkBuild('firefox');
try {
  say(`Chromium: ${ensureChromium(say)}`);
  await vitest('browser');
} catch (error) {
  failed += 1;
  fail('browser tests', error instanceof Error ? error.message : String(error));
}
say('done');
for (const line of failures) console.log(line);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
