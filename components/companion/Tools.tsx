import type { GuideActions, GuideModel } from './guide-model.ts';
import type { Words } from './words.ts';

interface ToolsProps {
  guide: GuideModel;
  t: Words;
  act: GuideActions;
}

/** Larger letters, and the step read aloud where this machine has a voice for it. */
export function Tools({ guide, t, act }: ToolsProps) {
  const { now, often, next, count } = guide.advice;
  const values = { count };
  const said = [
    t(now, values),
    often && `${t('panel.often')} ${t(often)}`,
    next && `${t('panel.next')} ${t(next)}`,
  ];
  return (
    <div class="tools">
      <button
        type="button"
        class="tool"
        data-act="large"
        aria-pressed={guide.large}
        onClick={() => act.enlarge(!guide.large)}
      >
        {t('panel.large')}
      </button>
      {guide.speaks && (
        <button
          type="button"
          class="tool"
          data-act="speak"
          onClick={() => act.speak(said.filter(Boolean).join(' '))}
        >
          {t('panel.speak')}
        </button>
      )}
      <span class="shortcut">{t('panel.shortcut')}</span>
    </div>
  );
}
