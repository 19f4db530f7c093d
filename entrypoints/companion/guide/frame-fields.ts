import type { FieldRecord } from '../../../lib/fields/index.ts';
import type { Language } from '../../../lib/i18n/index.ts';
import { askAudit } from '../audit-wire.ts';

/** A frame tells the background and not this page, so it is asked this often, and only while it is in sight. */
const ASK_MS = 1_000;

/** The fields of the declaration in frames of other hosts, as the background has them. */
export interface FrameFields {
  /** Asks as long as a frame of a declaration can be seen. */
  follow(inSight: boolean, language: Language): void;
  fields(): readonly FieldRecord[];
}

/** `portal` is the profile's id; `changed` is called after an answer that differs. Ends with the signal. */
export function makeFrameFields(portal: string, changed: () => void, signal: AbortSignal): FrameFields {
  let timer: ReturnType<typeof setInterval> | undefined;
  let fields: readonly FieldRecord[] = [];
  let asking = false;
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    fields = [];
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
    if (JSON.stringify(framed) === JSON.stringify(fields)) return;
    fields = framed;
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
  };
}
