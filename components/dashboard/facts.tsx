import type { ComponentChildren } from 'preact';
import { END_TO_END, type Submission } from '../../lib/flow/index.ts';
import { formatDate } from '../../lib/i18n/index.ts';
import { common } from '../common.ts';
import { useLanguage, useTexts } from '../language.ts';
import { DurationMetric } from '../metric.tsx';
import { texts } from './texts.ts';

/** One submission's times: clock, active, waiting, always together. */
export function Times({ submission }: { submission: Submission }) {
  const words = useTexts(common);
  const time = (label: string, ms: number | null) => (
    <div>
      <dt>{label}</dt>
      <dd>
        <DurationMetric value={ms} />
      </dd>
    </div>
  );
  return (
    <dl class="times">
      {time(words('elapsed'), submission.elapsedMs)}
      {time(words('active'), submission.activeMs)}
      {time(words('waiting'), submission.waitingMs)}
    </dl>
  );
}

/** What else is known of a submission; what is not known is left out or said to be missing. */
export function Facts({ submission: it }: { submission: Submission }) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const language = useLanguage();
  const day = (at: number | null) => (at === null ? words('none') : formatDate(at, language));
  const { files, failed } = it.uploads;
  const { receivedAt, dueAt, resultAt } = it.processing;
  const facts: [label: string, value: ComponentChildren][] = [
    [t('detail_agency'), it.agency ?? words('none')],
    [t('detail_portals'), it.portals.join(', ') || words('none')],
    [t('detail_rejections'), it.rejections],
    [
      t('detail_uploads'),
      failed === null || failed === 0 ? files : t('detail_uploads_failed', { files, failed }),
    ],
    [t('detail_payment'), it.payment ? words(`payment_${it.payment}`) : words('none')],
    [t('detail_result'), it.resultMethod ? words(`resultMethod_${it.resultMethod}`) : words('none')],
    [
      t('detail_satisfaction'),
      it.satisfaction === null ? words('none') : t('detail_satisfaction_of', { score: it.satisfaction }),
    ],
    [t('detail_processing'), [receivedAt, dueAt, resultAt].map(day).join(' → ')],
  ];
  return (
    <dl class="pairs">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The six conditions of an end-to-end dossier, each yes, no or not known. */
export function EndToEnd({ submission }: { submission: Submission }) {
  const words = useTexts(common);
  return (
    <dl class="pairs">
      {END_TO_END.map((condition) => (
        <div key={condition}>
          <dt>{words(`endToEnd_${condition}`)}</dt>
          <dd class={`answer-${submission.endToEnd[condition]}`}>
            {words(`answer_${submission.endToEnd[condition]}`)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
