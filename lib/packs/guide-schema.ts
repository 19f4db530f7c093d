import { z } from 'zod';
import { MILESTONES, OUTCOMES } from '../flow/index.ts';
import { type GuidePack, namesIn, PROFILES_OWN, STAGES } from '../guide/index.ts';
import vi from '../i18n/messages/vi/guide.json' with { type: 'json' };
import { folded, pattern, selectorOf } from './values.ts';

const PLACES = new Set<string>(['field', 'row', 'method', ...PROFILES_OWN]);

/** The shape of a guidance pack: every sentence exists, every control is described, and something always holds. */
export function guideSchema(isSelector: (selector: string) => boolean): z.ZodType<GuidePack> {
  const key = z.string().refine((it) => it in vi, 'no such message') as z.ZodType<keyof typeof vi>;
  const name = z.string().regex(/^[a-z-]{2,20}$/);
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
    now: key,
    next: key.nullable(),
    often: key.exactOptional(),
    where: name.exactOptional(),
    fleeting: flag,
  });
  return z
    .strictObject({
      portal: z.string().min(2),
      controls: z.record(name, z.array(control).min(1).max(10)),
      rules: z.array(rule).min(1).max(80),
    })
    .superRefine((pack, context) => {
      for (const it of namesIn(pack))
        if (!PLACES.has(it) && !(it in pack.controls))
          context.addIssue({ code: 'custom', message: `no control is called ${it}` });
      if (Object.keys(pack.rules.at(-1)?.when ?? { never: true }).length > 0)
        context.addIssue({ code: 'custom', message: 'the last rule must always hold' });
    });
}
