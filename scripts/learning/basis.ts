import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** What weights are learnt from: labelled forms, and the rules that read them. */
const FOLDERS = [
  'lib/fields/judging',
  'tests/eval/declarations/tuning',
  'tests/eval/sheets',
  'tests/portal/declarations',
];
/** Written from the weights on, or by them. */
const NOT_READ = ['learnt.ts', 'network.ts', 'tensors.ts', 'judge.ts', 'index.ts', 'asked.ts', 'flags.ts'];

/** A short sum of all that weights are learnt from: where it differs from the weights' own, they are to be learnt anew. */
export async function basisOfWeights(): Promise<string> {
  const sum = createHash('sha256');
  for (const folder of FOLDERS)
    for (const file of (await readdir(join(root, folder))).sort())
      if (!NOT_READ.includes(file)) sum.update(`${file}\n`).update(await readFile(join(root, folder, file)));
  return sum.digest('hex').slice(0, 16);
}
