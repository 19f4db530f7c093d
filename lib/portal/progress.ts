import type { ProgressState } from '../flow/index.ts';
import { fold } from '../text/index.ts';
import { saidBy } from './match.ts';
import type { ProgressRules } from './rules.ts';

/** One label of the page and the text that stands for it; where it heads a column, `row` is that of the text. */
export type Pair = readonly [label: string, value: string, row?: unknown];

/** What a look-up page says of one dossier. Times are epoch ms; null is what it does not say. */
export interface DossierProgress {
  /** The number as printed. It must not leave the frame. */
  number: string;
  receivedAt: number | null;
  dueAt: number | null;
  resultAt: number | null;
  state: ProgressState | null;
}

/**
 * Groups the page's pairs into dossiers: each begins with its number, or with the row that holds it in whatever column.
 * What stands before the first has none.
 */
export function dossiersIn(rules: ProgressRules, pairs: readonly Pair[]): DossierProgress[] {
  const found: DossierProgress[] = [];
  const means = ([label]: Pair, labels: readonly string[]) => isAmong(labels, label);
  let current: DossierProgress | undefined;
  for (const pair of pairs) {
    const [, value, row] = pair;
    const beside = row ? pairs.filter((it) => it[2] === row) : [pair];
    const number = beside.find((it) => means(it, rules.number))?.[1].trim();
    // Shown twice on one card it is still one dossier.
    if (number !== undefined && number !== current?.number) {
      current = number ? { number, receivedAt: null, dueAt: null, resultAt: null, state: null } : undefined;
      if (current) found.push(current);
    }
    if (!current) continue;
    if (means(pair, rules.received)) current.receivedAt ??= timeOf(value);
    else if (means(pair, rules.due)) current.dueAt ??= timeOf(value);
    else if (means(pair, rules.result)) current.resultAt ??= timeOf(value);
    else if (means(pair, rules.state)) current.state ??= saidBy(rules.states, value)?.state ?? null;
  }
  return found;
}

/** Whether words as they are written are one of the folded labels. */
export const isAmong = (labels: readonly string[], words: string): boolean =>
  labels.includes(fold(words).replace(/[\s:*]+$/, ''));

const DATE = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/;
const TIME = /(?<!\d)(\d{1,2})[:h](\d{2})(?::(\d{2}))?(?!\d)/;

/**
 * A day as Việt Nam writes it, with or without an hour, in Việt Nam's time; null where there is no such day, or none
 * that a report may tell: it would be refused with all that stands beside it.
 */
export function timeOf(text: string): number | null {
  const [, day = 0, month = 0, year = 0] = DATE.exec(text)?.map(Number) ?? [];
  const [, hours = 0, minutes = 0, seconds = 0] = TIME.exec(text)?.map((it) => Number(it ?? 0)) ?? [];
  const date = new Date(Date.UTC(year, month - 1, day, hours, minutes, seconds));
  const exists =
    date.getUTCDate() === day && date.getUTCMonth() === month - 1 && date.getUTCHours() === hours;
  return exists && year > 2020 && year < 2100 ? date.getTime() - 7 * 3_600_000 : null;
}
