import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Correction, partsOfForm } from '../../lib/fields/index.ts';
import type { Submission } from '../../lib/flow/index.ts';
import { PROFILES } from '../../lib/portal/profiles/index.ts';
import { common, procedureName } from '../common.ts';
import { focusOn } from '../focus.ts';
import { useTexts } from '../language.ts';
import { DownloadButton } from './download-button.tsx';
import { type ImportAnswer, PackImport } from './pack-import.tsx';
import { useRemovals } from './removals.tsx';
import { namesOf } from './rows.ts';
import { texts } from './texts.ts';

export interface CorrectionsProps {
  corrections: readonly Correction[];
  /** What was recorded: it tells what the procedures are called. */
  submissions: readonly Submission[];
  /** Others see only what there is, and the way back from what was. */
  isReviewer: boolean;
  /** Takes one back, and hands back the way to undo that; rejects when it could not. */
  onRemove: (correction: Correction) => Promise<() => Promise<void>>;
  /** Takes all back. The way to undo that leaves what was corrected anew since as it is. */
  onRemoveAll: () => Promise<() => Promise<void>>;
  /** Hands them out as a file; answers with its name. */
  onExport: () => string;
  onImport: (file: File) => Promise<ImportAnswer>;
}

/** So many are shown at first, and with each "more": a file may bring thousands. */
const PORTION = 50;

const keyOf = ({ form, field }: Correction) => `${form} ${field}`;

/** What reviewers have corrected of our judgement, to be taken back, handed on and taken over. */
export function CorrectionsSection({
  corrections,
  submissions,
  isReviewer,
  onRemove,
  onRemoveAll,
  onExport,
  onImport,
}: CorrectionsProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const title = useRef<HTMLHeadingElement>(null);
  const names = useMemo(() => namesOf(submissions), [submissions]);
  const { remove, tell, failed, lines } = useRemovals(corrections.map(keyOf), () => focusOn(title.current));
  const [limit, setLimit] = useState(PORTION);
  const rows = useRef<HTMLTableSectionElement>(null);
  // Whoever asked for more goes on with the first of those that came.
  useLayoutEffect(() => {
    if (limit > PORTION) rows.current?.children[limit - PORTION]?.querySelector('button')?.focus();
  }, [limit]);
  const hidden = corrections.length - limit;
  if (!isReviewer && corrections.length === 0 && lines.length === 0) return null;
  return (
    <section id="corrections" class="corrections" aria-labelledby="corrections-title">
      <div class="section-head">
        <h2 id="corrections-title" ref={title}>
          {t('corrections')}
        </h2>
        <div class="row">
          {corrections.length > 0 && (
            <DownloadButton
              label={t('corrections_export')}
              action="export-corrections"
              onDownload={onExport}
            />
          )}
          {corrections.length > 1 && (
            <button
              type="button"
              data-action="remove-corrections"
              onClick={() =>
                remove('', t('corrections_removed_all', { count: corrections.length }), onRemoveAll)
              }
            >
              {t('corrections_remove_all', { count: corrections.length })}
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
              <th scope="col">
                <span class="unseen">{t('corrections_remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody ref={rows}>
            {corrections.slice(0, limit).map((it) => (
              <tr key={keyOf(it)} data-correction={it.field}>
                <td data-label={t('corrections_field')}>
                  <code>{it.field}</code>
                </td>
                <td data-label={t('corrections_form')}>
                  <Form form={it.form} names={names} />
                </td>
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
      {hidden > 0 && (
        <button type="button" onClick={() => setLimit(limit + PORTION)}>
          {t('more', { count: Math.min(PORTION, hidden) })}
        </button>
      )}
    </section>
  );
}

/** A form by what people call it: its procedure where it has one, and the portal. */
function Form({ form, names }: { form: string; names: ReadonlyMap<string, string> }) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const { profile, procedure: code } = partsOfForm(form);
  const ofPortal = PROFILES.find(({ id }) => id === profile)?.name ?? profile;
  if (code === null)
    return (
      <>
        {t('corrections_form_any')} <span class="soft under">{ofPortal}</span>
      </>
    );
  const name = names.get(code) ?? '';
  return (
    <>
      {procedureName({ code, name }, words)}{' '}
      <span class="soft under">
        {ofPortal}
        {name && ` · ${code}`}
      </span>
    </>
  );
}
