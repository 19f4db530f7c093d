import type { Answer, EndToEndCondition } from '../../lib/flow/index.ts';
import type { PeopleWords } from './texts.ts';

const ANSWERS: readonly Answer[] = ['yes', 'no', 'unknown'];

interface QuestionProps {
  t: PeopleWords;
  condition: EndToEndCondition;
  /** What was answered before, where it is asked once more. */
  given?: Answer;
  answer(to: Answer): void;
}

/** One of the six conditions of an end-to-end dossier, asked in one line. */
export function Question({ t, condition, given = 'unknown', answer }: QuestionProps) {
  const words = t(`end.${condition}`);
  return (
    <fieldset class="question" data-condition={condition} aria-label={words}>
      <p>{words}</p>
      <div class="answers">
        {ANSWERS.map((it) => (
          // The second press of a double click may have been meant for what stood here before.
          <button
            key={it}
            type="button"
            class="chip"
            data-act={`answer-${it}`}
            data-answer={it}
            aria-pressed={given === 'unknown' ? undefined : it === given}
            onClick={({ detail }) => detail < 2 && answer(it)}
          >
            {t(`end.${it}`)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
