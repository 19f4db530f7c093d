import type { Browser, Page } from 'playwright-core';

/** Scripts of contenders, by the names of their files: our two, a plain extension's, and the recorder. */
const SCRIPTS = ['watcher', 'companion', 'content', 'recorder'] as const;
type Script = (typeof SCRIPTS)[number];

/**
 * Main-thread time of a contender's scripts, ms of CPU: each, all of them, and the most in one task, also by the clock.
 * `layout` is what laying out the page took, whoever asked for it: alike for everyone, so it tells how fast the machine
 * was just then.
 */
export type Own = Record<Script | 'own' | 'longest' | 'longestWall' | 'layout', number>;

/** A trace under way. */
export type Trace = {
  /** Says that all since the last mark was this part. */
  mark(part: string): Promise<void>;
  /** Ends the trace and tells what was the contender's own doing in each part. */
  end(): Promise<Record<string, Own>>;
};

type Chunk = {
  cpuProfile?: {
    nodes?: { id: number; parent?: number; callFrame: { url?: string } }[];
    samples?: number[];
  };
  timeDeltas?: number[];
};
/** An event of Chromium's trace; times in µs. `tdur` is CPU time. */
type Event = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  id?: string;
  args: { data?: Chunk & { url?: string; startTime?: number; message?: string }; fileName?: string };
};
type Span = { from: number; to: number };

const CALLS = ['-*', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];
const PROFILER = 'disabled-by-default-v8.cpu_profiler';
/** How the trace calls working out styles and places. */
const LAYOUT = ['UpdateLayoutTree', 'Layout'];
const NOTHING: Own = {
  watcher: 0,
  companion: 0,
  content: 0,
  recorder: 0,
  own: 0,
  longest: 0,
  longestWall: 0,
  layout: 0,
};
/** The profiler looks every 200 µs; a longer gap after a sample is not that sample's doing. */
const MOST_PER_SAMPLE = 400;

/**
 * Starts Chromium's tracing. With its profiler it also finds what runs after an `await`, but everything takes nearly
 * twice as long, and it is to be started before the page is loaded: a profiler that starts later first goes through all
 * code there is, at the cost of whichever function happens to run next.
 */
export async function startTrace(browser: Browser, page: Page, withProfiler: boolean): Promise<Trace> {
  await browser.startTracing(page, { categories: withProfiler ? [...CALLS, PROFILER] : CALLS });
  return {
    mark: (part) => page.evaluate((name) => console.timeStamp(name), part),
    async end() {
      const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: Event[] };
      return ownOf(trace.traceEvents);
    },
  };
}

/**
 * Adds up, task by task, what the contender's scripts in the page took: their calls, evaluations and compilations as
 * the trace has them, and the profiler's samples for what runs after an `await`, which the trace does not name.
 */
function ownOf(events: readonly Event[]): Record<string, Own> {
  const parts: Record<string, Own> = {};
  // They run nowhere else, so they also tell which process is the page's.
  const home = events.find((event) => scriptOf(urlOf(event)) !== null);
  if (!home) return parts;
  const here = events.filter(({ pid }) => pid === home.pid).sort((a, b) => a.ts - b.ts);
  const marks = here.filter(({ name }) => name === 'TimeStamp');
  const spans = SCRIPTS.map((script) => joined([...named(here, script), ...sampled(here, script)]));
  for (const { name, tid, ts, dur = 0, tdur = dur } of here) {
    const part = marks.find((mark) => mark.ts > ts)?.args.data?.message;
    if (tid !== home.tid || dur === 0 || !part) continue;
    const own = parts[part] ?? { ...NOTHING };
    parts[part] = own;
    if (LAYOUT.includes(name)) own.layout += tdur / 1_000;
    if (name !== 'RunTask') continue;
    // What of the task's time was spent waiting for a processor is nobody's doing.
    const onCpu = Math.min(1, tdur / dur);
    const taken = spans.map((some) => takeWithin(some, ts, ts + dur) / 1_000);
    const task = taken.reduce((sum, ms) => sum + ms, 0);
    for (const [index, script] of SCRIPTS.entries()) own[script] += (taken[index] ?? 0) * onCpu;
    own.own += task * onCpu;
    own.longest = Math.max(own.longest, task * onCpu);
    own.longestWall = Math.max(own.longestWall, task);
  }
  return parts;
}

const urlOf = ({ args }: Event) => args.data?.url ?? args.fileName ?? '';
const scriptOf = (url: string) => {
  const name = /^(?:chrome-extension|bench):.*\/(\w+)\.js$/.exec(url)?.[1];
  return SCRIPTS.find((script) => script === name) ?? null;
};

function named(events: readonly Event[], script: Script): Span[] {
  const ours = events.filter((event) => event.ph === 'X' && scriptOf(urlOf(event)) === script);
  return ours.map(({ ts, dur = 0 }) => ({ from: ts, to: ts + dur }));
}

/** Stretches in which the profiler found a function of the script anywhere on the stack. */
function sampled(events: readonly Event[], script: Script): Span[] {
  const at = new Map<string, number>();
  const ours = new Set<string>();
  const spans: Span[] = [];
  for (const { name, id = '', args } of events) {
    if (name === 'Profile') at.set(id, args.data?.startTime ?? 0);
    let time = at.get(id);
    if (name !== 'ProfileChunk' || time === undefined) continue;
    const { cpuProfile, timeDeltas = [] } = args.data ?? {};
    for (const node of cpuProfile?.nodes ?? []) {
      const isOurs = scriptOf(node.callFrame.url ?? '') === script || ours.has(`${id}/${node.parent}`);
      if (isOurs) ours.add(`${id}/${node.id}`);
    }
    for (const [index, node] of (cpuProfile?.samples ?? []).entries()) {
      time += timeDeltas[index] ?? 0;
      const lasts = Math.max(0, Math.min(MOST_PER_SAMPLE, timeDeltas[index + 1] ?? 200));
      if (ours.has(`${id}/${node}`)) spans.push({ from: time, to: time + lasts });
    }
    at.set(id, time);
  }
  return spans;
}

/** The same time as spans that do not overlap, in order. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else result.push({ ...span });
  }
  return result;
}

/** How much of the stretch the spans cover. Asked for stretches in order: spans that lie before one are dropped. */
function takeWithin(spans: Span[], from: number, to: number): number {
  while (spans[0] && spans[0].to <= from) spans.shift();
  let sum = 0;
  for (const span of spans) {
    if (span.from >= to) break;
    sum += Math.min(to, span.to) - Math.max(from, span.from);
  }
  return sum;
}
