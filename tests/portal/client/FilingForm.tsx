import { useLayoutEffect, useRef, useState } from 'react';
import type { Model } from 'survey-core';
import type { Filing as FilingData, FinalField, SubmitAnswer } from '../wire.ts';
import { ask } from './api.ts';
import { DeclarationForm } from './DeclarationForm.tsx';
import { Documents } from './Documents.tsx';
import type { DraftKeeper } from './drafts.ts';
import { Feedback } from './Feedback.tsx';
import { ResultMethod } from './ResultMethod.tsx';
import { showToast } from './Toasts.tsx';
import { tell, waitFor } from './tell.ts';

type Props = { filing: FilingData; caseId: string; survey: Model };

/** Declaration, papers, way of receiving the result and the two buttons, all on one page. */
export function FilingForm({ filing, caseId, survey }: Props) {
  const keeper = useRef<DraftKeeper | null>(null);
  const [method, setMethod] = useState('');
  const [methodMissing, setMethodMissing] = useState(false);
  const [sending, setSending] = useState(false);
  const [dossier, setDossier] = useState('');
  if (dossier) return <Result dossier={dossier} name={filing.procedure.name} />;

  const saveDraft = async () => {
    await keeper.current?.save();
    showToast('success', 'Lưu hồ sơ thành công', () => tell({ type: 'draft-saved' }));
  };
  const submit = async () => {
    tell({ type: 'submit-clicked' });
    tell({ type: 'final', fields: finalFields(survey) });
    setMethodMissing(!method);
    // Both are checked, so that all that is missing shows at once.
    const valid = survey.validate(true, true);
    if (!valid || !method) return tell({ type: 'submit-invalid' });
    setSending(true);
    const answered = waitFor('submit');
    await keeper.current?.save();
    const answer = await ask<SubmitAnswer>(`/api/submit?case=${caseId}`, { body: survey.data });
    setSending(false);
    if (answer.accepted) {
      setDossier(answer.dossier);
      setTimeout(answered, 0);
      return;
    }
    showToast('error', 'Có lỗi xảy ra, vui lòng thử lại', () => {
      tell({ type: 'submit-rejected' });
      answered(true);
    });
  };
  return (
    <>
      <h1>Nộp hồ sơ trực tuyến</h1>
      <p className="lead">{filing.procedure.name}</p>
      <DeclarationForm
        filing={filing}
        caseId={caseId}
        survey={survey}
        onReady={(ready) => {
          keeper.current = ready;
        }}
      />
      <Documents rows={filing.procedure.documents} />
      <ResultMethod
        value={method}
        missing={methodMissing}
        onChange={(value) => {
          setMethod(value);
          setMethodMissing(false);
        }}
      />
      <div className="actions">
        <button type="button" onClick={saveDraft} disabled={sending}>
          Lưu hồ sơ
        </button>
        <button type="button" className="primary" onClick={submit} disabled={sending}>
          Lưu và nộp hồ sơ
        </button>
      </div>
      <Feedback />
    </>
  );
}

function finalFields(survey: Model): Record<string, FinalField> {
  const state: Record<string, FinalField> = {};
  for (const question of survey.getAllQuestions()) {
    state[question.name] = {
      empty: question.isEmpty(),
      locked: question.isReadOnly,
      visible: question.isVisible,
    };
  }
  return state;
}

function Result({ dossier, name }: { dossier: string; name: string }) {
  useLayoutEffect(() => {
    tell({ type: 'result-shown' });
    scrollTo(0, 0);
  }, []);
  return (
    <section className="card result">
      <span aria-hidden="true">✓</span>
      <h1>Nộp hồ sơ thành công</h1>
      <p>{name}</p>
      <p>
        Mã hồ sơ: <strong>{dossier}</strong>
      </p>
      <p>Cơ quan tiếp nhận sẽ trả lời trong vòng 08 giờ làm việc.</p>
    </section>
  );
}
