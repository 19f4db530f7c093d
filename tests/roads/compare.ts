import type { Submission } from '../../lib/flow/submission.ts';
import type { Truth } from '../citizen/index.ts';
import type { WalkedLeg } from '../citizen/sites/road.ts';
import type { Entry } from '../portal/wire.ts';

/** One dossier of a road: who walked it, what is true of it, and the portal's log of it. */
export type Dossier = { leg: WalkedLeg; truth: Truth; log: readonly Entry[] };
/** How far the record was off, in ms; null where nothing was to be timed. One number for each milestone. */
export type Offsets = { elapsed: number | null; waiting: number | null; milestones: number[] };

/** At most this much, always; the share within {@link USUALLY_MS} is asked of the whole course. */
const AT_MOST_MS = 1_000;
/** How far elapsed times and milestones may be off at the 99th percentile, ms. */
export const USUALLY_MS = 250;
const WAITING_MS = 500;

/** Compares the submissions of a road with its dossiers, both in the order in which they began. */
export function compareRoad(dossiers: readonly Dossier[], recorded: readonly Submission[]) {
  const faults: string[] = [];
  const offsets: Offsets[] = [];
  if (recorded.length !== dossiers.length)
    faults.push(`submissions recorded: ${recorded.length} instead of ${dossiers.length}`);
  const inOrder = [...recorded].sort((a, b) => a.startedAt - b.startedAt);
  const wanted = [...dossiers].sort((a, b) => a.truth.startAt - b.truth.startAt);
  for (const [index, dossier] of wanted.entries()) {
    const it = inOrder[index];
    if (!it) continue;
    const name = wanted.length > 1 ? `dossier ${index + 1}: ` : '';
    const found: string[] = [];
    offsets.push(compareOne(dossier, it, found));
    faults.push(...found.map((fault) => name + fault));
  }
  return { faults, offsets };
}

function compareOne(dossier: Dossier, it: Submission, faults: string[]): Offsets {
  const { leg, truth } = dossier;
  const { system, plan } = leg.leg;
  const expect = (what: string, got: unknown, wanted: unknown) => {
    if (got !== wanted) faults.push(`${what}: ${got} instead of ${wanted}`);
  };
  expect('outcome', it.outcome, leg.walked.outcome);
  expect('startedBy', it.startedBy, truth.startedBy);
  expect('procedure', it.procedure.code, plan.procedure);
  expect('portals', it.portals.join(' '), system === 'national' ? 'national' : `national ${system}`);
  const invalid = dossier.log.filter(({ type }) => type === 'submit-invalid').length;
  expect('rejections', it.rejections, truth.rejections + invalid);
  expect('files given', it.uploads.files, truth.uploads.files);
  expect('uploads failed', it.uploads.failed ?? 0, truth.uploads.failed);
  // Where the portal showed no fee of its own the record may know it from elsewhere, and only here.
  if (system !== 'national' && truth.payment) expect('payment', it.payment, truth.payment);
  if (leg.walked.outcome !== 'abandoned')
    expect('result method', it.resultMethod, methodOf(plan.resultMethod));
  compareProcessing(dossier, it, faults);
  const off = (got: number | null, wanted: number | null) =>
    wanted === null ? null : (got ?? Number.NaN) - wanted;
  const offsets = {
    elapsed: off(it.elapsedMs, truth.elapsedMs),
    waiting: off(it.waitingMs, truth.waitingMs),
    milestones: compareMilestones(dossier, it, faults),
  };
  if (offsets.elapsed !== null && !(Math.abs(offsets.elapsed) <= AT_MOST_MS))
    faults.push(`elapsed is off by ${offsets.elapsed} ms`);
  if (offsets.waiting !== null && !(Math.abs(offsets.waiting) <= WAITING_MS))
    faults.push(`waiting is off by ${offsets.waiting} ms of ${truth.waitingMs}`);
  return offsets;
}

/** A later look at the dossier tells its dates; only the day stands on the page. */
function compareProcessing({ log }: Dossier, { processing }: Submission, faults: string[]): void {
  const seen = log.find((entry) => entry.type === 'looked-up' && entry.found);
  if (seen?.type !== 'looked-up') return;
  const pairs = [
    ['received', processing.receivedAt, seen.received],
    ['due', processing.dueAt, seen.due],
    ['result', processing.resultAt, seen.result],
  ] as const;
  for (const [what, got, wanted] of pairs) {
    const day =
      got === null ? 'nothing' : new Date(got).toLocaleDateString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' });
    if (day !== wanted) faults.push(`${what} on ${day} instead of ${wanted}`);
  }
}

/** Whether the right ones were seen, in the right order; resolves to how far each was off, ms. */
function compareMilestones({ leg, truth, log }: Dossier, it: Submission, faults: string[]): number[] {
  const firstOf = (type: Entry['type']) => log.find((entry) => entry.type === type)?.at;
  const seen: { name: string; from: number; at: number; got: number }[] = [];
  for (const { name, at } of truth.milestones) {
    // Where the portal itself sends a person to the login, nobody pressed a login button that could be seen.
    if (name === 'login-started' && leg.leg.plan.startedBy === 'login-on-demand') continue;
    const got = it.milestones[name]?.at;
    let from = at;
    if (name === 'submit-rejected') from = Math.min(at, firstOf('submit-invalid') ?? at);
    // Papers on a step of their own are opened with it; on a long page with the first act among them.
    if (name === 'documents-opened') from = Math.min(at, firstOf('documents-shown') ?? at);
    // Of several presses in one try it is the first; one that was taken back may not be told from one that was not.
    if (name === 'submit-clicked') from = firstClickOfTry(log, at);
    if (got === undefined) faults.push(`milestone ${name} is missing`);
    else seen.push({ name, from, at, got });
  }
  const known = new Set<string>(truth.milestones.map(({ name }) => name));
  if (firstOf('submit-invalid') !== undefined) known.add('submit-rejected');
  if (firstOf('documents-shown') !== undefined) known.add('documents-opened');
  for (const name of Object.keys(it.milestones))
    if (!known.has(name)) faults.push(`milestone ${name} is invented`);
  for (const one of seen)
    for (const later of seen)
      if (one.at < later.from && one.got > later.got) faults.push(`${later.name} comes before ${one.name}`);
  return seen.map(({ name, from, at, got }) => {
    const off = got < from ? got - from : Math.max(0, got - at);
    if (Math.abs(off) > AT_MOST_MS) faults.push(`milestone ${name} is off by ${off} ms`);
    return off;
  });
}

function firstClickOfTry(log: readonly Entry[], last: number): number {
  const refused = log.findLast(
    ({ type, at }) => (type === 'submit-rejected' || type === 'submit-invalid') && at < last,
  );
  const since = refused?.at ?? Number.NEGATIVE_INFINITY;
  return log.find(({ type, at }) => type === 'submit-clicked' && at > since)?.at ?? last;
}

function methodOf(label: string): string {
  if (label.includes('bưu điện')) return 'post';
  return label.includes('trên môi trường mạng') ? 'network' : 'counter';
}
