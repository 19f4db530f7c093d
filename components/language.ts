import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { Catalog, Language, Translate } from '../lib/i18n/index.ts';
import { translator } from '../lib/i18n/index.ts';

/** The language of every view below; the entrypoint provides it from the settings. */
export const LanguageContext = createContext<Language>('vi');

/** The language that the views are shown in. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The texts of one area in the language of the page. */
export function useTexts<Messages extends Record<string, string>>(
  catalog: Catalog<Messages>,
): Translate<Messages> {
  const language = useLanguage();
  return useMemo(() => translator(catalog, language), [catalog, language]);
}
