import { z } from 'zod';
import { MILESTONES, PROGRESS_STATES, RESULT_METHODS } from '../flow/index.ts';
import type { PortalProfile } from '../portal/index.ts';
import { code, folded, hostName, ownIds, pattern, profileId, selectorOf, text } from './values.ts';

/**
 * The shape of a portal profile, for the build and for import. `isSelector` is the CSS parser at hand; where there is
 * none (a build in Node) every selector is taken, and the tests in a browser look at them.
 */
export function profileSchema(isSelector: (selector: string) => boolean): z.ZodType<PortalProfile> {
  const selector = selectorOf(isSelector);
  const id = code;
  const assumed = z.boolean().exactOptional();
  const phrases = z.array(folded).min(1).max(30);
  const control = z
    .strictObject({
      id,
      path: pattern.exactOptional(),
      selector: selector.exactOptional(),
      text: folded.exactOptional(),
      confirm: z.boolean().exactOptional(),
      assumed,
    })
    .refine((rule) => rule.selector !== undefined || rule.text !== undefined, 'unknowable');
  const controls = z.array(control).max(20);
  const step = z.strictObject({
    id,
    label: text.min(1),
    path: pattern.exactOptional(),
    nth: z.number().int().min(1).max(20).exactOptional(),
    shows: z
      .strictObject({ selector: selector.exactOptional(), text: folded.exactOptional() })
      .exactOptional(),
    milestone: z.enum(MILESTONES).exactOptional(),
    last: z.boolean().exactOptional(),
    assumed,
  });
  const result = z.strictObject({
    id,
    path: pattern.exactOptional(),
    phrases,
    unless: phrases.exactOptional(),
    alone: z.boolean().exactOptional(),
    numbered: z.boolean().exactOptional(),
    assumed,
  });
  const block = z.strictObject({ id, path: pattern, heading: folded, assumed });
  const pay = z.strictObject({ host: hostName, payment: z.enum(['portal', 'elsewhere']), assumed });
  const method = z.strictObject({ method: z.enum(RESULT_METHODS), phrase: folded, assumed });
  const state = z.strictObject({ state: z.enum(PROGRESS_STATES), phrase: folded });
  return z
    .strictObject({
      id: profileId,
      name: text.min(1),
      hosts: z.array(hostName).min(1).max(40),
      frames: z.array(hostName).max(10).exactOptional(),
      login: z.strictObject({
        hosts: z.array(z.string().max(100)).max(5),
        start: controls,
        done: controls,
        out: controls,
      }),
      steps: z.array(step).min(1).max(40),
      wizard: z.strictObject({ heads: selector, current: selector, assumed }).exactOptional(),
      procedures: z
        .array(
          z.strictObject({
            path: pattern,
            name: selector.exactOptional(),
            names: z.record(z.string().max(20), text).exactOptional(),
            code: pattern.exactOptional(),
            url: pattern.exactOptional(),
            assumed,
          }),
        )
        .max(5),
      agency: z.strictObject({ id, path: pattern, heading: folded, waiting: selector }).exactOptional(),
      opens: controls.exactOptional(),
      form: z.strictObject({
        id,
        path: pattern,
        error: selector.exactOptional(),
      }),
      documents: block.exactOptional(),
      uploads: z
        .strictObject({ row: selector.exactOptional(), done: phrases, failed: phrases, assumed })
        .exactOptional(),
      fee: block.extend({ free: pattern, onLongPage: z.literal(true).exactOptional() }).exactOptional(),
      payment: z.strictObject({ hosts: z.array(pay).max(20), start: controls }).exactOptional(),
      resultMethods: z.array(method).max(20),
      next: controls.exactOptional(),
      back: controls.exactOptional(),
      submit: controls.min(1),
      decoys: controls,
      invalid: z.strictObject({ id }),
      result: z.array(result).max(10),
      dossier: z.strictObject({ labels: phrases, number: pattern, assumed }).exactOptional(),
      toasts: z
        .strictObject({
          selector,
          success: z.strictObject({ id, phrases, unless: z.array(folded).max(30) }),
          failure: z.strictObject({ id, selector: selector.exactOptional(), phrases }),
          assumed,
        })
        .exactOptional(),
      busy: z
        .strictObject({ selector, words: z.strictObject({ selector, phrases }).exactOptional(), assumed })
        .exactOptional(),
      progress: z
        .strictObject({
          path: pattern,
          number: phrases,
          received: phrases,
          due: phrases,
          result: phrases,
          state: phrases,
          states: z.array(state).max(30),
          assumed,
        })
        .exactOptional(),
    })
    .superRefine(ownIds);
}
