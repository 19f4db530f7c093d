import { minify } from 'terser';

/**
 * Properties that only the watcher's own rooms know (lib/fields/reading, lib/fields/tracking, lib/watch, lib/text): they
 * are given names of a letter or two, which saves a hundredth of the script. One that a message, a profile, the record or
 * the browser knows must not be among them; a test looks.
 */
export const OWN_NAMES = `
  above afterOrders anchorOf answered answeredAt appearedAt around autofilled awaited behind better
  changedSinceFocus chooser comeBack controlsOf counts discover even evidenceOf fieldsTold filledIn
  firstActAt firstOf given givenAt goesOn handled hasShadows inputTold isCapital isGone isServedBy
  judgedLabel judgement judges labelFor leave leftAt leftWith look lookForResult lookupKeyAt markedAt
  namedBy namesakes oldToasts openedAt ownerOf owns partsOf reader rootOf roots setCorrections setRoad
  shadows stirred stopsAsleep strangersIn tellForm valueAt waited wall wanted widgetOf
`
  .trim()
  .split(/\s+/);

/** What gzip packs best: comparisons as they are written, and only simple functions put where they are called. */
const compress = { passes: 5, inline: 1, lhs_constants: false, unsafe_arrows: true } as const;
const mangle = { properties: { regex: new RegExp(`^(?:${OWN_NAMES.join('|')})$`) } };
/** Letters beyond ASCII as escapes: what has none is kept and read by the browser at half the size. */
const format = { ascii_only: true };

/** Makes a bundle smaller still than the builder does: a plugin of it. */
export const smallest = {
  name: 'smallest',
  async generateBundle(_: unknown, bundle: Record<string, { type: string; code?: string }>) {
    for (const chunk of Object.values(bundle))
      if (chunk.code !== undefined)
        chunk.code = (await minify(chunk.code, { ecma: 2020, compress, mangle, format })).code ?? chunk.code;
  },
};
