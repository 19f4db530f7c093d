import type { FieldFacts } from '../fields/index.ts';
import type { MilestoneName, Outcome, StartedBy } from '../flow/index.ts';
import {
  type ControlState,
  type GuidePack,
  type Rule,
  type Sentence,
  STAGES,
  type Stage,
  type When,
  type Where,
} from './pack.ts';

/** What the page shows beside the fields of its form. */
export interface PageFacts {
  /** The page shows that someone is logged in. */
  account: boolean;
  /** The pack's controls that can be seen. */
  controls: Readonly<Record<string, ControlState>>;
  /** The declaration has just come up: fields are still being added. */
  settling: boolean;
  /** How many document rows have no file yet. */
  rows: number;
  /** The way of receiving the result is asked for and not chosen. */
  method: boolean;
}

export const NOTHING_SEEN: PageFacts = {
  account: false,
  controls: {},
  settling: false,
  rows: 0,
  method: false,
};

/** What advice is drawn from; the watcher's view together with what the page shows. */
export interface Situation {
  road: {
    startedBy: StartedBy;
    outcome: Outcome;
    passed: readonly MilestoneName[];
    rejections: number;
    submitStands: boolean;
  } | null;
  step: string | null;
  fields: readonly Pick<FieldFacts, 'kind' | 'required' | 'visible' | 'state' | 'locked'>[];
  page: PageFacts;
}

/** What to do now and what will follow; `count` is the number of required fields still empty. */
export interface Advice {
  now: Sentence;
  next: Sentence | null;
  often: Sentence | null;
  where: Where | null;
  fleeting: boolean;
  /** Which part of the road this is, from 1, and how many there are; null outside the road. */
  place: { stage: Stage; number: number; of: number } | null;
  count: number;
}

/** What a pack advises at a moment of the road. Always gives one; on a page that nobody described it says so. */
export function adviceFor(pack: GuidePack, situation: Situation): Advice {
  const facts = factsOf(situation);
  const rule = pack.rules.find(({ when }) => holds(when, facts)) ?? UNKNOWN;
  return {
    now: rule.now,
    next: rule.next,
    often: rule.often ?? null,
    where: rule.where ?? null,
    fleeting: rule.fleeting ?? false,
    place: rule.stage && { stage: rule.stage, number: STAGES.indexOf(rule.stage) + 1, of: STAGES.length },
    count: facts.blanks,
  };
}

const UNKNOWN: Rule = { when: {}, stage: null, now: 'now.unknown', next: null };

/** Whether a field is one that a person must still fill. */
export function isBlank(field: Situation['fields'][number]): boolean {
  return field.required && isOpen(field) && field.kind !== 'result-method';
}

/** Whether a field is the way of receiving the result, not chosen yet. Forms ask for it without marking it as required. */
export function isOpenMethod(field: Situation['fields'][number]): boolean {
  return isOpen(field) && field.kind === 'result-method';
}

const isOpen = ({ visible, state, locked }: Situation['fields'][number]) =>
  visible && state === 'empty' && !locked;

interface Facts extends Omit<Situation, 'road' | 'fields'> {
  outcome: Outcome | null;
  passed: readonly MilestoneName[];
  loggedIn: boolean;
  rejected: boolean;
  waits: boolean;
  form: boolean;
  blanks: number;
  method: boolean;
}

function factsOf({ road, step, fields, page }: Situation): Facts {
  const passed = road?.passed ?? [];
  return {
    step,
    page,
    outcome: road?.outcome ?? null,
    passed,
    // Someone logged in before the first page has no login milestone: then the page's own account tells.
    loggedIn: page.account || passed.includes('login-completed') || road?.startedBy === 'next-dossier',
    rejected: (road?.rejections ?? 0) > 0,
    waits: road?.submitStands ?? false,
    form: fields.some(({ visible }) => visible),
    blanks: fields.filter(isBlank).length,
    method: page.method || fields.some(isOpenMethod),
  };
}

function holds(when: When, facts: Facts): boolean {
  const { controls, rows, settling } = facts.page;
  return (
    (when.steps === undefined || when.steps.includes(facts.step)) &&
    (when.outcome === undefined || when.outcome === facts.outcome) &&
    (when.passed ?? []).every((name) => facts.passed.includes(name)) &&
    !(when.notYet ?? []).some((name) => facts.passed.includes(name)) &&
    (when.loggedIn === undefined || when.loggedIn === facts.loggedIn) &&
    (when.rejected === undefined || when.rejected === facts.rejected) &&
    (when.waits === undefined || when.waits === facts.waits) &&
    (when.settling === undefined || when.settling === settling) &&
    (when.form === undefined || when.form === facts.form) &&
    (when.blanks === undefined || when.blanks === facts.blanks > 0) &&
    (when.rows === undefined || when.rows === rows > 0) &&
    (when.method === undefined || when.method === facts.method) &&
    (when.sees === undefined || controls[when.sees] !== undefined) &&
    (when.off === undefined || controls[when.off] === 'disabled')
  );
}

/** The names of the controls that rules of a pack ask about or point at. */
export function namesIn(rules: readonly Rule[]): string[] {
  const names = rules.flatMap(({ when, where }) => [when.sees, when.off, where]);
  return [...new Set(names.filter((name) => name !== undefined))];
}
