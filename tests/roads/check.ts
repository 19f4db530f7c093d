import type { FieldRecord } from '../../lib/fields/field.ts';
import type { Submission } from '../../lib/flow/submission.ts';
import type { Plan, Truth } from '../citizen/index.ts';
import { declarations } from '../portal/catalog.ts';
import type { Entry } from '../portal/wire.ts';

/** What one road showed, beside the truth. Times in ms. */
export type Verdict = {
  seed: number;
  faults: string[];
  elapsedOff: number | null;
  activeOff: number | null;
  fieldsChecked: number;
};

const ELAPSED_MS = 250;
const ACTIVE_MS = 1_000;
const MILESTONE_MS = 250;

/** Compares what the extension recorded of a road with what the portal's log says. */
export function check(
  plan: Plan,
  truth: Truth,
  log: readonly Entry[],
  recorded: readonly Submission[],
  fields: readonly FieldRecord[],
): Verdict {
  const faults: string[] = [];
  const verdict: Verdict = { seed: plan.seed, faults, elapsedOff: null, activeOff: null, fieldsChecked: 0 };
  const expect = (what: string, got: unknown, wanted: unknown) => {
    if (got !== wanted) faults.push(`${what}: ${got} instead of ${wanted}`);
  };

  expect('submissions recorded', recorded.length, 1);
  const it = recorded[0];
  if (!it) return verdict;
  expect('outcome', it.outcome, plan.outcome);
  expect('startedBy', it.startedBy, truth.startedBy);
  expect('procedure', it.procedure.code, plan.procedure);
  expect('result method', it.resultMethod, plan.outcome === 'submitted' ? methodOf(plan.resultMethod) : null);
  const refused = log.filter(({ type }) => type === 'submit-rejected' || type === 'submit-invalid').length;
  expect('rejections', it.rejections, refused);

  expect('files given', it.uploads.files, log.filter(({ type }) => type === 'upload-started').length);

  if (truth.elapsedMs !== null && truth.activeMs !== null) {
    verdict.elapsedOff = (it.elapsedMs ?? Number.NaN) - truth.elapsedMs;
    verdict.activeOff = (it.activeMs ?? Number.NaN) - truth.activeMs;
    if (!(Math.abs(verdict.elapsedOff) <= ELAPSED_MS))
      faults.push(`elapsed is off by ${verdict.elapsedOff} ms`);
    if (!(Math.abs(verdict.activeOff) <= ACTIVE_MS)) faults.push(`active is off by ${verdict.activeOff} ms`);
  }
  checkMilestones(plan, it, truth, log, faults);
  verdict.fieldsChecked = checkFields(plan, truth, fields, faults);
  return verdict;
}

function checkMilestones(
  plan: Plan,
  it: Submission,
  truth: Truth,
  log: readonly Entry[],
  faults: string[],
): void {
  // A click that the form's own checks refuse is a rejection to the person; the portal logs it as invalid.
  const invalid = log.find(({ type }) => type === 'submit-invalid')?.at;
  for (const { name, at } of truth.milestones) {
    // Where the portal itself sends a person to the login, nobody pressed a login button that could be seen.
    if (name === 'login-started' && plan.startedBy === 'login-on-demand') continue;
    const wanted = name === 'submit-rejected' ? Math.min(at, invalid ?? at) : at;
    const got = it.milestones[name]?.at;
    if (got === undefined) faults.push(`milestone ${name} is missing`);
    else if (Math.abs(got - wanted) > MILESTONE_MS)
      faults.push(`milestone ${name} is off by ${got - wanted} ms`);
  }
  const known = new Set<string>(truth.milestones.map(({ name }) => name));
  if (invalid !== undefined) known.add('submit-rejected');
  for (const name of Object.keys(it.milestones))
    if (!known.has(name)) faults.push(`milestone ${name} is invented`);
}

function checkFields(plan: Plan, truth: Truth, fields: readonly FieldRecord[], faults: string[]): number {
  const declaration = declarations.find(({ procedure }) => procedure.code === plan.procedure);
  const labelled = new Map(
    declaration?.sections.flatMap(({ subject, fields: all }) =>
      all.map((field) => [bare(field.name), { ...field, subject }] as const),
    ),
  );
  const found = new Map(fields.map((field) => [field.key.slice(field.key.lastIndexOf('/') + 1), field]));
  for (const name of found.keys()) if (!labelled.has(name)) faults.push(`field ${name} is invented`);
  if (found.size !== fields.length) faults.push('a field stands twice');
  for (const [name, state] of Object.entries(truth.fields)) {
    const [field, label] = [found.get(name), labelled.get(name)];
    if (!field || !label) {
      faults.push(`field ${name} was not found`);
      continue;
    }
    const compare = (what: string, got: unknown, wanted: unknown) => {
      if (got !== wanted) faults.push(`${name}: ${what} ${got} instead of ${wanted}`);
    };
    compare('label', field.label, label.label.replace(/\s+/g, ' ').trim());
    compare('kind', field.kind, label.kind);
    compare('subject', field.subject, label.subject);
    compare('expectation', field.expectation, label.expect);
    compare('required', field.required, label.required);
    compare('state', field.state, state.state);
    compare('locked', field.locked, state.locked);
    compare('visible', field.visible, state.visible);
  }
  return Object.keys(truth.fields).length;
}

const bare = (name: string) => name.replace(/__\d+$/, '');

function methodOf(label: string): string {
  if (label.includes('bưu điện')) return 'post';
  return label.includes('trên môi trường mạng') ? 'network' : 'counter';
}
