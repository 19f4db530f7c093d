import { useState } from 'react';
import type { Filing as FilingData, Me } from '../wire.ts';
import { useAnswer } from './api.ts';
import { watchQuestions } from './DeclarationForm.tsx';
import { restoreDraft } from './drafts.ts';
import { FilingForm } from './FilingForm.tsx';
import { leaveForLogin } from './router.ts';
import { buildSurvey } from './survey.ts';

/** `/nop-ho-so`: behind the login, so nothing shows until it is known who is there. */
export function Filing({ id, me }: { id: string; me: Me | null }) {
  const filing = useAnswer<FilingData | null>(`/api/filing?case=${encodeURIComponent(id)}`);
  if (!me || !filing) return <p className="notice">Đang tải tờ khai…</p>;
  if (!me.loggedIn) {
    return (
      <p className="notice">
        Phiên làm việc đã hết.{' '}
        <button type="button" className="primary" onClick={() => leaveForLogin()}>
          Đăng nhập lại
        </button>
      </p>
    );
  }
  return <WithSurvey filing={filing} caseId={id} />;
}

function WithSurvey({ filing, caseId }: { filing: FilingData; caseId: string }) {
  const [survey] = useState(() => {
    const model = buildSurvey(filing.declaration);
    watchQuestions(model);
    if (filing.draft) restoreDraft(model, filing.draft);
    return model;
  });
  return <FilingForm filing={filing} caseId={caseId} survey={survey} />;
}
