import { type Asked, type AskedField, type Judgement, MOST_ASKED, type Verdict } from '../fields/index.ts';
import { alike } from './alike.ts';
import { backoffMs } from './backoff.ts';
import type { Answers, Entry } from './entry.ts';

/** Has fields judged; null where nobody answers now. */
export type Judges = (asked: Asked) => Promise<readonly Judgement[] | null>;

/** Who never answers is not waited for longer. */
const ANSWER_MS = 5_000;
/** So many fields before those in question are sent along at most: what a field is, those around it tell as well. */
const MOST_AROUND = 40;

/** What was read of a form and not judged yet. */
export interface Asking {
  add(entry: Entry): void;
  /** Has it judged, in page order; one question at a time. Of what came after `until` none is asked about yet. */
  ask(until?: number): void;
}

/**
 * Has the fields of a form judged by whoever has the vocabulary. `answersTo` says how
 * one is answered, `correctionOf` is a reviewer's word on a field, `judged`
 * is told which have their judgement now, `again` asks for a look: at what is new, or to ask again.
 */
export function createAsking(
  judges: Judges,
  answersTo: (entry: Entry) => Answers,
  correctionOf: (entry: Entry) => Verdict | undefined,
  judged: (entries: readonly Entry[]) => void,
  again: (ms: number, reason: string) => void,
): Asking {
  const waiting = new Set<Entry>();
  let askedAt: number | null = null;
  let failures = 0;

  /** Of fields that are sent along, as it was: what is in question is what costs. */
  function answersOf(entry: Entry): Answers {
    if (!entry.answered || waiting.has(entry)) entry.answered = alike(answersTo(entry));
    return entry.answered;
  }

  /** Takes the answer for a field as it was asked about; tells whether it still holds. */
  function take(entry: Entry, field?: AskedField, judgement?: Judgement): boolean {
    // A label that has changed meanwhile, and a word of a reviewer's, is asked about anew.
    if (!judgement || entry.label !== field?.label || correctionOf(entry) !== field.correction) return false;
    entry.judgement = alike(judgement);
    return waiting.delete(entry);
  }

  return {
    add(entry) {
      waiting.add(entry);
    },
    ask(until = Number.POSITIVE_INFINITY) {
      const now = performance.now();
      const standing = [...waiting].filter(({ found, appearedAt }) => found && appearedAt <= until);
      if (standing.length === 0 || (askedAt !== null && now - askedAt < ANSWER_MS)) return;
      askedAt = now;
      const inOrder = (all: Iterable<Entry>) => [...all].sort((a, b) => a.order - b.order);
      const wanted = new Set(inOrder(standing).slice(0, MOST_ASKED - MOST_AROUND));
      const batch = inOrder(withThoseBefore(wanted));
      const asked = askedOf(batch, answersOf, correctionOf);
      judges(asked).then((answer) => {
        askedAt = null;
        judged(
          batch.filter(
            (entry, place) => wanted.has(entry) && take(entry, asked.fields[place], answer?.[place]),
          ),
        );
        failures = answer ? 0 : failures + 1;
        if (answer) again(0, 'rest');
        else again(backoffMs(failures), 'judge');
      });
    },
  };
}

/** With some that stand before them on the page. */
function withThoseBefore(entries: ReadonlySet<Entry>): Set<Entry> {
  const all = new Set(entries);
  const most = entries.size + MOST_AROUND;
  for (const entry of entries)
    for (let it = entry.before; it && !all.has(it) && all.size < most; it = it.before) all.add(it);
  return all;
}

function askedOf(
  batch: readonly Entry[],
  answersTo: (entry: Entry) => Answers,
  correctionOf: (entry: Entry) => Verdict | undefined,
): Asked {
  const trails = [...new Set(batch.map(({ section }) => section.trail))];
  const places = new Map(batch.map((entry, place) => [entry, place]));
  const fields = batch.map((entry): AskedField => {
    const { name, label, section } = entry;
    const correction = correctionOf(entry);
    const before = entry.before?.section === section ? entry.before : null;
    return {
      label: label ?? '',
      name,
      ...answersTo(entry),
      trail: trails.indexOf(section.trail),
      before: before && (places.get(before) ?? before.judgement),
      ...(correction && { correction }),
    };
  });
  return { trails, fields };
}
