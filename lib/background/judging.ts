import { type Judging, judging, Learnt } from '../fields/judging/index.ts';
import learnt from '../fields/judging/learnt.safetensors?url&inline';
import type { Messages } from '../messages/index.ts';
import { judgeSchema } from '../messages/schema.ts';

/** Unpacked when it is first asked for: a worker that only writes a time down is to start without it. */
let judgeAll: Judging | null = null;

/** The bytes of a data address. It is not fetched: no page or worker of ours may ask anyone for anything. */
function bytesOf(address: string): ArrayBuffer {
  const letters = atob(address.slice(address.indexOf(',') + 1));
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at);
  return bytes.buffer;
}

/** Judges a frame's fields by the vocabulary and what was learnt, which no page has to carry. Nothing of it is kept. */
export async function takeFields(message: unknown): Promise<Messages['judge']['response']> {
  const parsed = judgeSchema.safeParse(message);
  if (!parsed.success) return { refused: 'shape' };
  judgeAll ??= judging(new Learnt(bytesOf(learnt)));
  return { judgements: judgeAll(parsed.data) };
}
