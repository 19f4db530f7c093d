import { z } from 'zod';
import { MILESTONES, OUTCOMES } from '../flow/index.ts';
import { type GuidePack, namesIn, PROFILES_OWN, STAGES } from '../guide/index.ts';
import vi from '../i18n/messages/vi/guide.json' with { type: 'json' };
import { folded, pattern, profileId, selectorOf, text } from './values.ts';

const PLACES = new Set<string>(['field', 'row', 'method', ...PROFILES_OWN]);

/** Old people read it, some aloud: a longer Vietnamese sentence is not understood at once. */
const MOST_WORDS = 15;
const isShort = (it: string) =>
  it.split(/[.!?:;](?:\s|$)/).every((part) => part.trim().split(/\s+/).length < MOST_WORDS);

/** The shape of a guidance pack: every sentence exists, every control is described, and something always holds. */
export function guideSchema(isSelector: (selector: string) => boolean): z.ZodType<GuidePack> {
  const key = z.string().refine((it) => Object.hasOwn(vi, it), 'no-message') as z.ZodType<keyof typeof vi>;
  const own = z.strictObject({ vi: text.min(1).refine(isShort, 'long-sentence'), en: text.min(1) });
  const sentence = z.union([key, own]);
  const name = z.string().regex(/^[a-z-]{2,20}$/, 'name');
  const control = z
    .strictObject({
      path: pattern.exactOptional(),
      selector: selectorOf(isSelector).exactOptional(),
      text: folded.exactOptional(),
      under: folded.exactOptional(),
      empty: z.boolean().exactOptional(),
      assumed: z.boolean().exactOptional(),
    })
    .refine((it) => it.selector !== undefined || it.text !== undefined, 'unknowable');
  const milestones = z.array(z.enum(MILESTONES)).max(10);
  const flag = z.boolean().exactOptional();
  const when = z.strictObject({
    steps: z.array(z.string().max(80).nullable()).max(20).exactOptional(),
    outcome: z.enum(OUTCOMES).exactOptional(),
    passed: milestones.exactOptional(),
    notYet: milestones.exactOptional(),
    loggedIn: flag,
    rejected: flag,
    waits: flag,
    settling: flag,
    form: flag,
    blanks: flag,
    rows: flag,
    method: flag,
    sees: name.exactOptional(),
    off: name.exactOptional(),
  });
  const rule = z.strictObject({
    when,
    stage: z.enum(STAGES).nullable(),
    now: sentence,
    next: sentence.nullable(),
    often: sentence.exactOptional(),
    where: name.exactOptional(),
    fleeting: flag,
  });
  return z
    .strictObject({
      portal: profileId,
      controls: z.record(name, z.array(control).min(1).max(10)),
      rules: z.array(rule).min(1).max(80),
    })
    .superRefine((pack, context) => {
      for (const [index, rule] of pack.rules.entries())
        for (const it of namesIn([rule]))
          if (!PLACES.has(it) && !Object.hasOwn(pack.controls, it))
            context.addIssue({ code: 'custom', message: 'no-control', path: ['rules', index] });
      const last = pack.rules.length - 1;
      if (Object.keys(pack.rules[last]?.when ?? {}).length > 0)
        context.addIssue({ code: 'custom', message: 'not-always', path: ['rules', last, 'when'] });
    });
}
