import { Clock } from './Clock.tsx';
import type { Actions, PanelModel } from './model.ts';
import { Outcome } from './Outcome.tsx';
import { Shape } from './Shape.tsx';
import type { Words } from './words.ts';

interface GuidanceProps {
  model: PanelModel;
  act: Actions;
  t: Words;
}

/** What the open panel says: the clock or how it ended, the present step and the next, the flagged fields. */
export function Guidance({ model, act, t }: GuidanceProps) {
  const { road, advice, flagged, targetMs } = model;
  const values = { count: advice.count };
  const now = t(advice.now, values);
  const ended = road?.outcome === 'submitted' ? `${t('end.done')} ` : '';
  // Whatever changes the height makes new elements: old ones that move would count as a layout shift of the page.
  const shape = [road?.outcome, now, advice.next, flagged > 0, model.reachable].join();
  return (
    <>
      {/* Kept while all else is made anew, because only a lasting element is read aloud when its text changes. */}
      <p class="unseen" aria-live="polite">
        {ended}
        {t('panel.now')} {now}
      </p>
      <div class="body" key={shape}>
        {road?.outcome === 'open' && (
          <Clock t={t} road={road} targetMs={targetMs} awake={model.awake} compact={false} />
        )}
        {road && road.outcome !== 'open' && (
          <Outcome t={t} language={model.language} road={road} targetMs={targetMs} />
        )}
        <p class="now" aria-hidden="true">
          <b>{t('panel.now')}</b> {now}
        </p>
        {advice.next && (
          <p class="next">
            <b>{t('panel.next')}</b> {t(advice.next, values)}
          </p>
        )}
        {flagged > 0 && (
          <div class="flags">
            <Shape again={false} />
            <span>{t('flags.count', { count: flagged })}</span>
            {model.reachable && (
              <button type="button" class="link" onClick={act.nextField}>
                {t('flags.next')}
              </button>
            )}
          </div>
        )}
      </div>
    </>
  );
}
