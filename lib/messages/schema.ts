import { z } from 'zod';
import {
  type Correction,
  EXPECTATIONS,
  FILL_STATES,
  type FieldFacts,
  FLAGS,
  KINDS,
  SUBJECTS,
} from '../fields/index.ts';
import {
  type FlowEvent,
  MILESTONES,
  PAYMENTS,
  PROGRESS_STATES,
  RESULT_METHODS,
  WAITS,
} from '../flow/index.ts';
import { ARRIVALS, type Messages, type Report } from './protocol.ts';

/** A plausible epoch time in milliseconds: after 2020, before 2100. */
const time = z.number().min(1_577_836_800_000).max(4_102_444_800_000);
const count = z.number().int().min(0).max(1_000_000);
const duration = z.number().min(0).max(1_000_000_000);
/** Evidence and ids are words of our own profiles. */
const id = z
  .string()
  .max(80)
  .regex(/^[\w./-]*$/);
const text = z.string().max(400);
const mark = z.string().regex(/^[0-9a-f]{64}$/);

/** A control's shape: words of controls alone, as `lib/portal/structure.ts` lets them through. */
export const controlSchema = z.strictObject({
  tag: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
  role: z.string().regex(/^[a-z ]{0,40}$/),
  label: z.string().regex(/^[a-z ]{0,80}$/),
});

export const fieldFactsSchema = z.strictObject({
  key: z.string().max(200),
  order: count,
  label: text,
  section: text,
  kind: z.enum(KINDS),
  subject: z.enum(SUBJECTS),
  expectation: z.enum(EXPECTATIONS),
  state: z.enum(FILL_STATES),
  locked: z.boolean(),
  required: z.boolean(),
  visible: z.boolean(),
  corrections: count,
  focusCount: count,
  activeMs: duration,
  errorsShown: count,
  flags: z.array(z.enum(FLAGS)).max(FLAGS.length),
}) satisfies z.ZodType<FieldFacts>;

export const flowEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('page'), at: time, portal: id, hidden: z.boolean() }),
  z.strictObject({ type: z.literal('step'), at: time, id, label: text }),
  z.strictObject({ type: z.literal('milestone'), at: time, name: z.enum(MILESTONES), evidence: id }),
  z.strictObject({ type: z.literal('login-seen'), at: time, evidence: id, fromLogin: z.boolean() }),
  z.strictObject({
    type: z.literal('procedure'),
    at: time,
    code: z.string().regex(/^[\d.]{3,20}$/),
    name: text,
  }),
  z.strictObject({ type: z.literal('handed-over'), at: time }),
  z.strictObject({ type: z.literal('agency'), at: time, name: text }),
  z.strictObject({ type: z.literal('result-method'), at: time, method: z.enum(RESULT_METHODS) }),
  z.strictObject({ type: z.literal('upload'), at: time, files: count }),
  z.strictObject({
    type: z.literal('wait'),
    from: time,
    to: time,
    what: z.enum(WAITS),
    failed: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('payment'),
    at: time,
    payment: z.enum(PAYMENTS),
    onlyIfBegun: z.literal(true).exactOptional(),
  }),
  z.strictObject({ type: z.literal('dossier'), at: time, mark }),
  z.strictObject({
    type: z.literal('progress'),
    at: time,
    mark,
    receivedAt: time.nullable(),
    dueAt: time.nullable(),
    resultAt: time.nullable(),
    state: z.enum(PROGRESS_STATES).nullable(),
  }),
  z.strictObject({
    type: z.literal('drift'),
    at: time,
    rule: id,
    controls: z.array(controlSchema).max(60).exactOptional(),
  }),
  z.strictObject({ type: z.literal('clock'), at: time, shiftMs: z.number() }),
  z.strictObject({ type: z.literal('active'), from: time, to: time }),
  z.strictObject({ type: z.literal('hidden'), at: time }),
  z.strictObject({ type: z.literal('shown'), at: time }),
  z.strictObject({
    type: z.literal('ended'),
    at: time,
    reason: z.enum(['tab-closed', 'logged-out', 'next-person', 'silence', 'superseded']),
  }),
]) satisfies z.ZodType<FlowEvent>;

const fieldsFactSchema = z.strictObject({
  type: z.literal('fields'),
  at: time,
  form: count,
  fields: z.array(fieldFactsSchema).max(6_000),
});

/** What a frame may say. Anything else is refused as a whole: a half-understood report would spoil the numbers. */
export const reportSchema = z.strictObject({
  name: z.literal('report'),
  document: z.uuid(),
  arrival: z.enum(ARRIVALS),
  facts: z.array(
    z.strictObject({ n: z.number().int().min(1), fact: z.union([flowEventSchema, fieldsFactSchema]) }),
  ),
}) satisfies z.ZodType<Report>;

const place = { form: id.min(1), field: z.string().min(1).max(200) };
/** One correction, as kept and as exchanged. */
export const correctionSchema = z.strictObject({
  ...place,
  kind: z.enum(KINDS),
  subject: z.enum(SUBJECTS),
  expectation: z.enum(EXPECTATIONS),
}) satisfies z.ZodType<Correction>;

/** So many corrections at most are kept, made or exchanged: more is no reviewer's work. */
export const MOST_CORRECTIONS = 2_000;

export const correctSchema = z.strictObject({
  name: z.literal('correct'),
  add: z.array(correctionSchema).max(MOST_CORRECTIONS),
  remove: z.array(z.strictObject(place)).max(MOST_CORRECTIONS),
}) satisfies z.ZodType<Messages['correct']['request']>;

export const auditSchema = z.strictObject({
  name: z.literal('audit'),
  language: z.enum(['vi', 'en']),
}) satisfies z.ZodType<Messages['audit']['request']>;
