import { type Catalog, type Language, type Translate, translator } from '../../lib/i18n/index.ts';
import en from '../../lib/i18n/messages/en/companion.json' with { type: 'json' };
import vi from '../../lib/i18n/messages/vi/companion.json' with { type: 'json' };

type Messages = typeof vi;
const CATALOG: Catalog<Messages> = { vi, en };

export type Words = Translate<Messages>;

/** The companion's words by language; the same function each time, so that views may compare it. */
export const WORDS: Readonly<Record<Language, Words>> = {
  vi: translator(CATALOG, 'vi'),
  en: translator(CATALOG, 'en'),
};
