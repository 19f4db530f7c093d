import type { Model } from 'survey-core';
import type { Draft, Values } from '../wire.ts';
import { ask } from './api.ts';
import { fill } from './autofill.ts';
import { tell } from './tell.ts';

/** Keeps what the citizen has entered on the server, so that a reload loses nothing. */
export type DraftKeeper = { save(): Promise<void>; accountDone(): void; stop(): void };

export function keepDraft(survey: Model, caseId: string, restored: Draft | null): DraftKeeper {
  let accountDone = restored?.accountDone ?? false;
  let soon: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  // One after the other: an older draft must never arrive last.
  let last: Promise<unknown> = Promise.resolve();
  const save = () => {
    clearTimeout(soon);
    soon = undefined;
    const draft: Draft = { values: survey.data as Values, locked: lockedNames(survey), accountDone };
    last = last.then(() => ask(`/api/draft?case=${caseId}`, { body: draft }).catch(() => undefined));
    return last.then(() => undefined);
  };
  const later = () => {
    if (!stopped) soon ??= setTimeout(save, 0);
  };
  survey.onValueChanged.add(later);
  return {
    save,
    accountDone: () => {
      accountDone = true;
      later();
    },
    stop: () => {
      stopped = true;
      clearTimeout(soon);
      survey.onValueChanged.remove(later);
    },
  };
}

/** Puts a draft back into a fresh model: the answers, and what was locked. */
export function restoreDraft(survey: Model, draft: Draft): void {
  const locked = new Set(draft.locked);
  fill(survey, draft.values, (name) => locked.has(name));
  tell({ type: 'restored', names: Object.keys(draft.values) });
}

function lockedNames(survey: Model): string[] {
  return survey
    .getAllQuestions()
    .filter((question) => question.readOnly)
    .map((question) => question.name);
}
