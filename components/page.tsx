import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Language } from '../lib/i18n/index.ts';
import { LanguageContext } from './language.ts';

interface PageProps {
  language: Language;
  /** The document's title in that language; without it the document keeps its own. */
  title?: string;
  children: ComponentChildren;
}

/** Gives everything below its language, and the document too: screen readers choose their voice by it. */
export function Page({ language, title, children }: PageProps) {
  useEffect(() => {
    document.documentElement.lang = language;
    if (title) document.title = title;
  }, [language, title]);
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}
