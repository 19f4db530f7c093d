import { type Catalog, type Language, type Translate, translator } from '../../lib/i18n/index.ts';
import en from '../../lib/i18n/messages/en/people.json' with { type: 'json' };
import vi from '../../lib/i18n/messages/vi/people.json' with { type: 'json' };

type Messages = typeof vi;
export type PeopleWords = Translate<Messages>;

/** The words about people and their day, shown on the page as well as in popup and dashboard. */
export const texts: Catalog<Messages> = { vi, en };

/** The same by language; the same function each time, so that views may compare it. */
export const PEOPLE: Readonly<Record<Language, PeopleWords>> = {
  vi: translator(texts, 'vi'),
  en: translator(texts, 'en'),
};
