import type { Submission } from '../lib/flow/index.ts';
import type { Catalog, Language, Translate } from '../lib/i18n/index.ts';
import en from '../lib/i18n/messages/en/common.json' with { type: 'json' };
import vi from '../lib/i18n/messages/vi/common.json' with { type: 'json' };

/** The words that several pages share, among them one for every value of the enums of flow and fields. */
export type CommonTexts = typeof vi;
export const common: Catalog<CommonTexts> = { vi, en };

const isKey = (key: string): key is keyof CommonTexts => key in vi;

/** What a procedure is called: its name, or its code where no portal told one. */
export function procedureName({ code, name }: Submission['procedure'], t: Translate<CommonTexts>): string {
  return name || (code ? t('procedure_of_code', { code }) : t('unnamed_procedure'));
}

/**
 * The name of a step in words. Its profile gave it a Vietnamese label; in English, and where there is none, the last
 * part of its id (`national/declare`) is looked up here.
 */
export function stepName(
  { id, label }: { id: string; label: string },
  t: Translate<CommonTexts>,
  language: Language,
): string {
  const key = `step_${id.split('/').at(-1) ?? ''}`;
  return (language === 'vi' && label) || (isKey(key) ? t(key) : label || id);
}
