import { formatDuration, type Language } from '../../lib/i18n/index.ts';
import type { Tally } from '../../lib/metrics/index.ts';
import { PEOPLE } from './texts.ts';

/** The day at a glance: submitted, not finished, mean time. What no result was seen of is told only where there is any. */
export function TallyLine({ tally, language }: { tally: Tally; language: Language }) {
  const t = PEOPLE[language];
  const { submitted, unconfirmed, abandoned, meanElapsedMs } = tally;
  const parts = [
    ['submitted', submitted],
    ...(unconfirmed > 0 ? [['unconfirmed', unconfirmed] as const] : []),
    ['abandoned', abandoned],
  ] as const;
  return (
    <p class="tally" data-submitted={submitted} data-abandoned={abandoned}>
      <b>{t('day.title')}:</b>{' '}
      {parts.map(([name, count], index) => (
        <span key={name}>
          {index > 0 && ' · '}
          <b>{count}</b> {t(`day.${name}`)}
        </span>
      ))}
      {meanElapsedMs !== null && (
        <span>
          {' · '}
          {t('day.mean')} <b>{formatDuration(meanElapsedMs, language)}</b>
        </span>
      )}
    </p>
  );
}
