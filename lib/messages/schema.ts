import { z } from 'zod';
import {
  type Asked,
  type Correction,
  EXPECTATIONS,
  FILL_STATES,
  type FieldFacts,
  FLAGS,
  type Judgement,
  KINDS,
  MOST_ASKED,
  OFFERS,
  PAPERS,
  SUBJECTS,
  TRAIL,
  WIDGETS,
} from '../fields/index.ts';
import {
  END_REASONS,
  END_TO_END,
  type FlowEvent,
  MILESTONES,
  PAYMENTS,
  PROGRESS_STATES,
  RESULT_METHODS,
  WAITS,
} from '../flow/index.ts';
import { LONGEST_TEXT } from '../text/index.ts';
import { ARRIVALS, type Messages, type Note, type Report, type Round } from './protocol.ts';

/** A plausible epoch time in milliseconds: after 2020, before 2100. */
const time = z.number().min(1_577_836_800_000).max(4_102_444_800_000);
const count = z.number().int().min(0).max(1_000_000);
const duration = z.number().min(0).max(1_000_000_000);
/** Evidence and ids are words of our own profiles. */
const id = z
  .string()
  .max(80)
  .regex(/^[\w./-]*$/);
const text = z.string().max(LONGEST_TEXT);
const mark = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * A control's shape: words of controls alone, as `lib/portal/structure.ts` lets them through. What a page calls by
 * another word is left out of it: that a portal has changed is told all the same.
 */
export const controlSchema = z.strictObject({
  tag: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,40}$/)
    .catch('other'),
  role: z
    .string()
    .regex(/^[a-z ]{0,40}$/)
    .catch(''),
  label: z
    .string()
    .regex(/^[a-z ]{0,80}$/)
    .catch(''),
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
    reason: z.enum(END_REASONS),
  }),
]) satisfies z.ZodType<FlowEvent>;

const fieldsFactSchema = z.strictObject({
  type: z.literal('fields'),
  at: time,
  form: count,
  fields: z.array(fieldFactsSchema).max(6_000),
});

const factSchema = z.union([flowEventSchema, fieldsFactSchema]);

/**
 * What a frame may say. A fact of another shape (a loaded profile may take a word for a procedure's code) is passed over,
 * and not those beside it: `upTo` is the highest number that was told.
 */
export const reportSchema = z
  .strictObject({
    name: z.literal('report'),
    document: z.uuid(),
    arrival: z.enum(ARRIVALS),
    facts: z.array(z.strictObject({ n: z.number().int().min(1), fact: z.unknown() })),
  })
  .transform(({ facts, ...report }) => ({
    ...report,
    facts: facts.flatMap(({ n, fact }) => {
      const parsed = factSchema.safeParse(fact);
      return parsed.success ? [{ n, fact: parsed.data }] : [];
    }),
    upTo: Math.max(0, ...facts.map(({ n }) => n)),
  })) satisfies z.ZodType<Report>;

/** What a field is judged or said to be. */
const verdict = {
  kind: z.enum(KINDS),
  subject: z.enum(SUBJECTS),
  expectation: z.enum(EXPECTATIONS),
};

const place = { form: id.min(1), field: z.string().min(1).max(200) };
/** One correction, as kept and as exchanged. */
export const correctionSchema = z.strictObject({ ...place, ...verdict }) satisfies z.ZodType<Correction>;

/** So many corrections at most are kept, made or exchanged: more is no reviewer's work. */
export const MOST_CORRECTIONS = 2_000;

const judgementSchema = z.strictObject({
  ...verdict,
  named: z.boolean(),
  paper: z.enum(PAPERS).nullable(),
  whose: z.enum(SUBJECTS).nullable(),
  evidence: z.strictObject({
    label: text.nullable(),
    section: text.nullable(),
    name: text.nullable(),
    offer: z.enum(OFFERS).nullable(),
  }),
}) satisfies z.ZodType<Judgement>;

export const judgeSchema = z.strictObject({
  name: z.literal('judge'),
  trails: z.array(z.array(text).max(TRAIL)).max(MOST_ASKED),
  fields: z
    .array(
      z.strictObject({
        label: text,
        name: z.string().max(200),
        // A hint that a watcher of another version words otherwise is no reason to judge nothing.
        widget: z.enum(WIDGETS).optional().catch(undefined),
        offer: z.enum(OFFERS).optional().catch(undefined),
        trail: count,
        before: z.union([count, judgementSchema]).nullable(),
        correction: z.object(verdict).exactOptional(),
      }),
    )
    .max(MOST_ASKED),
}) satisfies z.ZodType<{ name: 'judge' } & Asked>;

export const correctSchema = z.strictObject({
  name: z.literal('correct'),
  add: z.array(correctionSchema).max(MOST_CORRECTIONS),
  remove: z.array(z.strictObject(place)).max(MOST_CORRECTIONS),
}) satisfies z.ZodType<Messages['correct']['request']>;

export const auditSchema = z.strictObject({
  name: z.literal('audit'),
  language: z.enum(['vi', 'en']),
}) satisfies z.ZodType<Messages['audit']['request']>;

/** What a volunteer says of a day. Names of rounds, communes and teams are short. */
const short = z.string().trim().max(80);
export const roundSchema = z.strictObject({
  day: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  outreach: short,
  commune: short,
  team: short,
}) satisfies z.ZodType<Round>;

export const noteSchema = z.strictObject({
  id: z.uuid(),
  submissionId: z.uuid(),
  at: time,
  about: z.union([
    z.strictObject({ field: z.string().min(1).max(200) }),
    z.strictObject({ step: id.min(1) }),
  ]),
  text: z.string().trim().min(1).max(500),
}) satisfies z.ZodType<Note>;

export const nextPersonSchema = z.strictObject({
  name: z.literal('next-person'),
  tabId: z.number().int().optional(),
}) satisfies z.ZodType<Messages['next-person']['request']>;

export const setRoundSchema = z.strictObject({
  name: z.literal('set-round'),
  round: roundSchema.omit({ day: true }),
}) satisfies z.ZodType<Messages['set-round']['request']>;

export const tellSchema = z.strictObject({
  name: z.literal('tell'),
  submissionId: z.uuid(),
  told: z.strictObject({
    satisfaction: z.number().int().min(1).max(5).nullable().exactOptional(),
    endToEnd: z.partialRecord(z.enum(END_TO_END), z.enum(['yes', 'no', 'unknown'])).exactOptional(),
  }),
}) satisfies z.ZodType<Messages['tell']['request']>;

export const writeNoteSchema = z.strictObject({
  name: z.literal('note'),
  note: noteSchema.pick({ submissionId: true, about: true, text: true }),
  sure: z.boolean(),
}) satisfies z.ZodType<Messages['note']['request']>;

export const dropNoteSchema = z.strictObject({
  name: z.literal('drop-note'),
  submissionId: z.uuid(),
  id: z.uuid(),
}) satisfies z.ZodType<Messages['drop-note']['request']>;

export const notesSchema = z.strictObject({
  name: z.literal('notes'),
  submissionId: z.uuid(),
}) satisfies z.ZodType<Messages['notes']['request']>;
