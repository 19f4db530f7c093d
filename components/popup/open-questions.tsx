import { useEffect, useRef, useState } from 'preact/hooks';
import { type Answer, type EndToEndCondition, openQuestions, type Submission } from '../../lib/flow/index.ts';
import { formatDate, formatTime } from '../../lib/i18n/index.ts';
import { common, procedureName } from '../common.ts';
import { focusOn } from '../focus.ts';
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

interface Answered {
  id: string;
  condition: EndToEndCondition;
  to: Answer;
}

/** Filed dossiers of which not all six conditions are known, each with what is still to be asked. The last answer can be changed. */
export function OpenQuestions({ submissions, onAnswer }: OpenQuestionsProps) {
  const t = useTexts(texts);
  const own = useTexts(dayTexts);
  const words = useTexts(common);
  const language = useLanguage();
  const [failed, setFailed] = useState(false);
  /** Questions answered "don't know": not asked again before the popup is opened anew. */
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<Answered | null>(null);
  /** Once something was answered, this stays for as long as the popup: it must not close over the way back. */
  const [begun, setBegun] = useState(false);
  const whole = useRef<HTMLDetailsElement>(null);
  /** The dossier at which the focus goes on once its question has made way for another. */
  const goOnAt = useRef<string | null>(null);
  const open = submissions
    .map((it) => ({
      it,
      questions: openQuestions(it).filter((condition) => !passed.has(`${it.id} ${condition}`)),
    }))
    .filter(({ questions }) => questions.length > 0);
  const answered = last && submissions.some(({ id }) => id === last.id) ? last : null;
  const asked = open.slice(0, AT_ONCE).map(({ it, questions }) => `${it.id} ${questions[0]}`);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other questions are asked only when these are others.
  useEffect(() => {
    if (goOnAt.current === null) return;
    const next = whole.current?.querySelector<HTMLElement>(`[data-open="${goOnAt.current}"] fieldset`);
    focusOn(next ?? whole.current?.querySelector<HTMLElement>('[role="status"]'));
    goOnAt.current = null;
  }, [asked.join()]);

  if (open.length === 0 && !(begun && submissions.length > 0)) return null;
  const keep = async ({ id, condition, to }: Answered) => {
    if (to === 'unknown') setPassed(new Set([...passed, `${id} ${condition}`]));
    else await onAnswer(id, condition, to);
  };
  const takeBack = async ({ id, condition, to }: Answered) => {
    if (to !== 'unknown') await onAnswer(id, condition, 'unknown');
    setPassed(new Set([...passed].filter((it) => it !== `${id} ${condition}`)));
  };
  const work = (id: string, done: Promise<void>, then: Answered | null) => {
    goOnAt.current = id;
    setBegun(true);
    done.then(
      () => {
        setLast(then);
        setFailed(false);
      },
      () => {
        goOnAt.current = null;
        setFailed(true);
      },
    );
  };
  return (
    <details class="open-questions" ref={whole}>
      <summary>
        {own('open.title')} <span class="soft">{own('open.count', { count: open.length })}</span>
      </summary>
      {failed && (
        <p role="alert" class="bad">
          {t('end.failed')}
        </p>
      )}
      <p role="status">
        {answered && (
          <>
            {own('open.answered', {
              question: t(`end.${answered.condition}`),
              answer: t(`end.${answered.to}`),
            })}{' '}
            <button
              type="button"
              class="quiet"
              data-action="take-back"
              onClick={() => work(answered.id, takeBack(answered), null)}
            >
              {t('end.back')}
            </button>
          </>
        )}
      </p>
      <ul>
        {open.slice(0, AT_ONCE).map(({ it, questions }) => (
          <li key={it.id} data-open={it.id}>
            <b>{procedureName(it.procedure, words)}</b>{' '}
            <span class="soft">
              {formatDate(it.startedAt, language)} {formatTime(it.startedAt, language).slice(0, 5)}
            </span>
            {questions.slice(0, 1).map((condition) => (
              <Question
                key={condition}
                t={t}
                condition={condition}
                answer={(to) => {
                  const now = { id: it.id, condition, to };
                  work(it.id, keep(now), now);
                }}
              />
            ))}
          </li>
        ))}
      </ul>
      {open.length > AT_ONCE && <p class="soft">{own('open.more', { count: open.length - AT_ONCE })}</p>}
    </details>
  );
}
