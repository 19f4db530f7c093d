import { useState } from 'preact/hooks';
import { useTexts } from '../language.ts';
import { LinkedText, PortalLink } from '../linked-text.tsx';
import { texts } from './texts.ts';

interface InvitationProps {
  href: string;
  /** Whether there are records of before, by someone who has taken the consent back. */
  recorded: boolean;
}

/** Nothing is recorded, because nobody agreed: the way to the page that asks. */
export function Invitation({ href, recorded }: InvitationProps) {
  const t = useTexts(texts);
  return (
    <section class="notice invitation">
      <h2>{t(recorded ? 'stopped_title' : 'consent_title')}</h2>
      <p>{t(recorded ? 'stopped_text' : 'consent_text')}</p>
      <a class="button primary" href={href} target="_blank" rel="noopener">
        {t('consent_open')}
      </a>
    </section>
  );
}

/** Recording is switched off for the time being. */
export function PausedNotice() {
  const t = useTexts(texts);
  return (
    <section class="notice paused">
      <h2>{t('paused_title')}</h2>
      <p>{t('paused_text')}</p>
    </section>
  );
}

/** The database takes nothing at the moment: why, that nothing is lost, what to do. */
export function TroubleNotice({ trouble }: { trouble: 'full' | 'blocked' | 'failed' }) {
  const t = useTexts(texts);
  return (
    <section class="notice paused" role="alert" data-trouble={trouble}>
      <h2>{t('trouble_title')}</h2>
      <p>{t(`trouble_${trouble}`)}</p>
      <p>{t('trouble_kept')}</p>
    </section>
  );
}

interface AccessProps {
  unseen: { name: string; withdrawn: boolean };
  onAllow: () => Promise<unknown>;
}

/** A portal that Đồng hành may not see yet, or not any more: why it matters, and one click to allow it. */
export function AccessNotice({ unseen: { name, withdrawn }, onAllow }: AccessProps) {
  const t = useTexts(texts);
  const [failed, setFailed] = useState(false);
  const press = () => {
    onAllow().then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  return (
    <section class="notice invitation" data-notice="access">
      <h2>{t(withdrawn ? 'withdrawn_title' : 'access_title')}</h2>
      <p>{t(withdrawn ? 'withdrawn_text' : 'access_text', { name })}</p>
      <button type="button" class="primary" data-action="allow" onClick={press}>
        {t('access_allow')}
      </button>
      {failed && (
        <p role="alert" class="bad">
          {t('access_by_hand', { name })}
        </p>
      )}
    </section>
  );
}

/** What to do first, for someone who has filed nothing yet. */
export function FirstSteps() {
  const t = useTexts(texts);
  return (
    <section class="first-steps" aria-labelledby="first-title">
      <h2 id="first-title">{t('first_title')}</h2>
      <ol>
        <li>
          <LinkedText text={t('first_open')}>
            <PortalLink />
          </LinkedText>
        </li>
        <li>{t('first_login')}</li>
        <li>{t('first_file')}</li>
      </ol>
    </section>
  );
}
