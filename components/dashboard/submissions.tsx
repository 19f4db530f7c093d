import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Submission } from '../../lib/flow/index.ts';
import { useTexts } from '../language.ts';
import { Filters } from './filters.tsx';
import { PLAIN_VIEW, viewed } from './rows.ts';
import { SubmissionTable } from './submission-table.tsx';
import { texts } from './texts.ts';

/** Rows shown at once: a day of a volunteer. A weak laptop takes a second to lay out a thousand. */
const PAGE = 40;

interface SubmissionsProps {
  submissions: readonly Submission[];
  selectedId: string | null;
  onSelect: (id: string) => void;
}

/** The list with its filters. */
export function Submissions({ submissions, selectedId, onSelect }: SubmissionsProps) {
  const t = useTexts(texts);
  const [view, setView] = useState(PLAIN_VIEW);
  const [limit, setLimit] = useState(PAGE);
  const rows = useMemo(() => viewed(submissions, view), [submissions, view]);
  const hidden = rows.length - limit;
  const table = useRef<HTMLTableElement>(null);
  /** The first of the rows that came last, when the button for more is gone. */
  const firstNew = useRef<string | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: more rows come only with another limit.
  useEffect(() => {
    if (!firstNew.current) return;
    table.current?.querySelector<HTMLElement>(`[data-submission="${firstNew.current}"] button`)?.focus();
    firstNew.current = undefined;
  }, [limit]);
  const showMore = () => {
    if (hidden <= PAGE) firstNew.current = rows[limit]?.id;
    setLimit(limit + PAGE);
  };
  return (
    <>
      <Filters
        submissions={submissions}
        matching={rows.length}
        shown={Math.min(limit, rows.length)}
        view={view}
        onView={setView}
      />
      {rows.length === 0 ? (
        <p class="card">{t('none_match')}</p>
      ) : (
        <SubmissionTable
          table={table}
          rows={rows.slice(0, limit)}
          view={view}
          selectedId={selectedId}
          onView={setView}
          onSelect={onSelect}
        />
      )}
      {hidden > 0 && (
        <button type="button" onClick={showMore}>
          {t('more', { count: Math.min(PAGE, hidden) })}
        </button>
      )}
    </>
  );
}
