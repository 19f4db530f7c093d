import type { PeopleWords } from '../people/texts.ts';

/** In place of the guidance: the last person has gone, nobody has begun yet. */
export function Ready({ t, goOn }: { t: PeopleWords; goOn(): void }) {
  return (
    <div class="body ready">
      <p class="now">
        <b>{t('ready.title')}</b>
      </p>
      <p>{t('ready.how')}</p>
      <button type="button" class="link" data-act="go-on" onClick={goOn}>
        {t('ready.back')}
      </button>
    </div>
  );
}
