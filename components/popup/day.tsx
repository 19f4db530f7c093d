import { useState } from 'preact/hooks';
import type { DayView } from '../../lib/messages/index.ts';
import { useLanguage, useTexts } from '../language.ts';
import { dayTexts } from '../people/day-texts.ts';
import { type RoundAnswer, RoundCard, type RoundView } from '../people/RoundCard.tsx';
import { TallyLine } from '../people/TallyLine.tsx';
import { texts } from '../people/texts.ts';

interface DayCardProps {
  day: DayView;
  /** Rejects when it could not be written. */
  onNextPerson: () => Promise<void>;
  onRound: (round: RoundView) => Promise<RoundAnswer>;
}

/** A volunteer's day: the tally, one press between two people, and the names of the round. */
export function DayCard({ day, onNextPerson, onRound }: DayCardProps) {
  const t = useTexts(texts);
  const own = useTexts(dayTexts);
  const language = useLanguage();
  const [state, setState] = useState<'idle' | 'done' | 'failed'>('idle');
  const press = () =>
    onNextPerson().then(
      () => setState('done'),
      () => setState('failed'),
    );
  return (
    <section class="day card" aria-label={t('day.title')}>
      <TallyLine tally={day.tally} language={language} />
      <button type="button" class="primary" data-action="next-person" title={t('next.hint')} onClick={press}>
        {t('next.button')}
      </button>
      <p role="status" class={state === 'failed' ? 'bad' : 'good'}>
        {state === 'done' && own('next.done')}
        {state === 'failed' && t('next.failed')}
      </p>
      <RoundCard round={day.round} onSave={onRound} />
    </section>
  );
}
