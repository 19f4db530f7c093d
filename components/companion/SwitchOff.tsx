import type { Words } from './words.ts';

interface SwitchOffProps {
  t: Words;
  off(): void;
  keep(): void;
}

/** Asks before everything vanishes, because the way back is on another page. */
export function SwitchOff({ t, off, keep }: SwitchOffProps) {
  return (
    <div class="body">
      <p class="now">
        <b>{t('off.ask')}</b>
      </p>
      <p>{t('off.how')}</p>
      <div class="choices">
        <button type="button" class="solid" onClick={off}>
          {t('off.yes')}
        </button>
        <button type="button" class="link" onClick={keep}>
          {t('off.no')}
        </button>
      </div>
    </div>
  );
}
