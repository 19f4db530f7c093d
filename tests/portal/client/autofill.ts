import type { Model } from 'survey-core';
import type { Filing, LookupAnswer, LookupKeys, Section, Values } from '../wire.ts';
import { ask } from './api.ts';
import { tell, waitFor } from './tell.ts';

/** Writes values into the model, as the portal does: no DOM event tells of it. `lock` makes them read-only. */
export function fill(survey: Model, values: Values, lock: (name: string) => boolean): void {
  for (const [name, value] of Object.entries(values)) survey.setValue(name, value);
  for (const name of Object.keys(values)) {
    const question = survey.getQuestionByName(name);
    if (question && lock(name)) question.readOnly = true;
  }
}

/** Runs once React has committed what the model was told. Not a frame: hidden tabs have none. */
function afterCommit(then: () => void): void {
  setTimeout(then, 0);
}

/** Fills the requester's block from the account, and locks what the real portal locks. */
export async function fillFromAccount(survey: Model, filing: Filing, caseId: string): Promise<void> {
  const values = await ask<Values>(`/api/account?case=${caseId}`);
  const fields = filing.declaration.sections.flatMap((section) => section.fields);
  const locked = new Set(fields.filter((field) => field.locked).map((field) => field.name));
  fill(survey, values, (name) => locked.has(name));
  afterCommit(() => tell({ type: 'prefilled', names: Object.keys(values) }));
}

/** Asks the population look-up whenever the keys of another person stand complete. Returns what stops it. */
export function watchLookup(survey: Model, filing: Filing, caseId: string, onBusy: (busy: boolean) => void) {
  const sections = filing.declaration.sections.filter((one) =>
    one.fields.some((field) => isKey(field.expect)),
  );
  const asked = new Map<string, string>();
  for (const section of sections) {
    // After a reload the answer is there already, locked.
    const answered = section.fields.some(
      (field) => field.expect === 'on-lookup' && survey.getQuestionByName(field.name)?.readOnly,
    );
    if (answered) asked.set(section.subject, JSON.stringify(keysOf(survey, section, caseId)));
  }
  const check = async () => {
    for (const section of sections) {
      const keys = keysOf(survey, section, caseId);
      const question = JSON.stringify(keys);
      if (!keys || asked.get(section.subject) === question) continue;
      asked.set(section.subject, question);
      onBusy(true);
      tell({ type: 'lookup-asked', subject: section.subject });
      const answered = waitFor('lookup');
      const answer = await ask<LookupAnswer>('/api/lookup', { body: keys });
      // Keys changed meanwhile: another question is on its way, this answer is stale.
      if (asked.get(section.subject) === question) receive(survey, section.subject, answer, onBusy);
      afterCommit(() => answered(!answer.found));
    }
  };
  const listener = () => void check();
  survey.onValueChanged.add(listener);
  listener();
  return () => survey.onValueChanged.remove(listener);
}

function receive(
  survey: Model,
  subject: string,
  answer: LookupAnswer,
  onBusy: (busy: boolean) => void,
): void {
  if (answer.found) fill(survey, answer.values, () => true);
  const names = Object.keys(answer.values);
  afterCommit(() => {
    tell(answer.found ? { type: 'lookup-answered', subject, names } : { type: 'lookup-silent', subject });
    onBusy(false);
  });
}

function isKey(expect: string): boolean {
  return expect === 'lookup-key';
}

function keysOf(survey: Model, section: Section, caseId: string): LookupKeys | null {
  const value = (kind: string) => {
    const field = section.fields.find((one) => one.kind === kind && isKey(one.expect));
    return field ? String(survey.getValue(field.name) ?? '').trim() : '';
  };
  const keys = { name: value('full-name'), id: value('personal-id'), birth: value('birth-date') };
  if (!keys.name || !/^\d{12}$/.test(keys.id) || !keys.birth) return null;
  return { case: caseId, subject: section.subject, ...keys };
}

/** "Bản thân" copies the requester into the other person's block; another relationship wipes the copy. */
export function watchSelf(survey: Model, filing: Filing): () => void {
  const [requester, subject] = filing.declaration.sections;
  const relation = requester?.fields.find((one) => one.kind === 'relationship' && one.widget === 'dropdown');
  let copied: string[] = [];
  const listener = (_: Model, change: { name: string; value: unknown }) => {
    if (!requester || !subject || change.name !== relation?.name) return;
    for (const name of copied) survey.clearValue(name);
    copied = [];
    if (change.value !== 'Bản thân') return;
    for (const target of subject.fields.filter((field) => isKey(field.expect))) {
      const source = requester.fields.find((one) => one.kind === target.kind);
      const value: unknown = source && survey.getValue(source.name);
      if (!value) continue;
      survey.setValue(target.name, value);
      copied.push(target.name);
    }
    const names = copied;
    afterCommit(() => tell({ type: 'copied', names }));
  };
  survey.onValueChanged.add(listener);
  return () => survey.onValueChanged.remove(listener);
}
