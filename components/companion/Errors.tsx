import type { Words } from './words.ts';

interface ErrorsProps {
  errors: readonly string[];
  t: Words;
  close(): void;
}

/** The portal's error messages that vanished, in its own words. */
export function Errors({ errors, t, close }: ErrorsProps) {
  return (
    <div class="errors">
      <p>
        <b>{t('panel.errors')}</b>
      </p>
      {errors.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <button type="button" class="link" data-act="close-errors" onClick={close}>
        {t('panel.errors-close')}
      </button>
    </div>
  );
}
