import { z } from 'zod';
import type { Correction } from '../fields/index.ts';
import { correctionSchema, MOST_CORRECTIONS } from '../messages/schema.ts';

/** Why a file is no pack of corrections; `at` is the number of the faulty correction, from 1. */
export interface PackFault {
  /** `rules`: it is a file of the portals' rules or guidance, which is loaded elsewhere. */
  reason: 'json' | 'format' | 'rules' | 'version' | 'empty' | 'too-many' | 'extra' | 'entry' | 'too-large';
  at?: number;
}

/** No pack is larger, of corrections, of rules or of guidance; a larger file is not even read. */
export const MOST_PACK_BYTES = 2_000_000;

const packSchema = z.strictObject({
  format: z.literal('dong-hanh-pack'),
  version: z.literal(1),
  corrections: z.array(correctionSchema).min(1).max(MOST_CORRECTIONS),
});

/** Corrections as a file for another machine: our words and the page's own names of fields, nothing else. */
export function packText(corrections: readonly Correction[]): string {
  return `${JSON.stringify({ format: 'dong-hanh-pack', version: 1, corrections }, null, 1)}\n`;
}

/** Reads such a file. One fault refuses the whole of it: half a pack would be taken for a whole one. */
export function readPack(text: string): { corrections: Correction[] } | { fault: PackFault } {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { fault: { reason: 'json' } };
  }
  const parsed = packSchema.safeParse(raw);
  if (parsed.success) return { corrections: parsed.data.corrections };
  return { fault: holdsRules(raw) ? { reason: 'rules' } : faultOf(parsed.error.issues) };
}

const holdsRules = (raw: unknown) =>
  typeof raw === 'object' &&
  raw !== null &&
  !('corrections' in raw) &&
  ('profiles' in raw || 'guides' in raw);

function faultOf(issues: readonly z.core.$ZodIssue[]): PackFault {
  const of = (key: string) => issues.find(({ path }) => path[0] === key);
  if (of('format') || issues.some(({ path, code }) => path.length === 0 && code === 'invalid_type'))
    return { reason: 'format' };
  if (of('version')) return { reason: 'version' };
  const listed = of('corrections');
  const at = listed?.path[1];
  if (typeof at === 'number') return { reason: 'entry', at: at + 1 };
  if (listed) return { reason: listed.code === 'too_big' ? 'too-many' : 'empty' };
  return { reason: 'extra' };
}
