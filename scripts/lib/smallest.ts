import { minify } from 'terser';
import { minifySync } from 'vite';

/**
 * Properties that only the watcher's own rooms know (lib/fields/reading, lib/fields/tracking, lib/watch, lib/text): they
 * are given names of a letter or two, which saves a hundredth of the script. One that a message, a profile or the record
 * knows must not be among them, for which a test looks; nor one that the watcher asks the browser for.
 */
export const OWN_NAMES = `
  above act added afterOrders anchorOf answered answeredAt appearedAt around autofilled
  awaited behind changed changedSinceFocus chooser comeBack controlsOf counts discover entry
  even evidenceOf fieldsTold filled filledIn firstActAt firstOf flush given givenAt goesOn
  handled hasShadows inputTold isGone isServedBy judgeAnew judgement judges labelFor leave
  left lookForLogin lookForResult lookSeldom lookupKeyAt marks moved namedBy namesakes
  oldToasts openedAt ownerOf owns partsOf read reader rootOf seal setCorrections setRoad
  shadows soon stirred stood stopsAsleep strangersIn tellForm update valueAt waited wall
  wanted wasLeft
`
  .trim()
  .split(/\s+/);

/** What gzip packs best: much as it was written, and only simple functions put where they are called. */
const compress = {
  passes: 3,
  inline: 1,
  pure_getters: true,
  unsafe_arrows: true,
  unsafe_comps: true,
  comparisons: false,
} as const;
/** Nothing happens by asking for a property, to the builder's own minifier as well. */
const shorten = { target: 'es2020', treeshake: { propertyReadSideEffects: false } } as const;
const mangle = { properties: { builtins: true, regex: new RegExp(`^(?:${OWN_NAMES.join('|')})$`) } };

/** Letters beyond ASCII as escapes: a script that has none is kept and read by the browser at half the size. */
const inAscii = (code: string) =>
  code.replace(/[\u0080-\uffff]/g, (letter) => {
    const number = letter.charCodeAt(0).toString(16);
    return number.length > 2 ? `\\u${number.padStart(4, '0')}` : `\\x${number}`;
  });

/** WXT's words for a script that fails as it starts: it throws what it caught anew, and does nothing else in a build. */
const STARTED_BY_WXT = /const result = \(\(\) => \{[\s\S]*\}\)\(\);[\s\S]*/;

/**
 * Makes a bundle as small as can be, in place of the builder: a plugin of it. Terser writes less, and the builder's own
 * minifier finds shorter names for what is left.
 */
export const smallest = {
  name: 'smallest',
  config: () => ({
    build: {
      minify: false as const,
      // A selector that is used in many places is written once.
      rolldownOptions: { optimization: { inlineConst: false } },
    },
  }),
  transform(code: string, id: string) {
    if (!id.includes('virtual:wxt-unlisted-script')) return null;
    if (!STARTED_BY_WXT.test(code)) throw new Error('WXT starts its scripts in other words now');
    return code.replace(STARTED_BY_WXT, 'definition.main();');
  },
  async generateBundle(_: unknown, bundle: Record<string, { type: string; code?: string }>) {
    for (const [file, chunk] of Object.entries(bundle)) {
      if (chunk.code === undefined) continue;
      const { code = chunk.code } = await minify(chunk.code, { ecma: 2020, compress, mangle });
      chunk.code = inAscii(minifySync(file, code, { compress: shorten }).code);
    }
  },
};
