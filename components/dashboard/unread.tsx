import { common } from '../common.ts';
import { useTexts } from '../language.ts';
import { texts } from './texts.ts';

interface UnreadProps {
  title: 'access' | 'packs';
  onRetry: () => void;
}

/** In place of a card whose contents could not be read. */
export function UnreadCard({ title, onRetry }: UnreadProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  return (
    <div class="card">
      <h3>{t(title)}</h3>
      <p role="alert" class="bad">
        {t('unread')}
      </p>
      <button type="button" onClick={onRetry}>
        {words('retry')}
      </button>
    </div>
  );
}
