import { useState } from 'preact/hooks';
import { useTexts } from '../language.ts';
import { texts } from './texts.ts';

/** One form system, or with no name the platforms of payment, and which of its hosts may not be seen yet. */
export interface PortalView {
  id: string;
  name: string | null;
  missing: string[];
}

interface PortalsProps {
  portals: readonly PortalView[];
  /** Must ask the browser before it awaits anything. Answers whether all was given. */
  onAsk: (origins: string[]) => Promise<boolean>;
}

/** Which portals Đồng hành may see, and one click to see all of them. */
export function PortalsCard({ portals, onAsk }: PortalsProps) {
  const t = useTexts(texts);
  const [refused, setRefused] = useState(false);
  const missing = [...new Set(portals.flatMap((it) => it.missing))];
  const ask = () => {
    onAsk(missing).then(
      (given) => setRefused(!given),
      () => setRefused(true),
    );
  };
  return (
    <div class="card">
      <h3>{t('access')}</h3>
      <p class="soft">{t('access_text')}</p>
      <ul>
        {portals.map((it) => (
          <li key={it.id}>
            {it.name ?? t('access_payment')}:{' '}
            <span class={it.missing.length > 0 ? 'soft' : 'good'}>
              {t(it.missing.length > 0 ? 'access_missing' : 'access_given')}
            </span>
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <button type="button" data-action="grant" onClick={ask}>
          {t('access_ask')}
        </button>
      )}
      <p role="status" class="bad">
        {refused && t('access_refused')}
      </p>
    </div>
  );
}
