import type { Sentence } from '../../lib/guide/index.ts';
import { type Catalog, fill, type Language, type Translate, translator } from '../../lib/i18n/index.ts';
import en from '../../lib/i18n/messages/en/companion.json' with { type: 'json' };
import enGuide from '../../lib/i18n/messages/en/guide.json' with { type: 'json' };
import vi from '../../lib/i18n/messages/vi/companion.json' with { type: 'json' };
import viGuide from '../../lib/i18n/messages/vi/guide.json' with { type: 'json' };

type Messages = typeof vi & typeof viGuide;
const CATALOG: Catalog<Messages> = { vi: { ...vi, ...viGuide }, en: { ...en, ...enGuide } };

export type Words = Translate<Messages>;

/** The companion's words by language; the same function each time, so that views may compare it. */
export const WORDS: Readonly<Record<Language, Words>> = {
  vi: translator(CATALOG, 'vi'),
  en: translator(CATALOG, 'en'),
};

/** A sentence of the guidance in words: one of ours, or one that an imported pack brought along. */
export function sentence(it: Sentence, language: Language, values: { count: number }): string {
  return typeof it === 'string' ? WORDS[language](it, values) : fill(it[language], values);
}
