import type { FieldFacts } from '../fields/index.ts';
import type { MilestoneName, Outcome, StartedBy } from '../flow/index.ts';
import { NATIONAL } from './national.ts';
import type { Rule, When } from './rule.ts';

/** What advice is drawn from; the watcher's view has this shape. */
export interface Situation {
  road: {
    startedBy: StartedBy;
    outcome: Outcome;
    passed: readonly MilestoneName[];
    rejections: number;
  } | null;
  step: string | null;
  fields: readonly Pick<FieldFacts, 'kind' | 'required' | 'visible' | 'state'>[];
}

/** The key of a sentence of advice: exactly those that the packs use. */
type AdviceKey = (typeof NATIONAL)[number]['now'] | NonNullable<(typeof NATIONAL)[number]['next']>;

/** What to do now and what will follow; `count` is the number of required fields still empty. */
export interface Advice {
  now: AdviceKey;
  next: AdviceKey | null;
  count: number;
}

/** The advice for a moment of the road. Always gives one; on a page that nobody described it says so. */
export function adviceFor(situation: Situation): Advice {
  const facts = factsOf(situation);
  const rule =
    NATIONAL.find((candidate: Rule) => holds(candidate.when, facts)) ?? NATIONAL[NATIONAL.length - 1];
  return { now: rule?.now ?? 'now.unknown', next: rule?.next ?? null, count: facts.blanks };
}

interface Facts {
  step: string | null;
  outcome: Outcome | null;
  passed: readonly MilestoneName[];
  loggedIn: boolean;
  rejected: boolean;
  form: boolean;
  blanks: number;
  resultMethodEmpty: boolean;
}

function factsOf({ road, step, fields }: Situation): Facts {
  const passed = road?.passed ?? [];
  const visible = fields.filter((field) => field.visible);
  const empty = visible.filter((field) => field.state === 'empty');
  return {
    step,
    outcome: road?.outcome ?? null,
    passed,
    // Someone logged in before the first page has no login milestone: then the sentence says "if not yet".
    loggedIn: passed.includes('login-completed') || road?.startedBy === 'next-dossier',
    rejected: (road?.rejections ?? 0) > 0,
    form: visible.length > 0,
    blanks: empty.filter((field) => field.required && field.kind !== 'result-method').length,
    resultMethodEmpty: empty.some((field) => field.kind === 'result-method'),
  };
}

function holds(when: When, facts: Facts): boolean {
  return (
    (when.steps === undefined || when.steps.includes(facts.step)) &&
    (when.outcome === undefined || when.outcome === facts.outcome) &&
    (when.passed ?? []).every((name) => facts.passed.includes(name)) &&
    !(when.notYet ?? []).some((name) => facts.passed.includes(name)) &&
    (when.loggedIn === undefined || when.loggedIn === facts.loggedIn) &&
    (when.rejected === undefined || when.rejected === facts.rejected) &&
    (when.form === undefined || when.form === facts.form) &&
    (when.blanks === undefined || when.blanks === facts.blanks > 0) &&
    (when.resultMethodEmpty === undefined || when.resultMethodEmpty === facts.resultMethodEmpty)
  );
}
