import type { Submission } from '../../lib/flow/index.ts';
import { formatClock, formatDate } from '../../lib/i18n/index.ts';
import { common, procedureName } from '../common.ts';
import { useLanguage, useTexts } from '../language.ts';
import { OutcomeMark } from '../outcome.tsx';
import { texts } from './texts.ts';

interface RecentProps {
  /** Newest first; those under way have a card of their own and are left out by the caller. */
  submissions: readonly Submission[];
  linkTo: (submissionId: string) => string;
}

/** The last few submissions: what, when, how it ended, how long. */
export function Recent({ submissions, linkTo }: RecentProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const language = useLanguage();
  return (
    <section aria-labelledby="recent-title">
      <h2 id="recent-title">
        {t('recent_title')} <span class="soft unit">({words('minutesSeconds')})</span>
      </h2>
      <ul class="recent">
        {submissions.map((it) => (
          <li key={it.id}>
            <a href={linkTo(it.id)} target="_blank" rel="noopener">
              <span class="recent-name">{procedureName(it.procedure, words)}</span>
              <span class="num recent-time">{it.elapsedMs !== null && formatClock(it.elapsedMs)}</span>
              <span class="recent-how">
                <OutcomeMark of={it} />
                <span class="soft">{formatDate(it.startedAt, language)}</span>
              </span>
              <span class="num soft recent-active">
                {it.elapsedMs !== null &&
                  it.activeMs !== null &&
                  t('recent_active', { time: formatClock(it.activeMs) })}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
