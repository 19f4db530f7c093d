import type { ComponentChildren } from 'preact';
import type { Submission } from '../../lib/flow/index.ts';
import { type Overview, overviewOf } from '../../lib/metrics/index.ts';
import { useTexts } from '../language.ts';
import { within } from '../last-timed.ts';
import { CountMetric, DurationMetric, ShareMetric } from '../metric.tsx';
import { texts } from './texts.ts';

/** The numbers of the last 30 days beside those of all time; the latter are the headline numbers of this page. Two equal columns of nothing would say no more than one. */
export function Summary({ submissions, now }: { submissions: readonly Submission[]; now: number }) {
  const t = useTexts(texts);
  const all = overviewOf(submissions);
  const recent = overviewOf(within(submissions, 30, now));

  const row = (label: string, cell: (of: Overview, headline: boolean) => ComponentChildren) => (
    <tr>
      <th scope="row">{label}</th>
      {submissions.length > 0 && <td>{cell(recent, false)}</td>}
      <td>{cell(all, true)}</td>
    </tr>
  );

  return (
    <section aria-labelledby="summary-title">
      <h2 id="summary-title" class="unseen">
        {t('summary_title')}
      </h2>
      <table class="summary">
        <thead>
          <tr>
            <td />
            {submissions.length > 0 && <th scope="col">{t('summary_30')}</th>}
            <th scope="col">{t('summary_all')}</th>
          </tr>
        </thead>
        <tbody>
          {row(t('summary_mean'), (of, headline) => (
            <DurationMetric {...(headline && { name: 'mean-elapsed' })} value={of.meanElapsed} />
          ))}
          {row(t('summary_median'), (of, headline) => (
            <DurationMetric {...(headline && { name: 'median-elapsed' })} value={of.medianElapsed} />
          ))}
          {row(t('summary_within'), (of, headline) => (
            <ShareMetric {...(headline && { name: 'share-within-target' })} value={of.shareWithinTarget} />
          ))}
          {row(t('summary_autofill'), (of, headline) => (
            <ShareMetric {...(headline && { name: 'autofill-share' })} value={of.autofillShare} />
          ))}
          {row(t('summary_count'), (of, headline) => (
            <CountMetric {...(headline && { name: 'submissions' })} value={of.submissions} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
