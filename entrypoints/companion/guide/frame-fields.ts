import type { FieldRecord } from '../../../lib/fields/index.ts';
import type { Language } from '../../../lib/i18n/index.ts';
import { askAudit } from '../audit-wire.ts';

/** A frame tells the background and not this page, so it is asked this often, and only while it is in sight. */
const ASK_MS = 1_000;
/** What the account fills may still be on its way for so long after a field was first told of (design, "Fill state"). */
const ON_LOAD_MS = 5_000;

/** The fields of the declaration in frames of other hosts, as the background has them. */
export interface FrameFields {
  /** Asks as long as a frame of a declaration can be seen. */
  follow(inSight: boolean, language: Language): void;
  fields(): readonly FieldRecord[];
  /** How many of them should have been filled and were not. */
  flagged(): number;
}

/** `portal` is the profile's id; `changed` is called after an answer that differs. Ends with the signal. */
export function makeFrameFields(portal: string, changed: () => void, signal: AbortSignal): FrameFields {
  let timer: ReturnType<typeof setInterval> | undefined;
  let fields: readonly FieldRecord[] = [];
  let asking = false;
  const since = new Map<string, number>();
  let count = 0;
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    fields = [];
    count = 0;
    since.clear();
  };
  signal.addEventListener('abort', stop);

  async function ask(language: Language): Promise<void> {
    if (asking || document.hidden) return;
    asking = true;
    const answer = await askAudit(language);
    asking = false;
    if (!answer || timer === undefined) return;
    const framed = answer.fields
      .filter(({ key }) => key.startsWith(`${portal}.`))
      .sort((one, other) => one.order - other.order);
    const now = performance.now();
    for (const { key } of framed) since.set(key, since.get(key) ?? now);
    const young = (key: string) => now - (since.get(key) ?? now) < ON_LOAD_MS;
    const flagged = framed.filter(({ key, visible, flags, expectation, state }) => {
      const waits = expectation === 'on-load' && state === 'empty' && young(key);
      return visible && flags.includes('should-have-been-filled') && !waits;
    }).length;
    if (flagged === count && JSON.stringify(framed) === JSON.stringify(fields)) return;
    fields = framed;
    count = flagged;
    changed();
  }

  return {
    follow(inSight, language) {
      if (inSight === (timer !== undefined) || signal.aborted) return;
      if (!inSight) return stop();
      timer = setInterval(() => void ask(language), ASK_MS);
      void ask(language);
    },
    fields: () => fields,
    flagged: () => count,
  };
}
