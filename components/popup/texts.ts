import type { Catalog } from '../../lib/i18n/index.ts';
import en from '../../lib/i18n/messages/en/popup.json' with { type: 'json' };
import vi from '../../lib/i18n/messages/vi/popup.json' with { type: 'json' };

/** The words of this page. */
export const texts: Catalog<typeof vi> = { vi, en };
