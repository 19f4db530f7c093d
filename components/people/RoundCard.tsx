import { useState } from 'preact/hooks';
import { useFocus } from '../focus.ts';
import { useTexts } from '../language.ts';
import { dayTexts } from './day-texts.ts';

/** What a volunteer says of a day. */
export interface RoundView {
  outreach: string;
  commune: string;
  team: string;
}
const EMPTY: RoundView = { outreach: '', commune: '', team: '' };
const PARTS = ['outreach', 'commune', 'team'] as const;
/** As long as the background takes. */
const MOST = 80;

/** How the background took what was said. */
export type RoundAnswer = 'saved' | 'personal' | 'failed';

interface RoundCardProps {
  round: RoundView | null;
  onSave: (round: RoundView) => Promise<RoundAnswer>;
}

/** Name of the outreach round, commune and team: said once for the day, shown in one line from then on. */
export function RoundCard({ round, onSave }: RoundCardProps) {
  const t = useTexts(dayTexts);
  const [draft, setDraft] = useState<RoundView | null>(null);
  const [answer, setAnswer] = useState<RoundAnswer | null>(null);
  const editing = draft ?? (round ? null : EMPTY);
  // The button that was pressed goes with what it stood in.
  const first = useFocus<HTMLInputElement>(round !== null && draft !== null);
  const again = useFocus<HTMLButtonElement>(answer === 'saved' && !editing);
  const save = async () => {
    const told = await onSave(editing ?? EMPTY);
    setAnswer(told);
    if (told === 'saved') setDraft(null);
  };
  const edit = ({ outreach, commune, team }: RoundView) => {
    // Part by part: a stored round has its day too, and a message with that is refused.
    setDraft({ outreach, commune, team });
    setAnswer(null);
  };
  return (
    <div class="round" data-round={round?.outreach ?? ''}>
      <h2>{t('round.title')}</h2>
      {editing ? (
        <form
          class="round-form"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <p class="soft">{t('round.none')}</p>
          {PARTS.map((part) => (
            <label key={part}>
              <span>{t(`round.${part}`)}</span>
              <input
                ref={part === PARTS[0] ? first : null}
                type="text"
                name={part}
                maxLength={MOST}
                required={part === 'outreach'}
                autocomplete="off"
                value={editing[part]}
                onInput={(event) => setDraft({ ...editing, [part]: event.currentTarget.value })}
              />
            </label>
          ))}
          <button type="submit" data-action="save-round">
            {t('round.save')}
          </button>
        </form>
      ) : (
        <p class="row">
          <span>
            {round &&
              PARTS.map((part) => round[part])
                .filter(Boolean)
                .join(' · ')}
          </span>
          <button type="button" class="quiet" ref={again} onClick={() => edit(round ?? EMPTY)}>
            {t('round.edit')}
          </button>
        </p>
      )}
      <p role="status" class={answer === 'saved' ? 'good' : 'bad'}>
        {answer && t(`round.${answer}`)}
      </p>
    </div>
  );
}
