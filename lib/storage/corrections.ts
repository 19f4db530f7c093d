import browser from 'webextension-polyfill';
import { type Correction, type CorrectionPlace, changed, readCorrections } from '../fields/index.ts';
import { CORRECTIONS_KEY } from '../messages/index.ts';
import { MOST_CORRECTIONS } from '../messages/schema.ts';

/** A reviewer's corrections, the newest last. */
export async function loadCorrections(): Promise<Correction[]> {
  const { [CORRECTIONS_KEY]: raw } = await browser.storage.local.get(CORRECTIONS_KEY);
  return readCorrections(raw);
}

/**
 * Background only. Makes and takes back corrections; resolves to all that then hold, or to null when they would be
 * too many, and then nothing changes. Rejects when the browser cannot write.
 */
export function saveCorrections(change: {
  add: readonly Correction[];
  remove: readonly CorrectionPlace[];
}): Promise<Correction[] | null> {
  // Two tabs may correct at the same moment: neither may lose what the other made.
  return navigator.locks.request(CORRECTIONS_KEY, async () => {
    const corrections = changed(atHome(await loadCorrections()), {
      ...change,
      add: atHome(change.add),
    });
    if (corrections.length > MOST_CORRECTIONS) return null;
    await browser.storage.local.set({ [CORRECTIONS_KEY]: corrections });
    return corrections;
  });
}

/**
 * Background only. An earlier version kept corrections of a frame's fields under the number of the frame, where nobody
 * looks for them: they go to the form that they are about.
 */
export async function bringCorrectionsHome(): Promise<void> {
  if ((await loadCorrections()).some(isAstray)) await saveCorrections({ add: [], remove: [] });
}

/** Such as `justice.1/1.001193`, which is to be `justice/1.001193`; no profile has a dot in its name. */
const FRAME = /^([a-z0-9-]+)\.\d+\//;
const isAstray = ({ form }: Correction) => FRAME.test(form);

/** All of them under the names of their forms; what was made meanwhile under such a name is the later word. */
function atHome(all: readonly Correction[]): Correction[] {
  const astray = all.filter(isAstray).map((it) => ({ ...it, form: it.form.replace(FRAME, '$1/') }));
  const others = all.filter((it) => !isAstray(it));
  return [astray, others].reduce((known, add) => changed(known, { add, remove: [] }), []);
}

/** Calls back after every change, from whichever page it came. Returns the way to stop. */
export function onCorrections(listener: () => void): () => void {
  const heard = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && CORRECTIONS_KEY in changes) listener();
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}
