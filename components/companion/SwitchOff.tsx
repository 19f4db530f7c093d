import { useLayoutEffect, useRef } from 'preact/hooks';
import { focusedNear } from './held-place.ts';
import type { Words } from './words.ts';

interface SwitchOffProps {
  t: Words;
  off(): void;
  keep(): void;
}

/** Asks before everything vanishes, because the way back is on another page. */
export function SwitchOff({ t, off, keep }: SwitchOffProps) {
  const safe = useRef<HTMLButtonElement>(null);
  // Who asked by the keyboard hears the question, and stands at the answer that takes nothing away.
  useLayoutEffect(() => {
    if (safe.current && focusedNear(safe.current)) safe.current.focus({ preventScroll: true });
  }, []);
  return (
    <fieldset
      class="body"
      aria-label={t('off.ask')}
      onKeyDown={({ key }) => {
        if (key === 'Escape') keep();
      }}
    >
      <p class="now">
        <b>{t('off.ask')}</b>
      </p>
      <p>{t('off.how')}</p>
      <div class="choices">
        <button type="button" class="solid" onClick={off}>
          {t('off.yes')}
        </button>
        <button type="button" class="link" ref={safe} onClick={keep}>
          {t('off.no')}
        </button>
      </div>
    </fieldset>
  );
}
