import type { Language } from '../lib/i18n/index.ts';
import { common } from './common.ts';
import { useTexts } from './language.ts';

const LANGUAGES: readonly Language[] = ['vi', 'en'];

/** Two buttons, each in its own language, so that nobody has to read the other one to find theirs. */
export function LanguageSwitch(props: { language: Language; onChange: (language: Language) => void }) {
  const words = useTexts(common);
  return (
    <fieldset class="languages">
      <legend class="unseen">{words('language')}</legend>
      {LANGUAGES.map((it) => (
        <button
          key={it}
          type="button"
          lang={it}
          aria-pressed={it === props.language}
          onClick={() => props.onChange(it)}
        >
          {words(`language_${it}`)}
        </button>
      ))}
    </fieldset>
  );
}
