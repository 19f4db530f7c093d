import type { ComponentChildren } from 'preact';
import { END_TO_END, type Submission, wasPaused } from '../../lib/flow/index.ts';
import { formatClock, formatDate, formatDuration } from '../../lib/i18n/index.ts';
import { shownSplit, shownWaiting, splitOf } from '../../lib/metrics/index.ts';
import { PROFILES } from '../../lib/portal/profiles/index.ts';
import { common } from '../common.ts';
import { useLanguage, useTexts } from '../language.ts';
import { DurationMetric } from '../metric.tsx';
import { dayTexts } from '../people/day-texts.ts';
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
      {time(words('waiting'), shownWaiting(submission))}
    </dl>
  );
}

/** A stretch split into the person acting, waiting for the portal, and nobody: a bar, and the same in words. */
export function Split({ submission }: { submission: Submission }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const split = splitOf(submission);
  if (!split) return <p class="soft">{t('split_none')}</p>;
  const whole = Math.max(1, submission.elapsedMs ?? 0);
  const shown = Object.entries(shownSplit(submission) ?? split);
  const text = shown.map(([name, ms]) => [name, formatDuration(ms, language)]);
  return (
    <div class="split" data-acting={split.acting} data-waiting={split.waiting} data-idle={split.idle}>
      <div class="split-bar" aria-hidden="true">
        {Object.entries(split).map(([name, ms]) => (
          <div key={name} class={`split-${name}`} style={{ width: `${(ms / whole) * 100}%` }} />
        ))}
      </div>
      <p>{t('split_words', Object.fromEntries(text))}</p>
    </div>
  );
}

const portalName = (id: string) => PROFILES.find((it) => it.id === id)?.name ?? id;

/** What else is known of a submission; what is not known is left out or said to be missing. */
export function Facts({ submission: it }: { submission: Submission }) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const language = useLanguage();
  const dayWords = useTexts(dayTexts);
  const day = (at: number | null) => (at === null ? words('none') : formatDate(at, language));
  const { files, failed, waitingMs: uploadMs } = it.uploads;
  const { receivedAt, dueAt, resultAt } = it.processing;
  const facts: (readonly [label: string, value: ComponentChildren])[] = [
    [t('detail_agency'), it.agency ?? words('none')],
    ...(it.outreach === null ? [] : [[dayWords('round.of'), it.outreach] as const]),
    [t('detail_portals'), it.portals.map(portalName).join(', ') || words('none')],
    [t('detail_rejections'), it.rejections],
    [
      t('detail_uploads'),
      failed === null || failed === 0 ? files : t('detail_uploads_failed', { files, failed }),
    ],
    ...(files > 0 && uploadMs !== null
      ? [[t('detail_waiting_uploads'), formatDuration(uploadMs, language)] as const]
      : []),
    ...(it.notSeen.includes('elsewhere') ? [[t('detail_not_seen'), t('detail_elsewhere')] as const] : []),
    ...(wasPaused(it) ? [[t('detail_paused'), t('detail_paused_untimed')] as const] : []),
    ...(it.clockShiftMs !== 0
      ? [
          [
            t('detail_clock'),
            `${it.clockShiftMs < 0 ? '−' : '+'}${formatClock(Math.abs(it.clockShiftMs))}`,
          ] as const,
        ]
      : []),
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
