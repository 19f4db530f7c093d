import { type FieldRecord, findingsOf } from '../fields/index.ts';
import { asItCounts, isOver, type StartedBy, type Submission } from '../flow/index.ts';
import type { Counts } from '../metrics/index.ts';
import { database, type LiveRoad, ofSubmission } from './database.ts';
import { deviceName } from './device.ts';
import { ROAD_KEYS, type Tx } from './roads.ts';
import type { Erased, ExportFile } from './schema.ts';

/** A submission under way, as the popup shows it. */
export interface Running {
  submissionId: string;
  /** By the machine's clock as it goes now, epoch ms: what has passed since is the time under way. */
  startedAt: number;
  startedBy: StartedBy;
  procedure: { code: string; name: string };
  /** The present step: the profile's id for it and its Vietnamese name; null before the first one. */
  step: { id: string; label: string } | null;
  /** Visible fields that carry the flag of what should have been filled, as the report and the page count them. */
  flagged: number;
}

/** All submissions, newest first. */
export async function listSubmissions(): Promise<Submission[]> {
  const db = await database();
  return named((await db.getAllFromIndex('submissions', 'startedAt')).map(asItCounts)).reverse();
}

/** A portal that tells a procedure's code alone leaves its name to be known from other dossiers of it; the latest counts. */
function named(submissions: readonly Submission[]): Submission[] {
  const names = new Map(
    submissions.flatMap(({ procedure: { code, name } }) => (name ? [[code, name] as const] : [])),
  );
  return submissions.map((it) => {
    const { code, name } = it.procedure;
    return { ...it, procedure: { code, name: name || (code && names.get(code)) || '' } };
  });
}

/** The fields of one submission in the order of the form. */
export async function fieldsOf(submissionId: string): Promise<FieldRecord[]> {
  const db = await database();
  return (await db.getAll('fields', ofSubmission(submissionId))).sort((a, b) => a.order - b.order);
}

/**
 * The fields of the form under way in one tab of this run of the browser, in its order; empty where there is none. The
 * tab may be one that a page of the road opened.
 */
export async function fieldsInTab(tabId: number, session: string): Promise<FieldRecord[]> {
  const roads = await roadsUnderWay();
  const here = roads.find((it) => it.session === session && it.tabs.includes(tabId));
  return here ? fieldsOf(here.road.submission.id) : [];
}

async function roadsUnderWay(): Promise<LiveRoad[]> {
  const db = await database();
  const found = await db.getAll('meta', ROAD_KEYS);
  return found
    .flatMap(({ value }): LiveRoad[] => ('road' in value ? [value] : []))
    .filter(({ road }) => !isOver(road));
}

/** Submissions whose clock runs: a declaration is open, or a login was completed on the way to one. */
export async function runningSubmissions(): Promise<Running[]> {
  const under = (await roadsUnderWay()).filter(
    ({ road }) => road.declared || road.submission.milestones['login-completed'],
  );
  const running = await Promise.all(
    under.map(async ({ road: { submission }, shiftMs }) => ({
      submissionId: submission.id,
      startedAt: submission.startedAt + shiftMs,
      startedBy: submission.startedBy,
      procedure: submission.procedure,
      step: stepOf(submission.steps),
      flagged: await flaggedIn(submission.id),
    })),
  );
  return running.sort((a, b) => b.startedAt - a.startedAt);
}

/** The sums of a submission do not tell it: what the browser filled is by hand there, and no finding. */
async function flaggedIn(submissionId: string): Promise<number> {
  const fields = await fieldsOf(submissionId);
  return fields.filter((field) => findingsOf(field).includes('should-have-been-filled')).length;
}

function stepOf(steps: Submission['steps']): Running['step'] {
  const last = steps.at(-1);
  return last ? { id: last.id, label: last.label } : null;
}

/** How much there is, without reading it. */
export async function counts(): Promise<Counts> {
  const db = await database();
  const [submissions, fields, days, others] = await Promise.all([
    db.count('submissions'),
    db.count('fields'),
    db.getAllKeys('days'),
    db.getAllKeys('meta'),
  ]);
  return counted(
    submissions,
    fields,
    days.map(([day]) => day),
    others,
  );
}

/** How much there is of these records. */
export function countsOf({ submissions, fields, days, meta }: Erased): Counts {
  return counted(
    submissions.length,
    fields.length,
    days.map(({ day }) => day),
    meta.map(({ key }) => key),
  );
}

function counted(
  submissions: number,
  fields: number,
  days: readonly string[],
  others: readonly string[],
): Counts {
  const of = (kind: string) => others.filter((key) => key.startsWith(`${kind}/`)).length;
  return {
    submissions,
    fields,
    days: new Set(days).size,
    notes: of('note'),
    rounds: of('round'),
    health: of('health'),
  };
}

/** Whether people wrote notes or named rounds, which a file of exchange has too. */
export async function hasWritten(): Promise<boolean> {
  const keys = await (await database()).getAllKeys('meta');
  return keys.some((key) => key.startsWith('note/') || key.startsWith('round/'));
}

/** Whether there is anything of it, told without counting fields. */
export async function hasRecords(): Promise<boolean> {
  const db = await database();
  const [submissions, others] = await Promise.all([db.count('submissions'), db.getAllKeys('meta')]);
  return submissions > 0 || others.some((key) => !key.startsWith('road/'));
}

/** Everything there is, roads under way included, so that undoing a deletion brings all of it back. */
export async function readAll(tx: Tx): Promise<Erased> {
  const [submissions, events, fields, days, meta] = await Promise.all([
    tx.objectStore('submissions').getAll(),
    tx.objectStore('events').getAll(),
    tx.objectStore('fields').getAll(),
    tx.objectStore('days').getAll(),
    tx.objectStore('meta').getAll(),
  ]);
  return { submissions, events, fields, days, meta };
}

/** The file of exchange. Marks of dossiers stay here: they mean nothing without this machine's key. */
export async function exportFile(): Promise<ExportFile> {
  // Without the events: they are most of what there is, and stay here.
  const tx = (await database()).transaction(['submissions', 'fields', 'days', 'meta']);
  const [submissions, fields, days, meta] = await Promise.all([
    tx.objectStore('submissions').getAll(),
    tx.objectStore('fields').getAll(),
    tx.objectStore('days').getAll(),
    tx.objectStore('meta').getAll(),
  ]);
  const rounds = meta.flatMap(({ value }) => ('outreach' in value ? [value] : []));
  const notes = meta.flatMap(({ value }) => ('about' in value ? [value] : []));
  return {
    format: 'dong-hanh',
    version: 1,
    exportedAt: Date.now(),
    device: await deviceName(),
    submissions: submissions.map(asItCounts).map(({ dossierMark: _, ...submission }) => submission),
    fields,
    days,
    ...(rounds.length > 0 && { rounds }),
    ...(notes.length > 0 && { notes }),
  };
}
