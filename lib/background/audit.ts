import en from '../i18n/messages/en/common.json' with { type: 'json' };
import vi from '../i18n/messages/vi/common.json' with { type: 'json' };
import type { Messages } from '../messages/index.ts';
import { auditSchema } from '../messages/schema.ts';
import { evidenceFor, evidenceIn, fieldsInTab, loadSettings, mayRecord } from '../storage/index.ts';
import { session } from './session.ts';

const NAMED = /^(?:kind|subject|expectation|state)_/;

/**
 * What the audit on a page needs: the stored fields of the submission under way in its tab, why they are judged so, and
 * words for them.
 */
export async function tellAudit(
  message: unknown,
  tabId: number | undefined,
): Promise<Messages['audit']['response']> {
  const parsed = auditSchema.safeParse(message);
  if (!parsed.success) return { refused: 'shape' };
  if (!mayRecord(await loadSettings())) return { refused: 'consent' };
  const all: Record<string, string> = parsed.data.language === 'en' ? en : vi;
  const fields = tabId === undefined ? [] : await fieldsInTab(tabId, (await session()).id);
  const known = tabId === undefined ? {} : await evidenceIn(tabId);
  return {
    fields,
    evidence: Object.fromEntries(fields.map((it) => [it.key, evidenceFor(known, it) ?? null])),
    words: Object.fromEntries(Object.entries(all).filter(([key]) => NAMED.test(key))),
  };
}
