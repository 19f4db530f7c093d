import { formatDuration } from '../lib/i18n/index.ts';
import { targetAt } from '../lib/metrics/index.ts';
import { common } from './common.ts';
import { useLanguage, useTexts } from './language.ts';

/** Share of the bar's width at which the target stands when the time is shorter than it. */
const ROOM = 1.25;

/** The target in force at a moment, its year and the document that set it. */
export function TargetLine({ at }: { at: number }) {
  const t = useTexts(common);
  const language = useLanguage();
  const target = targetAt(at);
  return (
    <p class="target-line">
      {t('target', { year: String(target.fromYear), time: formatDuration(target.underMs, language) })}{' '}
      <span class="soft">{t('target_source', { source: target.source })}</span>
    </p>
  );
}

/** A time against the target in force when it ended, as words and as a bar with the target marked on it. */
export function TargetVerdict({ elapsedMs, at }: { elapsedMs: number; at: number }) {
  const t = useTexts(common);
  const language = useLanguage();
  const { underMs } = targetAt(at);
  const within = elapsedMs < underMs;
  const scale = Math.max(elapsedMs * 1.06, underMs * ROOM);
  // Reckoned from the time as it reads beside this, in whole seconds.
  const gapMs = Math.abs(underMs - Math.floor(elapsedMs / 1000) * 1000);
  const words = within ? 'target_faster' : 'target_slower';
  return (
    <div class={within ? 'verdict within' : 'verdict over'}>
      <div class="target-bar" aria-hidden="true">
        <div class="target-fill" style={{ width: `${(elapsedMs / scale) * 100}%` }} />
        <div class="target-tick" style={{ left: `${(underMs / scale) * 100}%` }} />
      </div>
      <p class="verdict-words">
        {gapMs === 0 ? t('target_same') : t(words, { time: formatDuration(gapMs, language) })}
      </p>
    </div>
  );
}
