import type { Imported } from '../../components/dashboard/packs.tsx';
import { PACKS } from '../../lib/guide/index.ts';
import { parsePack } from '../../lib/packs/index.ts';
import { PROFILES } from '../../lib/portal/profiles/index.ts';
import { type Loaded, loadedGuides, loadedProfiles, MOST_PACK_BYTES } from '../../lib/storage/index.ts';

/** Whether the browser itself reads this as a selector. */
function isSelector(selector: string): boolean {
  try {
    document.createDocumentFragment().querySelector(selector);
    return true;
  } catch {
    return false;
  }
}

/**
 * Takes over what differs from the built-in: a file of all that is in use, with one thing mended, must not keep the rest
 * from what a later version of the extension knows better. Where the file says what is built in, that is used from then on.
 */
export async function importPack(file: File): Promise<Imported> {
  if (file.size > MOST_PACK_BYTES)
    return { refusals: [{ line: 1, at: '', reason: 'too-large', values: {} }] };
  const parsed = parsePack(await file.text(), isSelector);
  if ('refusals' in parsed) return parsed;
  return {
    rules: await take(loadedProfiles, parsed.profiles, PROFILES, ({ id }) => id),
    guides: await take(loadedGuides, parsed.guides, PACKS, ({ portal }) => portal),
  };
}

/** Takes those of one kind. Resolves to how many are now other than they were. */
async function take<Item>(
  loaded: Loaded<Item>,
  items: readonly Item[],
  builtIn: readonly Item[],
  nameOf: (item: Item) => string,
): Promise<number> {
  const before = (await loaded.all()).map(nameOf);
  const mended = items.filter((it) => !builtIn.some((known) => isSame(it, known)));
  const back = items.filter((it) => !mended.includes(it) && before.includes(nameOf(it)));
  if (mended.length > 0) await loaded.keep(mended);
  for (const it of back) await loaded.drop(nameOf(it));
  return mended.length + back.length;
}

/** Whether two pieces of data say the same, in whatever order of keys. */
function isSame(one: unknown, other: unknown): boolean {
  const inOrder = (_key: string, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder);
}
