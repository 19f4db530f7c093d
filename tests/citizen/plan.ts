import { declarations, procedures } from '../portal/catalog.ts';
import { resultMethods, wardsOf } from '../portal/choices.ts';
import { people } from '../portal/people.ts';
import type { Scenario } from '../portal/scenario.ts';
import type { Agency, Field } from '../portal/wire.ts';
import { type Random, randomFrom } from './random.ts';

/** Named places of the road, at which a test may step in and a citizen may look away or rest. */
export type Moment =
  | 'home'
  | 'logged-in'
  | 'procedure'
  | 'form-shown'
  | 'lookup-settled'
  | 'mid-form'
  | 'documents'
  | 'before-submit'
  | 'submitted';

/** What one citizen is going to do. Field names are whole, with their version. */
export type Plan = {
  seed: number;
  procedure: string;
  /** Pause between two keys, ms. */
  typingDelayMs: number;
  startedBy: 'login-at-home' | 'login-on-demand' | 'logged-in-already';
  account: number;
  subject: number;
  agency: Agency;
  lookup: 'answers' | 'silent';
  lookupDelayMs: number;
  accountDelayMs: number;
  /** Types the birth date of the other person wrongly at first: the look-up finds nobody, until corrected. */
  wrongKeyFirst: boolean;
  /** Fields that are not required and stay empty. */
  leaves: string[];
  /** Fields that are come back to and changed. */
  corrects: string[];
  /** Another tab comes to the front for so long. */
  looksAway: { moment: Moment; ms: number }[];
  /** Nothing happens for so long. */
  rests: { moment: Moment; ms: number }[];
  lookUpPage: 'before' | 'after' | 'never';
  reloads: boolean;
  savesDraft: boolean;
  sendsFeedback: boolean;
  uploads: number;
  failUploads: number;
  /** Presses submit once with this required field still empty. */
  forgets: string | null;
  rejectSubmits: number;
  /** After a rejection, waits until the toast is gone before trying again. */
  waitsForToast: boolean;
  resultMethod: string;
  outcome: 'submitted' | 'abandoned';
};

/** The plan of that seed: always the same one. */
export function planFor(seed: number): Plan {
  const random = randomFrom(seed);
  const procedure = random.pick(['1.000656', '2.000635'] as const);
  const account = random.between(0, people.length - 1);
  const province = random.pick(['Tỉnh Sơn La', 'Tỉnh Thái Nguyên']);
  const lookup = random.chance(0.6) ? 'answers' : 'silent';
  const fields = fieldsOf(procedure);
  const leaves = fields
    .filter((field) => mayStayEmpty(field) && random.chance(0.35))
    .map((field) => field.name);
  const corrigible = fields.filter((field) => mayBeCorrected(field, lookup) && !leaves.includes(field.name));
  const required = corrigible.filter((field) => field.required);
  return {
    seed,
    procedure,
    typingDelayMs: random.between(0, 60),
    startedBy: random.pick([
      'login-at-home',
      'login-at-home',
      'login-on-demand',
      'logged-in-already',
    ] as const),
    account,
    subject: (account + random.between(1, people.length - 1)) % people.length,
    agency: { province, ward: random.pick(wardsOf(province)) },
    lookup,
    lookupDelayMs: random.between(1_000, 3_000),
    accountDelayMs: random.between(0, 1_500),
    wrongKeyFirst: random.chance(0.25),
    leaves,
    corrects: corrigible.filter(() => random.chance(0.2)).map((field) => field.name),
    looksAway: moments(random, 0.5, 1_000, 4_000),
    rests: moments(random, 0.4, 300, 1_500),
    lookUpPage: random.pick(['before', 'after', 'never', 'never'] as const),
    reloads: random.chance(0.3),
    savesDraft: random.chance(0.4),
    sendsFeedback: random.chance(0.3),
    uploads: random.between(0, 2),
    failUploads: random.chance(0.25) ? 1 : 0,
    forgets: random.chance(0.25) && required.length > 0 ? random.pick(required).name : null,
    rejectSubmits: random.pick([0, 0, 1, 2]),
    waitsForToast: random.chance(0.5),
    resultMethod: random.pick(resultMethods),
    outcome: random.chance(0.08) ? 'abandoned' : 'submitted',
  };
}

/** How the portal has to behave for this plan. */
export function scenarioOf(plan: Plan): Partial<Scenario> {
  const { procedure, lookup, lookupDelayMs, accountDelayMs, rejectSubmits, failUploads, account } = plan;
  const common = { procedure, lookup, lookupDelayMs, accountDelayMs, rejectSubmits, account };
  return { ...common, failUploads: plan.uploads > 0 ? failUploads : 0, subjectPerson: plan.subject };
}

/** The declaration's fields in the order of the page. */
export function fieldsOf(procedure: string): Field[] {
  const declaration = declarations.find((one) => one.procedure.code === procedure);
  return declaration?.sections.flatMap((section) => section.fields) ?? [];
}

/** The procedure's name as the search shows it. */
export function procedureName(code: string): string {
  return procedures.find((one) => one.code === code)?.name ?? code;
}

function mayStayEmpty(field: Field): boolean {
  return !field.required && !field.hasValue && field.expect !== 'lookup-key';
}

/** Not the keys, which would ask the look-up again, and not what the portal is going to lock. */
function mayBeCorrected(field: Field, lookup: Plan['lookup']): boolean {
  if (field.hasValue || field.conditional || field.expect === 'lookup-key') return false;
  return field.expect !== 'on-lookup' || (lookup === 'silent' && field.kind !== 'residence');
}

function moments(random: Random, share: number, low: number, high: number): { moment: Moment; ms: number }[] {
  if (!random.chance(share)) return [];
  const moment = random.pick(['procedure', 'form-shown', 'mid-form', 'before-submit'] as const);
  return [{ moment, ms: random.between(low, high) }];
}
