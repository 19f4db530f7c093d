import { endOf, type TimedSubmission } from '../../lib/metrics/index.ts';
import { common, procedureName } from '../common.ts';
import { useTexts } from '../language.ts';
import { DurationMetric } from '../metric.tsx';
import { OutcomeMark } from '../outcome.tsx';
import { TargetLine, TargetVerdict } from '../target.tsx';
import { texts } from './texts.ts';

/** The last time to submit, large, against the target of its year; clock time and active time together. */
export function LastCard({ last, now }: { last: TimedSubmission | null; now: number }) {
  const t = useTexts(texts);
  const words = useTexts(common);
  return (
    <section class="last" aria-labelledby="last-title">
      <h2 id="last-title">{t('last_title')}</h2>
      {last && <p class="last-name">{procedureName(last.procedure, words)}</p>}
      <p class="last-elapsed">
        <DurationMetric name="last-elapsed" value={last?.elapsedMs ?? null} />
      </p>
      {last ? (
        <>
          <p class="last-active">
            {words('active')}: <DurationMetric value={last.activeMs} />
          </p>
          {last.outcome !== 'submitted' && (
            <p>
              <OutcomeMark of={last} />
            </p>
          )}
          <TargetVerdict elapsedMs={last.elapsedMs} at={endOf(last)} />
        </>
      ) : (
        <p class="soft">{t('last_empty')}</p>
      )}
      <TargetLine at={last ? endOf(last) : now} />
    </section>
  );
}
