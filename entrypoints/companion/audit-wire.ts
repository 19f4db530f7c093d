import { type Correction, readCorrections } from '../../lib/fields/corrections.ts';
import type { Language } from '../../lib/i18n/index.ts';
import { type AuditAnswer, api, CORRECTIONS_KEY, type Messages } from '../../lib/messages/index.ts';

/** Asks the background for what the audit cannot see from its frame; null where it did not answer. */
export async function askAudit(language: Language): Promise<AuditAnswer | null> {
  const request: Messages['audit']['request'] = { name: 'audit', language };
  try {
    const answer: Messages['audit']['response'] | undefined = await api.runtime.sendMessage(request);
    return answer && 'words' in answer ? answer : null;
  } catch {
    // The worker was just being replaced; the next question will be heard.
    return null;
  }
}

/** Makes corrections and takes others back. Resolves to whether they were kept. */
export async function sendCorrections(add: Correction[], remove: Correction[]): Promise<boolean> {
  const places = remove.map(({ form, field }) => ({ form, field }));
  const request: Messages['correct']['request'] = { name: 'correct', add, remove: places };
  try {
    const answer: Messages['correct']['response'] | undefined = await api.runtime.sendMessage(request);
    return answer !== undefined && 'corrections' in answer;
  } catch {
    return false;
  }
}

/** The corrections as stored now; none where the storage cannot be read. */
export async function readCorrectionsNow(): Promise<Correction[]> {
  try {
    return readCorrections((await api.storage.local.get(CORRECTIONS_KEY))[CORRECTIONS_KEY]);
  } catch {
    return [];
  }
}

/** Calls `listener` with all corrections after each change; ends with the signal. */
export function onCorrections(listener: (all: Correction[]) => void, signal: AbortSignal): void {
  const heard = (changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[CORRECTIONS_KEY];
    if (change) listener(readCorrections(change.newValue));
  };
  api.storage.local.onChanged.addListener(heard);
  signal.addEventListener('abort', () => {
    // The API of an extension that was updated meanwhile throws at every touch.
    try {
      api.storage.local.onChanged.removeListener(heard);
    } catch {}
  });
}
