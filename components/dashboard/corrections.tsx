import { useRef } from 'preact/hooks';
import type { Correction } from '../../lib/fields/index.ts';
import { common } from '../common.ts';
import { focusOn } from '../focus.ts';
import { useTexts } from '../language.ts';
import { type ImportAnswer, PackImport } from './pack-import.tsx';
import { useRemovals } from './removals.tsx';
import { texts } from './texts.ts';

export interface CorrectionsProps {
  corrections: readonly Correction[];
  /** Others see only what there is, and the way back from what was. */
  isReviewer: boolean;
  /** Takes one back, and hands back the way to undo that; rejects when it could not. */
  onRemove: (correction: Correction) => Promise<() => Promise<void>>;
  onExport: () => void;
  onImport: (file: File) => Promise<ImportAnswer>;
}

const keyOf = ({ form, field }: Correction) => `${form} ${field}`;

/** What reviewers have corrected of our judgement, to be taken back, handed on and taken over. */
export function CorrectionsSection({
  corrections,
  isReviewer,
  onRemove,
  onExport,
  onImport,
}: CorrectionsProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const title = useRef<HTMLHeadingElement>(null);
  const { remove, tell, failed, lines } = useRemovals(corrections.map(keyOf), () => focusOn(title.current));
  if (!isReviewer && corrections.length === 0 && lines.length === 0) return null;
  return (
    <section id="corrections" class="corrections" aria-labelledby="corrections-title">
      <div class="section-head">
        <h2 id="corrections-title" ref={title}>
          {t('corrections')}
        </h2>
        <div class="row">
          {corrections.length > 0 && (
            <button type="button" data-action="export-corrections" onClick={onExport}>
              {t('corrections_export')}
            </button>
          )}
          <PackImport onImport={onImport} onTaken={tell} />
        </div>
      </div>
      {(isReviewer || corrections.length > 0) && (
        <p class="soft">{t(corrections.length > 0 ? 'corrections_text' : 'corrections_none')}</p>
      )}
      <p role="status" class="bad">
        {failed && words('failed_save')}
      </p>
      <div role="status">{lines}</div>
      {corrections.length > 0 && (
        <table class="list">
          <caption class="unseen">{t('corrections')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('corrections_field')}</th>
              <th scope="col">{t('corrections_form')}</th>
              <th scope="col">{t('field_meaning')}</th>
              <th scope="col">{t('field_expectation')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {corrections.map((it) => (
              <tr key={keyOf(it)} data-correction={it.field}>
                <td data-label={t('corrections_field')}>
                  <code>{it.field}</code>
                </td>
                <td data-label={t('corrections_form')}>{it.form}</td>
                <td data-label={t('field_meaning')}>
                  {words(`kind_${it.kind}`)} · {words(`subject_${it.subject}`)}
                </td>
                <td data-label={t('field_expectation')}>{words(`expectation_${it.expectation}`)}</td>
                <td>
                  <button
                    type="button"
                    class="quiet"
                    aria-label={t('corrections_remove_of', { field: it.field })}
                    onClick={() =>
                      remove(keyOf(it), t('corrections_removed', { field: it.field }), () => onRemove(it))
                    }
                  >
                    {t('corrections_remove')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
