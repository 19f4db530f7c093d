import { useFocus } from '../focus.ts';
import { useTexts } from '../language.ts';
import { LinkedText, PORTAL, PortalLink } from '../linked-text.tsx';
import { texts } from './texts.ts';

/** What to do after agreeing. */
export function Next({ dashboard }: { dashboard: string }) {
  const t = useTexts(texts);
  const title = useFocus<HTMLHeadingElement>(true);
  return (
    <>
      <h1 ref={title} tabIndex={-1}>
        {t('next_title')}
      </h1>
      <ol class="card next">
        <li>
          <LinkedText text={t('next_open')}>
            <PortalLink />
          </LinkedText>
        </li>
        <li>{t('next_file')}</li>
        <li>{t('next_see')}</li>
      </ol>
      <div class="row answers">
        <a class="button primary" href={PORTAL} target="_blank" rel="noreferrer">
          {t('next_go')}
        </a>
        <a class="button" href={dashboard}>
          {t('next_dashboard')}
        </a>
      </div>
    </>
  );
}
