import { useEffect, useRef, useState } from 'react';
import type { Model } from 'survey-core';
import { Survey } from 'survey-react-ui';
import type { Filing } from '../wire.ts';
import { fillFromAccount, watchLookup, watchSelf } from './autofill.ts';
import { type DraftKeeper, keepDraft } from './drafts.ts';
import { MobileTwin } from './MobileTwin.tsx';
import { tell } from './tell.ts';

type Props = { filing: Filing; caseId: string; survey: Model; onReady: (keeper: DraftKeeper) => void };

/** The declaration: the survey itself and all that fills it. */
export function DeclarationForm({ filing, caseId, survey, onReady }: Props) {
  const [asking, setAsking] = useState(false);
  const root = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one survey, one life; none of the rest changes under it
  useEffect(() => {
    const keeper = keepDraft(survey, caseId, filing.draft);
    onReady(keeper);
    const ends = [watchLookup(survey, filing, caseId, setAsking), watchSelf(survey, filing), keeper.stop];
    if (!filing.draft?.accountDone) void fillFromAccount(survey, filing, caseId).then(keeper.accountDone);
    if (root.current) ends.push(watchFirstInput(root.current));
    return () => {
      for (const end of ends) end();
    };
  }, [survey]);
  return (
    <section className="declaration" ref={root}>
      <MobileTwin declaration={filing.declaration} />
      <Survey model={survey} />
      <p className="asking" role="status">
        {asking && 'Đang tra cứu cơ sở dữ liệu quốc gia về dân cư…'}
      </p>
    </section>
  );
}

/** Tells when questions come and go. Bound before the first render, so that the first one counts. */
export function watchQuestions(survey: Model): void {
  const shown = new Set<string>();
  survey.onAfterRenderQuestion.add((_, { question }) => {
    if (shown.has(question.name)) return;
    if (shown.size === 0) tell({ type: 'form-shown' });
    shown.add(question.name);
    tell({ type: 'question-shown', name: question.name });
  });
  survey.onQuestionVisibleChanged.add((_, { question, visible }) => {
    if (visible || !shown.delete(question.name)) return;
    tell({ type: 'question-hidden', name: question.name });
  });
}

function watchFirstInput(root: HTMLElement): () => void {
  const stop = () => {
    root.removeEventListener('input', onInput, true);
    root.removeEventListener('click', onClick, true);
  };
  const note = () => {
    stop();
    tell({ type: 'first-input' });
  };
  const onInput = (event: Event) => event.isTrusted && note();
  const onClick = (event: Event) => {
    const option = (event.target as Element).closest('[role=option]');
    if (option && event.isTrusted) note();
  };
  root.addEventListener('input', onInput, true);
  root.addEventListener('click', onClick, true);
  return stop;
}
