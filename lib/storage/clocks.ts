/**
 * By which clocks the documents of a road tell their times. A road has one even clock, the machine's as it went
 * when the road began; should that be set on the way, later documents go by the new time, which is taken back to the
 * road's.
 */
export interface Clocks {
  /** By how much each document's clock goes before the road's, ms: the same from its first word on. */
  shifts: Record<string, number>;
  /** By how much the machine's clock goes before the road's now; a new document goes by it. */
  shiftMs: number;
  /** By how much each document has seen the machine's clock set since its first word, in all. */
  noticed?: Record<string, number>;
}

/** Two documents measure one setting alike but for less than this. */
const SAME_MS = 1_000;

/** By how much a document's clock goes before the road's, ms. */
export function aheadOf({ shifts, shiftMs }: Clocks, document: string): number {
  return shifts[document] ?? shiftMs;
}

/** Remembers by which clock a document speaks. */
export function withDocument(clocks: Clocks, document: string): Pick<Clocks, 'shifts'> {
  return { shifts: { ...clocks.shifts, [document]: aheadOf(clocks, document) } };
}

/** The clocks of a road that begins where one with these went on: it goes by the machine's clock as that stands now. */
export function begunAnew({ shifts, shiftMs, noticed = {} }: Clocks): Required<Clocks> {
  const anew = Object.entries(shifts).map(([document, ms]) => [document, ms - shiftMs]);
  return { shifts: Object.fromEntries(anew), shiftMs: 0, noticed };
}

/** What is known of the clocks of these documents alone: a tab sees more of them every day. */
export function clocksOf(
  { shifts, noticed = {} }: Clocks,
  documents: readonly string[],
): Required<Omit<Clocks, 'shiftMs'>> {
  const known = (all: Record<string, number>) =>
    Object.fromEntries(Object.entries(all).filter(([document]) => documents.includes(document)));
  return { shifts: known(shifts), noticed: known(noticed) };
}

/**
 * A document tells that the machine's clock was set by so much. Each document of a road notices that by itself, at
 * once or when it next has something to tell: news is only what takes the machine's clock beyond where the road has it.
 */
export function notice(
  clocks: Clocks,
  document: string,
  shiftMs: number,
): Required<Omit<Clocks, 'shifts'>> & { news: number } {
  const inAll = (clocks.noticed?.[document] ?? 0) + shiftMs;
  const beyond = aheadOf(clocks, document) + inAll - clocks.shiftMs;
  // A document that was loaded between a setting and its telling counts from the wrong time.
  const within = Math.max(Math.min(shiftMs, 0), Math.min(beyond, Math.max(shiftMs, 0)));
  const news = Math.abs(within) < SAME_MS ? 0 : within;
  return { news, shiftMs: clocks.shiftMs + news, noticed: { ...clocks.noticed, [document]: inAll } };
}
