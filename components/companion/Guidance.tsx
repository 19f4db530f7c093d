import { Clock } from './Clock.tsx';
import { Errors } from './Errors.tsx';
import { useKeptFocus } from './kept-focus.ts';
import { Missing } from './Missing.tsx';
import type { Actions, PanelModel } from './model.ts';
import { Now } from './Now.tsx';
import { Outcome } from './Outcome.tsx';
import { Prepare } from './Prepare.tsx';
import { Shape } from './Shape.tsx';
import { Tools } from './Tools.tsx';
import { sentence, type Words } from './words.ts';

interface GuidanceProps {
  model: PanelModel;
  act: Actions;
  t: Words;
}

/**
 * What the open panel says: the clock or how it ended, the present step and the next, what is missing, what the portal
 * reported, what to prepare, the flagged fields.
 */
export function Guidance({ model, act, t }: GuidanceProps) {
  const { road, flagged, targetMs, guide } = model;
  const brief = model.role === 'volunteer';
  const now = sentence(guide.advice.now, model.language, guide.advice);
  const filed = road?.outcome === 'submitted';
  const ended = filed ? `${t('end.done')} ` : '';
  // Whatever changes the height makes new elements: old ones that move would count as a layout shift of the page.
  const shape = JSON.stringify([road?.outcome, now, guide, flagged > 0, model.reachable, brief]);
  const body = useKeptFocus(shape);
  return (
    <>
      {/* Kept while all else is made anew, because only a lasting element is read aloud when its text changes. */}
      <p class="unseen" aria-live="polite">
        {ended}
        {t('panel.now')} {now}
      </p>
      <div class="body" key={shape} ref={body}>
        {road?.outcome === 'open' && (
          <Clock t={t} road={road} targetMs={targetMs} awake={model.awake} compact={brief} />
        )}
        {road && road.outcome !== 'open' && (
          <Outcome t={t} language={model.language} road={road} targetMs={targetMs} />
        )}
        <Now guide={guide} brief={brief} language={model.language} t={t} act={act.guide} />
        {guide.errors.length > 0 && <Errors errors={guide.errors} t={t} close={act.guide.closeErrors} />}
        {/* What the portal took without, it did not miss. */}
        {!filed && guide.missingCount > 0 && <Missing guide={guide} t={t} act={act.guide} />}
        {guide.prepare && (
          <Prepare prepare={guide.prepare} open={guide.unfolded.includes('prepare')} t={t} act={act.guide} />
        )}
        {flagged > 0 && (
          <div class="flags">
            <Shape again={false} />
            <span>{t('flags.count', { count: flagged })}</span>
            {model.reachable && (
              <button type="button" class="link" data-act="next-field" onClick={act.nextField}>
                {t('flags.next')}
              </button>
            )}
          </div>
        )}
        <Tools guide={guide} language={model.language} t={t} act={act.guide} />
      </div>
    </>
  );
}
