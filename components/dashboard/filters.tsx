import { useMemo, useRef } from 'preact/hooks';
import type { Submission } from '../../lib/flow/index.ts';
import { common, procedureName } from '../common.ts';
import { useTexts } from '../language.ts';
import { ENDINGS, type Ending, proceduresOf, type View } from './rows.ts';
import { texts } from './texts.ts';

interface FiltersProps {
  submissions: readonly Submission[];
  /** How many of them the filters let through. */
  matching: number;
  /** How many of those are listed. */
  shown: number;
  view: View;
  onView: (view: View) => void;
}

/** Stands for "any" among the procedures, where the empty text stands for those not known. */
const ANY = '*';

/** Which submissions to list: by procedure and by outcome. */
export function Filters({ submissions, matching, shown, view, onView }: FiltersProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const procedures = useMemo(() => proceduresOf(submissions), [submissions]);
  const first = useRef<HTMLSelectElement>(null);
  const clear = () => {
    // The button goes with what it cleared.
    first.current?.focus();
    onView({ ...view, procedure: null, outcome: null });
  };
  const isFiltered = view.procedure !== null || view.outcome !== null;
  const counts = { shown, matching, total: submissions.length };
  const endingOf = (value: string): Ending | null => ENDINGS.find((it) => it === value) ?? null;
  return (
    <div class="filters row">
      <label>
        {t('filter_procedure')}{' '}
        <select
          ref={first}
          value={view.procedure ?? ANY}
          onChange={({ currentTarget: { value } }) =>
            onView({ ...view, procedure: value === ANY ? null : value })
          }
        >
          <option value={ANY}>{t('filter_any')}</option>
          {procedures.map(({ id, name }) => (
            <option key={id} value={id}>
              {procedureName({ code: id, name }, words)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('filter_outcome')}{' '}
        <select
          value={view.outcome ?? ANY}
          onChange={(event) => onView({ ...view, outcome: endingOf(event.currentTarget.value) })}
        >
          <option value={ANY}>{t('filter_any')}</option>
          {ENDINGS.map((it) => (
            <option key={it} value={it}>
              {it === 'unseen' ? t('filter_unseen') : words(`outcome_${it}`)}
            </option>
          ))}
        </select>
      </label>
      {isFiltered && (
        <button type="button" onClick={clear}>
          {t('filter_clear')}
        </button>
      )}
      <p role="status" class="soft">
        {t(!isFiltered ? 'shown' : shown < matching ? 'shown_of_matching' : 'matching', counts)}
      </p>
    </div>
  );
}
