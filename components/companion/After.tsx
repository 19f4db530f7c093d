import { Faces } from '../people/Faces.tsx';
import { Question } from '../people/Question.tsx';
import type { PeopleWords } from '../people/texts.ts';
import type { AfterModel, PeopleActions } from './people-model.ts';

interface AfterProps {
  after: AfterModel;
  t: PeopleWords;
  act: PeopleActions;
}

/** What is asked after a result screen: how content the person is, then the conditions that could not be seen. */
export function After({ after, t, act }: AfterProps) {
  const { satisfaction, rating, question } = after;
  const link = (name: string, words: string, press: () => void) => (
    <button type="button" class="link" data-act={name} onClick={press}>
      {words}
    </button>
  );
  if (rating)
    return (
      <div class="after">
        <p>{t('rate.ask')}</p>
        <Faces t={t} label={t('rate.ask')} rate={act.rate} />
        <div class="choices">
          {link('rate-hand', t('rate.hand'), () => act.hand(true))}
          {link('rate-skip', t('rate.skip'), act.skipRating)}
        </div>
      </div>
    );
  return (
    <div class="after">
      {satisfaction !== null && (
        <div class="choices">
          <span>{t('rate.thanks', { words: t(rateKey(satisfaction)) })}</span>
          {link('rate-undo', t('rate.undo'), act.rateAgain)}
        </div>
      )}
      {question && (
        <>
          <p class="soft">{t('end.title', { at: question.at, of: question.of })}</p>
          <Question
            key={question.condition}
            t={t}
            condition={question.condition}
            given={question.given}
            answer={act.answer}
          />
          <div class="choices">
            {after.canGoBack && link('end-back', t('end.back'), act.goBack)}
            {link('end-later', t('end.later'), act.answerLater)}
          </div>
        </>
      )}
      {!question && after.canGoBack && (
        <div class="choices">{link('end-back', t('end.back'), act.goBack)}</div>
      )}
    </div>
  );
}

/** The message of a score of 1–5. */
export function rateKey(score: number) {
  const keys = ['rate.1', 'rate.2', 'rate.3', 'rate.4', 'rate.5'] as const;
  return keys[score - 1] ?? 'rate.3';
}
