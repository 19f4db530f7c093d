import { useId, useState } from 'preact/hooks';
import {
  type Correction,
  type FieldRecord,
  FLAGS,
  type Flag,
  findingsOf,
  holdsFor,
} from '../../lib/fields/index.ts';
import { formatClock } from '../../lib/i18n/index.ts';
import { common } from '../common.ts';
import { useTexts } from '../language.ts';
import { texts } from './texts.ts';

interface FieldsProps {
  fields: readonly FieldRecord[];
  /** All that were ever made or loaded. */
  corrections: readonly Correction[];
  /** The code of the dossier's procedure, empty where it is not known. */
  procedure: string;
}

/** The audit of one form, its fields in order: what each field is, whose, who holds it already, and who filled it. */
export function FieldsTable({ fields, corrections, procedure }: FieldsProps) {
  const t = useTexts(texts);
  const name = useId();
  const [only, setOnly] = useState<Flag | null>(null);
  // Counted here: the stored order of a frame's fields begins at ten thousand.
  const numbered = fields.map((field, index) => ({ field, number: index + 1 }));
  const having = (flag: Flag | null) =>
    flag ? numbered.filter(({ field }) => findingsOf(field).includes(flag)) : numbered;
  const rows = having(only);
  const choices: [Flag | null, string][] = [
    [null, t('fields_all', { count: fields.length })],
    [FLAGS[0], t('fields_should', { count: having(FLAGS[0]).length })],
    [FLAGS[1], t('fields_again', { count: having(FLAGS[1]).length })],
  ];
  if (fields.length === 0) return <p>{t('fields_none')}</p>;
  return (
    <>
      <fieldset class="row field-filter">
        <legend class="unseen">{t('fields_filter')}</legend>
        {choices.map(([flag, label]) => (
          <label key={flag} class="choice">
            <input type="radio" name={name} checked={only === flag} onChange={() => setOnly(flag)} />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      {rows.length === 0 ? (
        <p role="status">{t('fields_none_match')}</p>
      ) : (
        <table class="list fields">
          <caption class="unseen">{t('fields')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('field_order')}</th>
              <th scope="col">{t('field_label')}</th>
              <th scope="col">{t('field_meaning')}</th>
              <th scope="col">{t('field_expectation')}</th>
              <th scope="col">{t('field_state')}</th>
              <th scope="col">{t('field_corrections')}</th>
              <th scope="col">{t('field_focus')}</th>
              <th scope="col">{t('field_errors')}</th>
              <th scope="col">{t('field_active')}</th>
              <th scope="col">{t('field_notes')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ field, number }) => (
              <FieldRow
                key={field.key}
                field={field}
                number={number}
                corrected={corrections.some((it) => holdsFor(it, field, procedure))}
              />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

interface RowProps {
  field: FieldRecord;
  number: number;
  /** Somebody corrected what it is judged to be. */
  corrected: boolean;
}

function FieldRow({ field: it, number, corrected }: RowProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const count = (label: string, value: number) => (
    <td class={value > 0 ? 'num' : 'num zero'} data-label={label}>
      {value > 0 ? t('times', { count: value }) : <span class="soft">0</span>}
    </td>
  );
  const notes = [
    it.required && t('field_required'),
    it.locked && t('field_locked'),
    !it.visible && t('field_hidden'),
    corrected && t('field_corrected'),
  ].filter((note) => note !== false);
  const findings = findingsOf(it);
  return (
    <tr data-field={it.key} class={findings.length > 0 ? 'flagged' : ''}>
      <td class="num" data-label={t('field_order')}>
        {number}
      </td>
      <td class="procedure">
        {it.label || <span class="soft">{t('field_label_none')}</span>}
        {it.section && <span class="soft under">{it.section}</span>}
      </td>
      <td data-label={t('field_meaning')}>
        {words(`kind_${it.kind}`)} <span class="soft under">{words(`subject_${it.subject}`)}</span>
      </td>
      <td data-label={t('field_expectation')}>{words(`expectation_${it.expectation}`)}</td>
      <td data-label={t('field_state')}>
        {words(`state_${it.state}`)}
        {findings.map((flag) => (
          <span key={flag} class="flag">
            {words(`flag_${flag}`)}
          </span>
        ))}
      </td>
      {count(t('field_corrections'), it.corrections)}
      {count(t('field_focus'), it.focusCount)}
      {count(t('field_errors'), it.errorsShown)}
      <td class={it.activeMs > 0 ? 'num' : 'num zero'} data-label={t('field_active')}>
        {it.activeMs > 0 ? formatClock(it.activeMs) : <span class="soft">0</span>}
      </td>
      <td class={notes.length > 0 ? '' : 'zero'} data-label={t('field_notes')}>
        {notes.join(', ')}
      </td>
    </tr>
  );
}
