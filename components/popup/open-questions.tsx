import { useState } from 'preact/hooks';
import { type Answer, type EndToEndCondition, openQuestions, type Submission } from '../../lib/flow/index.ts';
import { formatDate, formatTime } from '../../lib/i18n/index.ts';
import { common } from '../common.ts';
import { useLanguage, useTexts } from '../language.ts';
import { dayTexts } from '../people/day-texts.ts';
import { Question } from '../people/Question.tsx';
import { texts } from '../people/texts.ts';

/** So many dossiers are asked about at once; the others follow. */
const AT_ONCE = 5;

interface OpenQuestionsProps {
  /** Newest first. */
  submissions: readonly Submission[];
  onAnswer: (submissionId: string, condition: EndToEndCondition, answer: Answer) => Promise<void>;
}

/** Filed dossiers of which not all six conditions are known, each with what is still to be asked. */
export function OpenQuestions({ submissions, onAnswer }: OpenQuestionsProps) {
  const t = useTexts(texts);
  const own = useTexts(dayTexts);
  const words = useTexts(common);
  const language = useLanguage();
  const [failed, setFailed] = useState(false);
  /** Questions answered "don't know": not asked again before the popup is opened anew. */
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set());
  const open = submissions
    .map((it) => ({
      it,
      questions: openQuestions(it).filter((condition) => !passed.has(`${it.id} ${condition}`)),
    }))
    .filter(({ questions }) => questions.length > 0);
  if (open.length === 0) return null;
  const answer = (id: string, condition: EndToEndCondition, to: Answer) => {
    if (to === 'unknown') return setPassed(new Set([...passed, `${id} ${condition}`]));
    onAnswer(id, condition, to).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  return (
    <details class="open-questions">
      <summary>
        {own('open.title')} <span class="soft">{own('open.count', { count: open.length })}</span>
      </summary>
      {failed && (
        <p role="alert" class="bad">
          {t('end.failed')}
        </p>
      )}
      <ul>
        {open.slice(0, AT_ONCE).map(({ it, questions }) => (
          <li key={it.id} data-open={it.id}>
            <b>{it.procedure.name || words('unnamed_procedure')}</b>{' '}
            <span class="soft">
              {formatDate(it.startedAt, language)} {formatTime(it.startedAt, language).slice(0, 5)}
            </span>
            {questions.slice(0, 1).map((condition) => (
              <Question
                key={condition}
                t={t}
                condition={condition}
                answer={(to) => answer(it.id, condition, to)}
              />
            ))}
          </li>
        ))}
      </ul>
      {open.length > AT_ONCE && <p class="soft">{own('open.more', { count: open.length - AT_ONCE })}</p>}
    </details>
  );
}
