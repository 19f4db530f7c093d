import { common } from './common.ts';
import { useTexts } from './language.ts';

/** Told when the records cannot be read: what happened, that nothing is lost, what to do. */
export function Failure({ onRetry }: { onRetry: () => void }) {
  const t = useTexts(common);
  return (
    <section class="card failure" role="alert">
      <h2>{t('failed_title')}</h2>
      <p>{t('failed_help')}</p>
      <button type="button" onClick={onRetry}>
        {t('retry')}
      </button>
    </section>
  );
}
