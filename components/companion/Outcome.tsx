import { formatDuration, type Language } from '../../lib/i18n/index.ts';
import type { RoadView } from '../../lib/messages/index.ts';
import type { Words } from './words.ts';

interface OutcomeProps {
  t: Words;
  language: Language;
  road: RoadView;
  targetMs: number;
}

/** How the road ended: the final time against the target, or that no result has been seen. */
export function Outcome({ t, language, road, targetMs }: OutcomeProps) {
  const { outcome, elapsedMs } = road;
  // It may well have been filed there: to say that it was not would have it filed a second time.
  if (outcome === 'abandoned')
    return <p class="outcome">{t(road.notSeen ? 'end.unseen' : 'end.abandoned')}</p>;
  const done = outcome === 'submitted';
  const minutes = targetMs / 60_000;
  const verdict = (overMs: number) => {
    if (overMs < 0) return t('end.under', { minutes });
    // "0 seconds over" would be said of less than one.
    if (overMs < 1000) return t('end.same', { minutes });
    return t('end.over', { minutes, over: formatDuration(overMs, language) });
  };
  const under = elapsedMs !== null && elapsedMs < targetMs;
  return (
    <div class={done ? 'outcome done' : 'outcome'}>
      <p class="outcome-head">
        <span aria-hidden="true">{done ? '✓ ' : '? '}</span>
        {t(done ? 'end.done' : 'end.unconfirmed')}
      </p>
      {elapsedMs !== null && (
        <>
          <p>
            {t(done ? 'end.time' : 'end.time-unconfirmed', { time: formatDuration(elapsedMs, language) })}
          </p>
          {/* Only a dossier that arrived meets a target. */}
          {done ? (
            <p class={under ? 'under' : 'over'}>
              <span aria-hidden="true">{under ? '● ' : '▲ '}</span>
              {verdict(elapsedMs - targetMs)}
            </p>
          ) : (
            <p>{t('end.target', { minutes })}</p>
          )}
        </>
      )}
    </div>
  );
}
