import type { Catalog } from '../../lib/i18n/index.ts';
import en from '../../lib/i18n/messages/en/day.json' with { type: 'json' };
import vi from '../../lib/i18n/messages/vi/day.json' with { type: 'json' };

/** The words about people that only our own pages show: no portal page is to carry them. */
export const dayTexts: Catalog<typeof vi> = { vi, en };
