import type { RefObject } from 'preact';
import type { Submission } from '../../lib/flow/index.ts';
import { formatClock, formatDate, formatTime } from '../../lib/i18n/index.ts';
import { shownWaiting } from '../../lib/metrics/index.ts';
import { common, procedureName } from '../common.ts';
import { useLanguage, useTexts } from '../language.ts';
import { OutcomeMark } from '../outcome.tsx';
import { COLUMNS, sortedBy, type View } from './rows.ts';
import { texts } from './texts.ts';

interface TableProps {
  table: RefObject<HTMLTableElement | null>;
  rows: readonly Submission[];
  view: View;
  selectedId: string | null;
  onView: (view: View) => void;
  onSelect: (id: string) => void;
}

/** The list of submissions: every heading sorts, the procedure's name opens a submission. */
export function SubmissionTable({ table, rows, view, selectedId, onView, onSelect }: TableProps) {
  const t = useTexts(texts);
  const direction = view.descending ? 'descending' : 'ascending';
  return (
    <table class="list" ref={table}>
      <caption class="unseen">{t('table')}</caption>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th
              key={column}
              scope="col"
              aria-sort={view.sortBy === column ? direction : 'none'}
              data-heading={t(`column_${column}`)}
            >
              <button type="button" onClick={() => onView(sortedBy(view, column))}>
                {t(`column_${column}`)}
                <span class="arrow" aria-hidden="true" />
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((it) => (
          <Row key={it.id} it={it} selected={it.id === selectedId} onSelect={onSelect} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  it: Submission;
  selected: boolean;
  onSelect: (id: string) => void;
}

function Row({ it, selected, onSelect }: RowProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const language = useLanguage();
  const when = `${formatDate(it.startedAt, language)} ${formatTime(it.startedAt, language).slice(0, 5)}`;
  const name = procedureName(it.procedure, words);
  const time = (label: string, ms: number | null) => (
    <td class="num" data-label={label}>
      {ms === null ? <span class="soft">{words('none')}</span> : formatClock(ms)}
    </td>
  );
  return (
    <tr class={selected ? 'selected' : ''} data-submission={it.id}>
      <td class="num" data-label={t('column_startedAt')}>
        {when}
      </td>
      <td class="procedure">
        <button
          type="button"
          class="open"
          aria-label={t('open_submission', { procedure: name, when })}
          aria-current={selected}
          onClick={() => onSelect(it.id)}
        >
          {name}
        </button>
      </td>
      <td data-label={t('column_outcome')}>
        <OutcomeMark of={it} />
      </td>
      {time(t('column_elapsed'), it.elapsedMs)}
      {time(t('column_active'), it.activeMs)}
      {time(t('column_waiting'), shownWaiting(it))}
      <td class="num" data-label={t('column_autofill')}>
        {it.autofill.expected > 0 ? (
          t('autofill_of', { part: it.autofill.byPortal, whole: it.autofill.expected })
        ) : (
          <span class="soft">{words('none')}</span>
        )}
      </td>
    </tr>
  );
}
