import type { Role } from '../../lib/flow/index.ts';
import { formatDate, type Language } from '../../lib/i18n/index.ts';
import { common } from '../common.ts';
import { useFocus } from '../focus.ts';
import { useLanguage, useTexts } from '../language.ts';
import { LanguageSwitch } from '../language-switch.tsx';
import { RoleChoice } from '../role-choice.tsx';
import { Next } from './next.tsx';
import { texts } from './texts.ts';

/** What the person answered on this visit. `failed` is an answer that could not be kept. */
export type Answered = 'not-yet' | 'later' | 'accepted' | 'withdrawn' | 'failed';

interface WelcomeProps {
  answered: Answered;
  role: Role;
  /** When the person agreed, epoch milliseconds; null before. Someone who agreed may read again, and withdraw. */
  consentAt: number | null;
  /** Whether there are records, of before a consent was taken back. */
  recorded: boolean;
  dashboard: string;
  onLanguage: (language: Language) => void;
  onRole: (role: Role) => void;
  onAccept: () => void;
  onDecline: () => void;
  onWithdraw: () => void;
}

/** First run: what is kept, what never is, consent, role. */
export function Welcome(props: WelcomeProps) {
  const { answered } = props;
  const t = useTexts(texts);
  const words = useTexts(common);
  const language = useLanguage();
  const status = useFocus<HTMLParagraphElement>(answered === 'withdrawn');
  const list = (keys: readonly Parameters<typeof t>[0][]) => (
    <ul>
      {keys.map((key) => (
        <li key={key}>{t(key)}</li>
      ))}
    </ul>
  );
  return (
    <main class="welcome">
      <header>
        <img src="/icon/icon.svg" alt="" width="44" height="44" />
        <b>{words('name')}</b>
        <LanguageSwitch language={language} onChange={props.onLanguage} />
      </header>

      {answered === 'accepted' ? (
        <Next dashboard={props.dashboard} />
      ) : (
        <>
          <h1>{t('title')}</h1>
          <p class="lead">{t('lead')}</p>

          <div class="two">
            <section class="card kept">
              <h2>{t('kept_title')}</h2>
              {list(['kept_time', 'kept_fields', 'kept_outcome', 'kept_told'])}
            </section>
            <section class="card never">
              <h2>{t('never_title')}</h2>
              {list(['never_values', 'never_names', 'never_files'])}
            </section>
          </div>
          <p class="stays">{t('stays')}</p>

          <RoleChoice
            legend={t('role_title')}
            hint={t('role_hint')}
            describe={(role) => t(`role_${role}`)}
            role={props.role}
            onChange={props.onRole}
          />

          {/* Keyed apart: else the pressed "no more" itself would become "agree", the focus on it. */}
          {props.consentAt === null ? (
            <div key="asked" class="row answers">
              <button type="button" class="primary" data-action="accept" onClick={props.onAccept}>
                {t('accept')}
              </button>
              <button type="button" data-action="decline" onClick={props.onDecline}>
                {t('decline')}
              </button>
            </div>
          ) : (
            <div key="agreed" class="row answers">
              <p>{t('agreed', { date: formatDate(props.consentAt, language) })}</p>
              <button type="button" data-action="withdraw" onClick={props.onWithdraw}>
                {t('withdraw')}
              </button>
            </div>
          )}
          <p role="status" ref={status} tabIndex={-1} class={answered === 'failed' ? 'bad' : ''}>
            {answered === 'later' && t(props.recorded ? 'declined_kept' : 'declined')}
            {answered === 'withdrawn' && t('withdrawn')}
            {answered === 'failed' && t('failed')}
          </p>
        </>
      )}
    </main>
  );
}
