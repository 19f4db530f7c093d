import type { Language } from '../../lib/i18n/index.ts';
import type { GuideActions, GuideModel, Pointing } from './guide-model.ts';
import { nameOf } from './Missing.tsx';
import { sentence, type Words } from './words.ts';

interface NowProps {
  guide: GuideModel;
  /** For someone who has filed a thousand: what to do now, and no more. */
  brief: boolean;
  language: Language;
  t: Words;
  act: GuideActions;
}

/** Where one is, what to do now and where that is, what usually goes wrong, what comes after. */
export function Now({ guide, brief, language, t, act }: NowProps) {
  const { place, now, often, next } = guide.advice;
  return (
    <>
      {place && <p class="place">{t('panel.step', { ...place, stage: t(`stage.${place.stage}`) })}</p>}
      <p class="now" aria-hidden="true">
        <b>{t('panel.now')}</b> {sentence(now, language, guide.advice)}
      </p>
      {guide.show === 'yes' && (
        <div class="choices">
          <button type="button" class="solid" data-act="show" onClick={() => act.show()}>
            {t('panel.show')}
          </button>
          {guide.skippable && (
            <button type="button" class="link" data-act="skip" onClick={act.skip}>
              {t('panel.skip')}
            </button>
          )}
        </div>
      )}
      {guide.show === 'no' && <p class="soft">{t('panel.lost')}</p>}
      {guide.pointing && <p class="pointing">{pointingWords(guide.pointing, t)}</p>}
      {often && !brief && (
        <p class="often">
          <b>{t('panel.often')}</b> {sentence(often, language, guide.advice)}
        </p>
      )}
      {next && !brief && (
        <p class="next">
          <b>{t('panel.next')}</b> {sentence(next, language, guide.advice)}
        </p>
      )}
    </>
  );
}

/** What is being pointed at, in words. */
export function pointingWords({ item, inFrame }: Pointing, t: Words): string {
  if (!item) return t('panel.pointing-button');
  return t(inFrame ? 'panel.in-frame' : 'panel.pointing', { label: nameOf(item, t) });
}
