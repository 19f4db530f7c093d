import {
  type Acknowledgement,
  type Fact,
  type Messages,
  type NumberedFact,
  OUTBOX_PREFIX,
  type Outbox,
  type Report,
  type RoadView,
} from '../messages/index.ts';
import { backoffMs } from './backoff.ts';

/** What the reporter needs of the browser; handed in so that it runs on a plain object in a test. */
export interface Wire {
  /** `undefined` where nobody answered: the worker died over it, or another page of ours alone heard it. */
  send(report: Report): Promise<Messages['report']['response'] | undefined>;
  /** Writes into the extension's own storage, which a frame reaches without a live worker. */
  put(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  /** The extension was updated or removed under the page: a normal end. */
  isGone(): boolean;
}

export interface Reporter {
  /** Queues a fact. It leaves soon; `now` sends at once and keeps a copy on disk until it is acknowledged. */
  tell(fact: Fact, when?: 'now'): void;
  /** The page may be going away: everything not acknowledged goes to disk and out. */
  flush(): void;
  /** Resolves once everything told so far is acknowledged, or could not be said at the first try. */
  settle(): Promise<void>;
}

const SOON_MS = 400;

/** One document's mouth: numbers facts, keeps them until they are acknowledged, tries again when the worker died. */
export function createReporter(
  { host, ...self }: Pick<Report, 'document' | 'arrival'> & Pick<Outbox, 'host'>,
  wire: Wire,
  onRoad: (road: RoadView | null) => void,
  abort: AbortController,
): Reporter {
  let queue: NumberedFact[] = [];
  let next = 1;
  let highestSent = 0;
  let urgent = false;
  let sending = false;
  let flight = Promise.resolve();
  let failures = 0;
  let tabId: number | null = null;
  let onDisk: { key: string; last: number }[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  abort.signal.addEventListener('abort', () => clearTimeout(timer));

  const report = (): Report => ({ name: 'report', ...self, facts: queue });

  const schedule = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void send(), ms);
  };

  function keepOnDisk() {
    if (tabId === null || queue.length === 0 || wire.isGone()) return;
    const last = next - 1;
    // A key of its own each time: the background may be emptying an earlier one at this very moment.
    const key = `${OUTBOX_PREFIX}${self.document}/${last}`;
    onDisk.push({ key, last });
    // A full disk is no reason to stop: the message itself is still under way.
    wire.put(key, { tabId, host, report: report() }).catch(() => {});
  }

  function send(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (!sending && queue.length > 0 && !abort.signal.aborted) flight = deliver();
    return flight;
  }

  async function deliver() {
    sending = true;
    urgent = false;
    highestSent = next - 1;
    try {
      const answer = await wire.send(report());
      failures = answer ? 0 : failures + 1;
      if (answer && 'acked' in answer) settle(answer);
      else if (answer) queue = [];
    } catch {
      if (wire.isGone()) return abort.abort();
      failures += 1;
    } finally {
      sending = false;
    }
    if (queue.length === 0) return;
    if (failures > 0) schedule(backoffMs(failures - 1));
    else schedule(urgent ? 0 : SOON_MS);
  }

  function settle(answer: Acknowledgement) {
    queue = queue.filter(({ n }) => n > answer.acked);
    tabId = answer.tabId;
    for (const { key } of onDisk.filter(({ last }) => last <= answer.acked)) wire.remove(key).catch(() => {});
    onDisk = onDisk.filter(({ last }) => last > answer.acked);
    onRoad(answer.road);
  }

  return {
    tell(fact, when) {
      if (abort.signal.aborted) return;
      // Of fields only the latest state counts. What was sent once must stay as it is: it may be written already.
      const last = queue.at(-1);
      if (
        fact.type === 'fields' &&
        last?.fact.type === 'fields' &&
        last.fact.form === fact.form &&
        last.n > highestSent
      ) {
        const latest = new Map([...last.fact.fields, ...fact.fields].map((field) => [field.key, field]));
        last.fact = { ...fact, fields: [...latest.values()] };
      } else queue.push({ n: next++, fact });
      if (when === 'now') {
        urgent = true;
        keepOnDisk();
        void send();
      } else if (timer === undefined && !sending) schedule(SOON_MS);
    },
    flush() {
      keepOnDisk();
      // A message under way may die with the page: what it carried goes out once more, the numbers tell.
      sending = false;
      void send();
    },
    async settle() {
      await flight;
      await send();
    },
  };
}
