import { z } from 'zod';
import type { FieldRecord } from '../fields/index.ts';
import {
  END_TO_END,
  MILESTONES,
  OUTCOMES,
  PAYMENTS,
  RESULT_METHODS,
  ROLES,
  SCHEMA,
  STARTED_BY,
  type Submission,
} from '../flow/index.ts';
import {
  controlSchema,
  fieldFactsSchema,
  flowEventSchema,
  noteSchema,
  roundSchema,
} from '../messages/schema.ts';
import type { DayRow } from '../metrics/index.ts';
import type { LiveRoad, RuleHealth, StoredEvent } from './database.ts';

const time = z.number().min(0);
const duration = z.number().min(0);
const count = z.number().int().min(0);
const text = z.string().max(400);
const moment = z.strictObject({ at: time, evidence: text });

/** One submission as stored (design: the database). */
export const submissionSchema = z.strictObject({
  id: z.uuid(),
  schema: z.literal(SCHEMA),
  startedAt: time,
  procedure: z.strictObject({ code: text, name: text }),
  portals: z.array(text),
  notSeen: z.array(text),
  clockShiftMs: z.number(),
  agency: text.nullable(),
  role: z.enum(ROLES).nullable(),
  outreach: text.nullable(),
  startedBy: z.enum(STARTED_BY),
  milestones: z.partialRecord(z.enum(MILESTONES), moment),
  steps: z.array(
    z.strictObject({
      id: text,
      label: text,
      enteredAt: time,
      activeMs: duration,
      actingMs: duration.nullable(),
      waitingMs: duration.nullable(),
    }),
  ),
  outcome: z.enum(OUTCOMES),
  elapsedMs: duration.nullable(),
  activeMs: duration.nullable(),
  actingMs: duration.nullable(),
  waitingMs: duration.nullable(),
  uploads: z.strictObject({ files: count, failed: count.nullable(), waitingMs: duration.nullable() }),
  rejections: count,
  autofill: z.strictObject({
    expected: count,
    byPortal: count,
    byHand: count,
    empty: count,
    askedAgain: count,
  }),
  satisfaction: z.number().int().min(1).max(5).nullable(),
  resultMethod: z.enum(RESULT_METHODS).nullable(),
  payment: z.enum(PAYMENTS).nullable(),
  endToEnd: z.record(z.enum(END_TO_END), z.enum(['yes', 'no', 'unknown'])),
  processing: z.strictObject({
    receivedAt: time.nullable(),
    dueAt: time.nullable(),
    resultAt: time.nullable(),
  }),
  dossierMark: z.string().nullable(),
}) satisfies z.ZodType<Submission>;

const fieldSchema = fieldFactsSchema.extend({
  submissionId: z.uuid(),
}) satisfies z.ZodType<FieldRecord>;

const daySchema = z.strictObject({
  day: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  procedureCode: text,
  submissions: count,
  submitted: count,
  unconfirmed: count,
  abandoned: count,
  timed: count,
  elapsedSumMs: duration,
  activeSumMs: duration,
  expected: count,
  byPortal: count,
}) satisfies z.ZodType<DayRow>;

const eventSchema = z.strictObject({
  submissionId: z.uuid(),
  seq: count,
  event: flowEventSchema,
}) satisfies z.ZodType<StoredEvent>;

/** A road under way. Only its submission is anyone's data; the rest is bookkeeping of the same shape as the code's. */
const liveRoadSchema = z.looseObject({
  tabs: z.array(z.number().int()),
  seq: count,
  road: z.looseObject({ submission: submissionSchema, declared: z.boolean() }),
}) as unknown as z.ZodType<LiveRoad>;

const healthSchema = z.strictObject({
  rule: z.string().max(80),
  days: z.record(z.string(), count),
  since: time.nullable(),
  controls: z.array(controlSchema).exactOptional(),
}) satisfies z.ZodType<RuleHealth>;

/** Everything that deleting takes away and undoing brings back. */
export const erasedSchema = z.strictObject({
  submissions: z.array(submissionSchema),
  events: z.array(eventSchema),
  fields: z.array(fieldSchema),
  days: z.array(daySchema),
  meta: z.array(
    z.strictObject({
      key: z.string().regex(/^(road|health|round|note)\/[\w./-]+$/),
      value: z.union([liveRoadSchema, healthSchema, roundSchema, noteSchema]),
    }),
  ),
});
export type Erased = z.infer<typeof erasedSchema>;

/** The file of exchange (design: the exported file). `device` is a random name of this installation. */
export const exportSchema = z.strictObject({
  format: z.literal('dong-hanh'),
  version: z.literal(1),
  exportedAt: time,
  device: z.uuid(),
  submissions: z.array(submissionSchema.omit({ dossierMark: true })),
  fields: z.array(fieldSchema),
  days: z.array(daySchema),
  /** What volunteers said of their days, and reviewers' notes: there only where there are any. */
  rounds: z.array(roundSchema).exactOptional(),
  notes: z.array(noteSchema).exactOptional(),
});
export type ExportFile = z.infer<typeof exportSchema>;
