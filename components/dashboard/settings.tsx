import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Role } from '../../lib/flow/index.ts';
import type { Language } from '../../lib/i18n/index.ts';
import type { Counts } from '../../lib/metrics/index.ts';
import { common } from '../common.ts';
import { Erase, type Undo } from '../erase.tsx';
import { useTexts } from '../language.ts';
import { LanguageSwitch } from '../language-switch.tsx';
import { RoleChoice } from '../role-choice.tsx';
import { texts } from './texts.ts';

/** The settings that this page shows and changes. */
export interface SettingsView {
  consented: boolean;
  paused: boolean;
  role: Role;
  language: Language;
  companionOn: boolean;
}

interface SettingsProps {
  settings: SettingsView;
  recorded: boolean;
  running: boolean;
  welcome: string;
  onSettings: (patch: Partial<SettingsView>) => Promise<void>;
  count: () => Promise<Counts>;
  erase: () => Promise<Undo>;
  /** Cards about the portals. */
  portals: ComponentChildren;
}

/** Language, role, guidance panel, pause, deletion. Every choice is kept at once. */
export function SettingsSection({
  settings,
  recorded,
  running,
  welcome,
  onSettings,
  count,
  erase,
  portals,
}: SettingsProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const [failed, setFailed] = useState(false);
  const change = (patch: Partial<SettingsView>) => {
    onSettings(patch).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  return (
    <section id="settings" class="settings" aria-labelledby="settings-title">
      <h2 id="settings-title">{t('settings')}</h2>
      <p role="status" class="bad">
        {failed && words('failed_save')}
      </p>
      <div class="settings-grid">
        <div class="card">
          <h3>{words('language')}</h3>
          <LanguageSwitch language={settings.language} onChange={(language) => change({ language })} />
        </div>
        <div class="card">
          <RoleChoice
            legend={t('settings_role')}
            role={settings.role}
            onChange={(role) => change({ role })}
          />
        </div>
        <div class="card">
          <h3>{t('settings_companion')}</h3>
          <label class="choice">
            <input
              type="checkbox"
              data-setting="companion"
              name="companion"
              checked={settings.companionOn}
              onChange={(event) => change({ companionOn: event.currentTarget.checked })}
            />
            <span>{t('settings_companion_on')}</span>
          </label>
        </div>
        <div class="card">
          <h3>{t('settings_recording')}</h3>
          {settings.consented && (
            <label class="choice">
              <input
                type="checkbox"
                name="paused"
                checked={settings.paused}
                onChange={(event) => change({ paused: event.currentTarget.checked })}
              />
              <span>{t('settings_pause')}</span>
            </label>
          )}
          <p>
            <a href={welcome}>{t('settings_welcome')}</a>
          </p>
        </div>
        {portals}
        <div class="card">
          <h3>{t('settings_erase')}</h3>
          <p class="soft">{t(recorded ? 'settings_erase_text' : 'settings_erase_nothing')}</p>
          <Erase offered={recorded} running={running} count={count} erase={erase} />
        </div>
      </div>
    </section>
  );
}
