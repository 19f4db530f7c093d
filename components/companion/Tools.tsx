import type { Sentence } from '../../lib/guide/index.ts';
import type { Language } from '../../lib/i18n/index.ts';
import type { GuideActions, GuideModel } from './guide-model.ts';
import { sentence, type Words } from './words.ts';

interface ToolsProps {
  guide: GuideModel;
  language: Language;
  t: Words;
  act: GuideActions;
}

/** Larger letters, and the step read aloud where this machine has a voice for it. */
export function Tools({ guide, language, t, act }: ToolsProps) {
  const { now, often, next } = guide.advice;
  const say = (it: Sentence) => sentence(it, language, guide.advice);
  const said = [
    say(now),
    often && `${t('panel.often')} ${say(often)}`,
    next && `${t('panel.next')} ${say(next)}`,
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
      <span class="shortcut">{t(guide.framed ? 'panel.shortcut-framed' : 'panel.shortcut')}</span>
    </div>
  );
}
