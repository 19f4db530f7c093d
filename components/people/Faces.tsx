import { Face } from './Face.tsx';
import type { PeopleWords } from './texts.ts';

/** The scores that can be given, from the worst to the best. */
const SCORES = [1, 2, 3, 4, 5] as const;

interface FacesProps {
  t: PeopleWords;
  label: string;
  rate(score: number): void;
}

/** Five faces with their words; one tap is the answer. */
export function Faces({ t, label, rate }: FacesProps) {
  return (
    <fieldset class="faces" aria-label={label}>
      {SCORES.map((score) => (
        <button
          key={score}
          type="button"
          class="rate"
          data-act={`rate-${score}`}
          data-rating={score}
          onClick={() => rate(score)}
        >
          <Face score={score} />
          <span>{t(`rate.${score}`)}</span>
        </button>
      ))}
    </fieldset>
  );
}
