import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Language } from '../lib/i18n/index.ts';
import { LanguageContext } from './language.ts';

/** Gives everything below its language, and the document too: screen readers choose their voice by it. */
export function Page({ language, children }: { language: Language; children: ComponentChildren }) {
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}
