import { useEffect, useState } from 'preact/hooks';
import { formatClock } from '../../lib/i18n/index.ts';
import { common, procedureName, stepName } from '../common.ts';
import { useLanguage, useTexts } from '../language.ts';
import { texts } from './texts.ts';

/** What the popup shows of a submission under way. */
export interface RunningView {
  submissionId: string;
  startedAt: number;
  procedure: { code: string; name: string };
  /** The present step; null where the page shows none. */
  step: { id: string; label: string } | null;
  flagged: number;
}

/** The present time, anew at each full second of the clock that started at `startedAt`. */
function useNow(startedAt: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    let timer = 0;
    const tick = () => {
      const at = Date.now();
      setNow(at);
      // Aligned to the clock's own seconds: a fixed interval drifts and then skips one.
      timer = window.setTimeout(tick, 1000 - ((at - startedAt) % 1000) + 5);
    };
    tick();
    return () => window.clearTimeout(timer);
  }, [startedAt]);
  return now;
}

/** The submission under way: its clock, where it is, and what the portal should have filled so far. */
export function RunningCard({ running }: { running: RunningView }) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const language = useLanguage();
  const now = useNow(running.startedAt);
  return (
    <section class="running" aria-label={t('running_title')}>
      <div class="running-head">
        <h2>{t('running_title')}</h2>
        <span class="clock" role="timer" aria-label={t('running_clock')}>
          {formatClock(now - running.startedAt)}
        </span>
      </div>
      <p class="running-name">{procedureName(running.procedure, words)}</p>
      {running.step && <p>{t('running_step', { step: stepName(running.step, words, language) })}</p>}
      <p>{running.flagged > 0 ? t('running_flagged', { count: running.flagged }) : t('running_unflagged')}</p>
    </section>
  );
}
