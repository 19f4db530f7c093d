import { formatClock } from '../../lib/i18n/index.ts';
import { Clock } from './Clock.tsx';
import type { PanelModel } from './model.ts';
import { Shape } from './Shape.tsx';
import type { useMove } from './use-move.ts';
import type { Words } from './words.ts';

interface PillProps {
  model: PanelModel;
  t: Words;
  expand(): void;
  handlers: ReturnType<typeof useMove>['handlers'];
}

/** The collapsed panel: still the clock, still the count of flagged fields; one press opens it. */
export function Pill({ model, t, expand, handlers }: PillProps) {
  const { road, targetMs, flagged } = model;
  const ended = road?.outcome === 'submitted' || road?.outcome === 'submitted-unconfirmed' ? road : null;
  return (
    <button
      type="button"
      class="pill"
      aria-expanded="false"
      title={t('panel.expand')}
      onClick={expand}
      {...handlers}
    >
      <span class="name">{t('panel.name')}</span>
      {road?.outcome === 'open' && (
        <Clock t={t} road={road} targetMs={targetMs} awake={model.awake} compact={true} />
      )}
      {ended && (
        <span class="pill-end">
          {t(ended.outcome === 'submitted' ? 'pill.done' : 'pill.unconfirmed')}
          {ended.elapsedMs !== null && ` ${formatClock(ended.elapsedMs)}`}
        </span>
      )}
      {flagged > 0 && (
        // New with the outcome: what stands before it changes its width, and moving would count as a layout shift.
        <span class="pill-flags" key={road?.outcome}>
          <Shape again={false} />
          <span aria-hidden="true">{flagged}</span>
          <span class="unseen">{t('flags.count', { count: flagged })}</span>
        </span>
      )}
    </button>
  );
}
