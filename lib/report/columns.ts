import { type FieldRecord, FLAGS } from '../fields/index.ts';
import { END_TO_END, MILESTONES, type Step, type Submission } from '../flow/index.ts';
import type { DayRow } from '../metrics/index.ts';

/** A submission as it may leave the machine. */
export type ReportedSubmission = Omit<Submission, 'dossierMark'>;

/** A step with the submission that it is a part of; `number` is its place in it, from 1. */
export type StepRow = Step & { submissionId: string; number: number };

/**
 * One column: its name is the path of what it holds in the file of exchange. A `time` is epoch milliseconds, a `duration`
 * milliseconds. Null stands for "not measured", never for zero or for an empty text.
 */
export type Column<Row> =
  | { name: string; type: 'text'; of: (row: Row) => string | null }
  | { name: string; type: 'boolean'; of: (row: Row) => boolean | null }
  | { name: string; type: 'time' | 'duration' | 'count'; of: (row: Row) => number | null };

/** Ids have no blanks in them, and a blank is no separator of any table. */
const joined = (ids: readonly string[]) => ids.join(' ');

/**
 * The steps are a table of their own: how many there are differs, and each has times that want to be summed. What a
 * submission passed once at most, its milestones and the answers about it, has columns here.
 */
export const SUBMISSION_COLUMNS: readonly Column<ReportedSubmission>[] = [
  { name: 'id', type: 'text', of: (it) => it.id },
  { name: 'schema', type: 'count', of: (it) => it.schema },
  { name: 'startedAt', type: 'time', of: (it) => it.startedAt },
  { name: 'startedBy', type: 'text', of: (it) => it.startedBy },
  { name: 'procedure.code', type: 'text', of: (it) => it.procedure.code },
  { name: 'procedure.name', type: 'text', of: (it) => it.procedure.name },
  { name: 'agency', type: 'text', of: (it) => it.agency },
  { name: 'portals', type: 'text', of: (it) => joined(it.portals) },
  { name: 'notSeen', type: 'text', of: (it) => joined(it.notSeen) },
  { name: 'role', type: 'text', of: (it) => it.role },
  { name: 'outreach', type: 'text', of: (it) => it.outreach },
  { name: 'outcome', type: 'text', of: (it) => it.outcome },
  { name: 'elapsedMs', type: 'duration', of: (it) => it.elapsedMs },
  { name: 'activeMs', type: 'duration', of: (it) => it.activeMs },
  { name: 'actingMs', type: 'duration', of: (it) => it.actingMs },
  { name: 'waitingMs', type: 'duration', of: (it) => it.waitingMs },
  { name: 'clockShiftMs', type: 'duration', of: (it) => it.clockShiftMs },
  { name: 'rejections', type: 'count', of: (it) => it.rejections },
  { name: 'uploads.files', type: 'count', of: (it) => it.uploads.files },
  { name: 'uploads.failed', type: 'count', of: (it) => it.uploads.failed },
  { name: 'uploads.waitingMs', type: 'duration', of: (it) => it.uploads.waitingMs },
  { name: 'autofill.expected', type: 'count', of: (it) => it.autofill.expected },
  { name: 'autofill.byPortal', type: 'count', of: (it) => it.autofill.byPortal },
  { name: 'autofill.byHand', type: 'count', of: (it) => it.autofill.byHand },
  { name: 'autofill.empty', type: 'count', of: (it) => it.autofill.empty },
  { name: 'autofill.askedAgain', type: 'count', of: (it) => it.autofill.askedAgain },
  { name: 'satisfaction', type: 'count', of: (it) => it.satisfaction },
  { name: 'resultMethod', type: 'text', of: (it) => it.resultMethod },
  { name: 'payment', type: 'text', of: (it) => it.payment },
  ...END_TO_END.map(
    (condition): Column<ReportedSubmission> => ({
      name: `endToEnd.${condition}`,
      type: 'text',
      of: (it) => it.endToEnd[condition],
    }),
  ),
  { name: 'processing.receivedAt', type: 'time', of: (it) => it.processing.receivedAt },
  { name: 'processing.dueAt', type: 'time', of: (it) => it.processing.dueAt },
  { name: 'processing.resultAt', type: 'time', of: (it) => it.processing.resultAt },
  ...MILESTONES.flatMap((name): Column<ReportedSubmission>[] => [
    { name: `milestones.${name}.at`, type: 'time', of: (it) => it.milestones[name]?.at ?? null },
    { name: `milestones.${name}.evidence`, type: 'text', of: (it) => it.milestones[name]?.evidence ?? null },
  ]),
];

export const STEP_COLUMNS: readonly Column<StepRow>[] = [
  { name: 'submissionId', type: 'text', of: (it) => it.submissionId },
  { name: 'number', type: 'count', of: (it) => it.number },
  { name: 'id', type: 'text', of: (it) => it.id },
  { name: 'label', type: 'text', of: (it) => it.label },
  { name: 'enteredAt', type: 'time', of: (it) => it.enteredAt },
  { name: 'activeMs', type: 'duration', of: (it) => it.activeMs },
  { name: 'actingMs', type: 'duration', of: (it) => it.actingMs },
  { name: 'waitingMs', type: 'duration', of: (it) => it.waitingMs },
];

export const FIELD_COLUMNS: readonly Column<FieldRecord>[] = [
  { name: 'submissionId', type: 'text', of: (it) => it.submissionId },
  { name: 'key', type: 'text', of: (it) => it.key },
  { name: 'order', type: 'count', of: (it) => it.order },
  { name: 'label', type: 'text', of: (it) => it.label },
  { name: 'section', type: 'text', of: (it) => it.section },
  { name: 'kind', type: 'text', of: (it) => it.kind },
  { name: 'subject', type: 'text', of: (it) => it.subject },
  { name: 'expectation', type: 'text', of: (it) => it.expectation },
  { name: 'state', type: 'text', of: (it) => it.state },
  { name: 'locked', type: 'boolean', of: (it) => it.locked },
  { name: 'required', type: 'boolean', of: (it) => it.required },
  { name: 'visible', type: 'boolean', of: (it) => it.visible },
  { name: 'corrections', type: 'count', of: (it) => it.corrections },
  { name: 'focusCount', type: 'count', of: (it) => it.focusCount },
  { name: 'activeMs', type: 'duration', of: (it) => it.activeMs },
  { name: 'errorsShown', type: 'count', of: (it) => it.errorsShown },
  ...FLAGS.map(
    (flag): Column<FieldRecord> => ({
      name: `flags.${flag}`,
      type: 'boolean',
      of: (it) => it.flags.includes(flag),
    }),
  ),
];

export const DAY_COLUMNS: readonly Column<DayRow>[] = [
  { name: 'day', type: 'text', of: (it) => it.day },
  { name: 'procedureCode', type: 'text', of: (it) => it.procedureCode },
  { name: 'submissions', type: 'count', of: (it) => it.submissions },
  { name: 'submitted', type: 'count', of: (it) => it.submitted },
  { name: 'unconfirmed', type: 'count', of: (it) => it.unconfirmed },
  { name: 'abandoned', type: 'count', of: (it) => it.abandoned },
  { name: 'timed', type: 'count', of: (it) => it.timed },
  { name: 'elapsedSumMs', type: 'duration', of: (it) => it.elapsedSumMs },
  { name: 'activeSumMs', type: 'duration', of: (it) => it.activeSumMs },
  { name: 'expected', type: 'count', of: (it) => it.expected },
  { name: 'byPortal', type: 'count', of: (it) => it.byPortal },
];
