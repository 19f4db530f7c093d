import type { PeopleWords } from '../people/texts.ts';

/** In place of the guidance: the last person has gone, nobody has begun yet. */
export function Ready({ t }: { t: PeopleWords }) {
  return (
    <div class="body ready" role="status">
      <p class="now">
        <b>{t('ready.title')}</b>
      </p>
      <p>{t('ready.how')}</p>
    </div>
  );
}
