import { formatDate } from '../../lib/i18n/index.ts';
import { useLanguage, useTexts } from '../language.ts';
import { DownloadButton } from './download-button.tsx';
import { texts } from './texts.ts';

/** How a rule of a portal's profile does, as the dashboard shows it. */
export interface HealthView {
  rule: string;
  /** How often it failed to match, by day. */
  days: Readonly<Record<string, number>>;
  /** Since when it has not matched (epoch ms); null while it does. */
  since: number | null;
  /** What stood there when it last failed. */
  controls?: readonly { tag: string; role: string; label: string }[];
}

interface HealthProps {
  rules: readonly HealthView[];
  /** Hands out the report as a file; answers with its name. */
  onReport: () => string;
}

/** Where the portal may have changed. Shows nothing where every rule has always matched. */
export function Health({ rules, onReport }: HealthProps) {
  const t = useTexts(texts);
  const language = useLanguage();
  if (rules.length === 0) return null;
  return (
    <section id="health" aria-labelledby="health-title">
      <h2 id="health-title">{t('health')}</h2>
      <p>{t(rules.some(({ since }) => since !== null) ? 'health_text' : 'health_text_well')}</p>
      <table class="list">
        <caption class="unseen">{t('health')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('health_rule')}</th>
            <th scope="col">{t('health_since')}</th>
            <th scope="col">{t('health_count')}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ rule, days, since }) => (
            <tr key={rule} data-rule={rule}>
              <th scope="row">
                <code>{rule}</code>
              </th>
              <td data-label={t('health_since')}>
                {since === null ? t('health_well') : formatDate(since, language)}
              </td>
              <td class="num" data-label={t('health_count')}>
                {Object.values(days).reduce((sum, count) => sum + count, 0)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="soft">{t('health_report_text')}</p>
      <div class="row">
        <DownloadButton label={t('health_report')} action="health-report" onDownload={onReport} />
      </div>
    </section>
  );
}
