import type { ComponentChildren } from 'preact';
import type { Submission } from '../../lib/flow/index.ts';
import { formatDuration } from '../../lib/i18n/index.ts';
import { decidedOf, endOf, overviewOf, ratedOf } from '../../lib/metrics/index.ts';
import { useLanguage, useTexts } from '../language.ts';
import { lastTimed } from '../last-timed.ts';
import { CountMetric, DurationMetric, ShareMetric } from '../metric.tsx';
import { OutcomeMark } from '../outcome.tsx';
import { TargetLine, TargetVerdict } from '../target.tsx';
import { type Ending, endingOf } from './rows.ts';
import { texts } from './texts.ts';

/** Told also where there are none; the others only where there are any. */
const ALWAYS: readonly Ending[] = ['submitted', 'submitted-unconfirmed', 'abandoned'];
const ORDER: readonly Ending[] = [...ALWAYS, 'unseen', 'open'];

interface TileProps {
  title: string;
  /** The first tile is the largest; the last one is broad, so that the rows come out even. */
  look?: 'hero' | 'broad';
  children: ComponentChildren;
}

function Tile({ title, look, children }: TileProps) {
  return (
    <div class={`tile card ${look ?? ''}`}>
      <h3>{title}</h3>
      {children}
    </div>
  );
}

/** The headline numbers over everything recorded, each with what it counts. */
export function OverviewTiles({ submissions, now }: { submissions: readonly Submission[]; now: number }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const of = overviewOf(submissions);
  const last = lastTimed(submissions);
  const ended = ORDER.map((ending) => ({
    ending,
    count: submissions.filter((it) => endingOf(it) === ending).length,
  })).filter(({ ending, count }) => count > 0 || ALWAYS.includes(ending));
  const active = (ms: number | null | undefined) =>
    ms !== null &&
    ms !== undefined && <p class="soft">{t('metric_active', { time: formatDuration(ms, language) })}</p>;

  return (
    <div class="tiles">
      <Tile title={t('metric_last')} look="hero">
        <DurationMetric name="last-elapsed" value={last?.elapsedMs ?? null} />
        {active(last?.activeMs)}
        {last && last.outcome !== 'submitted' && (
          <p>
            <OutcomeMark of={last} />
          </p>
        )}
        {last && <TargetVerdict elapsedMs={last.elapsedMs} at={endOf(last)} />}
        <TargetLine at={last ? endOf(last) : now} />
      </Tile>
      <Tile title={t('metric_mean')}>
        <DurationMetric name="mean-elapsed" value={of.meanElapsed} />
        {active(of.meanActive)}
      </Tile>
      <Tile title={t('metric_median')}>
        <DurationMetric name="median-elapsed" value={of.medianElapsed} />
        <p class="soft">{t('metric_median_note')}</p>
      </Tile>
      <Tile title={t('metric_within')}>
        <ShareMetric name="share-within-target" value={of.shareWithinTarget} />
        <p class="soft">{t('metric_within_note', { count: of.timed })}</p>
      </Tile>
      <Tile title={t('metric_autofill')}>
        <ShareMetric name="autofill-share" value={of.autofillShare} />
        <p class="soft">{t('metric_autofill_note')}</p>
      </Tile>
      <Tile title={t('metric_satisfaction')}>
        <ShareMetric name="satisfaction-share" value={of.satisfactionShare} />
        <p class="soft">{t('metric_satisfaction_note', { count: ratedOf(submissions).length })}</p>
      </Tile>
      <Tile title={t('metric_end')}>
        <ShareMetric name="end-to-end-share" value={of.endToEndShare} />
        <p class="soft">{t('metric_end_note', { count: decidedOf(submissions).length })}</p>
      </Tile>
      <Tile title={t('metric_submissions')} look="broad">
        <CountMetric name="submissions" value={of.submissions} />
        <p class="soft">
          {ended.map(({ ending, count }) => t(`metric_submissions_${ending}`, { count })).join(' · ')}
        </p>
      </Tile>
    </div>
  );
}
