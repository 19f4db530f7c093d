import browser from 'webextension-polyfill';
import type { Asked, Judgement } from '../fields/index.ts';
import { type Judging, judging, Learnt } from '../fields/judging/index.ts';
import { evidenceOf } from '../guide/index.ts';
import type { Messages } from '../messages/index.ts';
import { judgeSchema } from '../messages/schema.ts';
import { type ByField, loadSettings, mayRecord, placeOf, rememberEvidence } from '../storage/index.ts';

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

/**
 * Judges a frame's fields by the vocabulary and what was learnt, which no page has to carry. Of it only the evidence is
 * remembered, for a reviewer, as long as the tab is open.
 */
export async function takeFields(
  message: unknown,
  tabId: number | undefined,
): Promise<Messages['judge']['response']> {
  const parsed = judgeSchema.safeParse(message);
  if (!parsed.success) return { refused: 'shape' };
  judges ??= learn();
  // What could not be read now may be read when the frame asks again.
  judges.catch(() => {
    judges = null;
  });
  const judgeAll = await judges;
  const judgements = judgeAll(parsed.data);
  // The frame does not wait for it, and an audit can do without.
  if (tabId !== undefined) keepEvidence(tabId, parsed.data, judgements).catch(() => {});
  return { judgements };
}

/** Only a reviewer is shown it. */
async function keepEvidence(tabId: number, asked: Asked, judgements: readonly Judgement[]): Promise<void> {
  const settings = await loadSettings();
  if (mayRecord(settings) && settings.role === 'reviewer')
    await rememberEvidence(tabId, evidenceByField(asked, judgements));
}

function evidenceByField({ trails, fields }: Asked, judgements: readonly Judgement[]): ByField {
  const found = fields.flatMap(({ label, name, trail: at }, place) => {
    const words = judgements[place]?.evidence;
    const trail = trails[at] ?? [];
    return words
      ? [[placeOf(name, trail.at(-1) ?? '', label), evidenceOf({ label, name, trail, words })] as const]
      : [];
  });
  return Object.fromEntries(found);
}
