import { formatNumber } from './format.ts';

export type Language = 'vi' | 'en';

/** The same messages in both languages; the Vietnamese file decides which keys exist. */
export type Catalog<Messages extends Record<string, string>> = Readonly<Record<Language, Messages>>;

/** Looks a message up and puts the values into its `{name}` places: a number as the language writes it, a text as it is. */
export type Translate<Messages> = (
  key: keyof Messages & string,
  values?: Readonly<Record<string, string | number>>,
) => string;

/**
 * The reader of one area's messages in one language.
 * A `{place}` without a value is left standing, so that a missing value is seen and not silently empty.
 */
export function translator<Messages extends Record<string, string>>(
  catalog: Catalog<Messages>,
  language: Language,
): Translate<Messages> {
  return (key, values = {}) => {
    const written = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? formatNumber(value, language) : value,
    ]);
    return fill(catalog[language][key] ?? key, Object.fromEntries(written));
  };
}

/** A text with the values in its `{name}` places. */
export function fill(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
