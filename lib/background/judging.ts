import browser from 'webextension-polyfill';
import { type Judging, judging, Learnt } from '../fields/judging/index.ts';
import type { Messages } from '../messages/index.ts';
import { judgeSchema } from '../messages/schema.ts';

/**
 * Read when it is first asked for: a worker that only writes a time down is to start without it, and as a part of the
 * script it would cost every start more than all the rest.
 */
let judges: Promise<Judging> | null = null;

/** What was learnt lies beside the script, in the extension's own package: our policy lets nothing outside be fetched. */
async function learn(): Promise<Judging> {
  const file = await fetch(browser.runtime.getURL('/learnt.safetensors'));
  return judging(new Learnt(await file.arrayBuffer()));
}

/** Judges a frame's fields by the vocabulary and what was learnt, which no page has to carry. Nothing of it is kept. */
export async function takeFields(message: unknown): Promise<Messages['judge']['response']> {
  const parsed = judgeSchema.safeParse(message);
  if (!parsed.success) return { refused: 'shape' };
  judges ??= learn();
  // What could not be read now may be read when the frame asks again.
  judges.catch(() => {
    judges = null;
  });
  const judgeAll = await judges;
  return { judgements: judgeAll(parsed.data) };
}
